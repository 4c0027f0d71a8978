import type { Context, Fields, Reading, Unclear } from "../../model/engine.ts";
import { KIND_NAMES, KINDS, type Kind, STATUSES, type Status } from "../../model/kinds.ts";
import type { KindTerm, Query, WhoTerm } from "../../model/query.ts";
import { keyOf, type Names, type Sense, tokenise } from "../names/index.ts";
import { finished } from "./draft.ts";
import { asPlace, asWho, fitting } from "./grammar/senses.ts";
import { lemma, PATTERNS } from "./lexicon/index.ts";
import { timesIn } from "./times.ts";

const COMMANDS = new Set([
  "met",
  "events",
  "between",
  "itinerary",
  "profile",
  "timeline",
  "ask",
  "event",
  "source",
]);

/** A line like `met person:"Inês Carvalho" period:2021` in its parts; undefined for words that are no command line. */
export function commandLine(line: string): { readonly command: string; readonly fields: Fields } | undefined {
  const match = /^\/?(\w+)\s+(\w+:.*)$/su.exec(line.replace(/^\/?brief\s+/i, ""));
  const command = match?.[1]?.toLowerCase() ?? "";
  if (!match || !COMMANDS.has(command)) return undefined;
  const fields: Record<string, string> = {};
  const text = match[2] ?? "";
  for (const [, name = "", quoted, bare = ""] of text.matchAll(FIELD))
    fields[name.toLowerCase()] = (quoted ?? bare).trim();
  return { command, fields };
}

const FIELD = /(\w+):(?:["“”]([^"“”]*)["“”]|(.*?))(?=\s+\w+:|\s*$)/gsu;

/** The query of a command with its fields; `read` reads a question that is a field. */
export function readCommand(
  command: string,
  fields: Fields,
  context: Context,
  names: Names,
  read: (words: string) => Reading,
): Reading {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));
  const desk = {
    given,
    names,
    context,
    line: (name: string, value: string) => lineOf(command, { ...given, [name]: value }),
  };
  switch (command) {
    case "met":
      return given.person === undefined
        ? build(desk, { ask: "pairs", kinds: ["met"] })
        : build(desk, { ask: given.with === undefined ? "people" : "events", kinds: ["met"] });
    case "events":
      return build(desk, { ask: "events" });
    case "between":
      return build(desk, { ask: "events" });
    case "itinerary":
      return build(desk, { ask: "places" });
    case "profile":
      return build(desk, { ask: "entity" });
    case "event":
      return asked({ ask: "events", event: (given.id ?? Object.values(given)[0] ?? "").trim() });
    case "source":
      return build(desk, { ask: "events" });
    case "timeline": {
      const reading = read(given.question ?? "");
      if (reading.kind !== "query") return reading;
      const { of: _of, by: _by, asked: _asked, order: _order, ...rest } = reading.query;
      return { ...reading, query: finished({ ...rest, ask: "events" }) };
    }
    case "ask":
      return read(given.question ?? "");
    default:
      return unclear({ problem: "not-understood", words: [command] });
  }
}

type Desk = {
  readonly given: Fields;
  readonly names: Names;
  readonly context: Context;
  readonly line: (name: string, value: string) => string;
};

const PEOPLE = ["person", "name", "actor", "with", "a", "b"] as const;

function build(desk: Desk, base: Query): Reading {
  const { given, names, context } = desk;
  const who: WhoTerm[] = [];
  for (const field of PEOPLE) {
    const typed = given[field];
    if (typed === undefined) continue;
    const found = resolve(desk, field, typed, (sense) => asWho(sense, names));
    if ("kind" in found) return found;
    who.push(found.value);
  }
  const query: { -readonly [Key in keyof Query]: Query[Key] } = { ...base, ...(who.length > 0 && { who }) };
  if (given.place !== undefined) {
    const found = resolve(desk, "place", given.place, asPlace);
    if ("kind" in found) return found;
    query.where = found.value;
  }
  if (given.period !== undefined) {
    const read = timesIn(given.period, context.today);
    if ("problem" in read) return unclear(read);
    const [time] = read.times;
    if (!time) return unclear({ problem: "not-understood", words: [given.period] });
    query.when = time.term;
  }
  if (given.kind !== undefined) {
    const kinds = kindsOf(given.kind);
    if (!kinds) return unclear({ problem: "not-understood", words: [given.kind] });
    query.kinds = kinds;
  }
  if (given.status !== undefined) {
    const status = given.status
      .split(/[,\s]+/)
      .filter((word): word is Status => (STATUSES as readonly string[]).includes(word));
    if (status.length === 0) return unclear({ problem: "not-understood", words: [given.status] });
    query.status = status;
  }
  if (given.topic !== undefined) {
    const topic = senses(names, given.topic).find(({ kind }) => kind === "topic");
    if (topic?.kind === "topic") query.topic = topic.name;
    else query.text = given.topic.trim();
  }
  const document = given.document ?? given.source;
  if (document !== undefined) {
    const found = resolve(desk, "document", document, (sense) =>
      sense.kind === "document" ? sense.id : null,
    );
    if ("kind" in found) return found;
    query.source = found.value;
  }
  return asked(query);
}

/** The one sense of a field, or the reading that says why there is none. */
function resolve<Value>(
  desk: Desk,
  field: string,
  typed: string,
  read: (sense: Sense) => Value | null,
): { readonly value: Value } | Exclude<Reading, { kind: "query" }> {
  const { names } = desk;
  const direct = fitting(senses(names, typed), read);
  const near = direct.length > 0 ? direct : fitting(nearSenses(names, typed), read);
  const [only] = near;
  if (!only)
    return {
      kind: "unclear",
      unclear: { problem: "unknown-name", word: typed.trim(), near: names.near(typed) },
    };
  if (near.length === 1) return { value: only.value };
  const choices = near.map(({ sense }) => ({
    id: "id" in sense ? sense.id : keyOf(sense),
    name: names.write(sense).replace(/ \[.*\]$/, ""),
    question: desk.line(field, names.write(sense)),
  }));
  return { kind: "which", which: { word: typed.trim(), choices } };
}

/** Senses of a field that is a name and nothing else. */
function senses(names: Names, typed: string): readonly Sense[] {
  const marked = /^(.*?)\s*\[([^\]]+)\]\s*$/u.exec(typed);
  if (marked) return names.byKey(marked[2] ?? "");
  const tokens = tokenise(typed);
  for (let from = 0; from < Math.min(2, tokens.length); from++) {
    const link = names.link(tokens, from);
    if (link && link.to === tokens.length) return link.senses;
    if (tokens[0]?.word !== "the") break;
  }
  return [];
}

function nearSenses(names: Names, typed: string): readonly Sense[] {
  const tokens = tokenise(typed);
  return tokens.flatMap((_, at) =>
    names
      .linkNear(tokens, at)
      .filter(({ from, to }) => from === 0 && to === tokens.length)
      .flatMap((link) => link.senses),
  );
}

/** A kind by its name, its noun in either number, a CAMEO code, or any verb or noun of the lexicon. */
function kindsOf(typed: string): readonly KindTerm[] | undefined {
  const word = typed.trim().toLowerCase();
  const code = /^(?:cameo[: ]?)?(\d{2,4})$/.exec(word);
  if (code) return [`cameo:${code[1]}`];
  const kind = KIND_NAMES.find((name: Kind) =>
    [name, KINDS[name].noun, KINDS[name].nouns].includes(word as never),
  );
  if (kind) return [kind];
  if (word === "met" || word === "spoke") return [word];
  const words = word.split(/\s+/).map(lemma);
  return PATTERNS.get(words[0] ?? "")?.find((pattern) => pattern.words.join(" ") === words.join(" "))
    ?.relation.kinds;
}

const lineOf = (command: string, fields: Fields) =>
  `${command} ${Object.entries(fields)
    .map(([name, value]) => `${name}:"${value.replaceAll('"', "")}"`)
    .join(" ")}`;

const asked = (query: Query): Reading => ({ kind: "query", query: finished(query), ignored: [] });
const unclear = (problem: Unclear): Reading => ({ kind: "unclear", unclear: problem });
