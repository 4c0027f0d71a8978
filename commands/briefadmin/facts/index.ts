import type { Curator, Desk } from "../../../src/bot/index.ts";
import { clean, cut } from "../../../src/bot/words/clean.ts";
import type { Document } from "../../../src/model/dataset.ts";
import type { Fields } from "../../../src/model/engine.ts";
import type { Event } from "../../../src/model/event.ts";
import { KIND_NAMES, KINDS, type Kind, STATUSES, type Status } from "../../../src/model/kinds.ts";
import { fold } from "../../../src/model/text.ts";
import type { When } from "../../../src/model/when.ts";
import { problem, type Read } from "./read.ts";
import { type Cited, readSource } from "./source.ts";
import { uniteSources } from "./sources.ts";
import { readWhen } from "./when.ts";
import { readWhere } from "./where.ts";
import { readWho } from "./who.ts";
import { wordsOf } from "./words.ts";

export { wordsOf } from "./words.ts";

/** An event as a person wants it, with the documents that it brings; or every reason why it can't be entered. */
export type Wanted =
  | {
      readonly event: Event;
      readonly documents: readonly Document[];
      readonly notes: readonly string[];
    }
  | { readonly problems: readonly string[] };

type Facts = Omit<Event, "id" | "summary">;

/** A new event from the fields of a command or form; everything that is wrong is told at once. */
export function newEvent(fields: Fields, id: string, desk: Desk, curator: Curator): Wanted {
  const kind = fields.kind ? readKind(fields.kind) : problem("kind: which kind of event it was is missing.");
  const status: Read<Status> = fields.status ? readStatus(fields.status) : { value: "happened" };
  const when: Read<When> = fields.when
    ? readWhen(fields.when, desk)
    : problem("when: the day or time is missing.");
  const where = fields.where ? readWhere(fields.where, desk) : { value: [] };
  const likely = "value" in kind ? kind.value : "meeting";
  const who = fields.who ? readWho(fields.who, likely, desk) : problem("who: nobody is named.");
  const source: Read<Cited> = fields.source
    ? readSource(fields.source, desk)
    : problem("source: an event without a source is not taken; name a document of the dataset or a link.");
  const what = readWhat(fields.what);
  const reads = [what, kind, status, when, where, who, source];
  const problems = reads.flatMap((read) => ("problems" in read ? read.problems : []));
  if (
    !("value" in kind && "value" in status && "value" in when && "value" in where) ||
    !("value" in who && "value" in source && "value" in what)
  )
    return { problems };
  const facts: Facts = {
    kind: kind.value,
    status: status.value,
    flags: [],
    occasion: null,
    participants: who.value,
    places: where.value,
    when: when.value,
    topics: topicsIn(what.value ?? "", desk),
    sources: [source.value.source],
    confidence: { band: "high", reasons: ["entered by a curator"] },
    review: "accepted",
    conflicts: [],
    rules: ["entered by a person"],
  };
  return {
    event: inOrder({ ...facts, id, summary: what.value ?? curator.summarise(facts) }),
    documents: source.value.document ? [source.value.document] : [],
    notes: [where, who, source].flatMap((read) => ("notes" in read ? (read.notes ?? []) : [])),
  };
}

/**
 * An event with the fields that were given anew. A field that says what the event says already changes nothing, so
 * that a form can come back whole.
 */
export function editedEvent(before: Event, fields: Fields, desk: Desk, curator: Curator): Wanted {
  const said = wordsOf(before, desk);
  const given = (name: keyof typeof said) => {
    const value = fields[name];
    return value !== undefined && clean(value) !== clean(said[name]) ? value : undefined;
  };
  const problems: string[] = [];
  const notes: string[] = [];
  function take<T>(read: Read<T> | undefined): T | undefined {
    if (read === undefined) return undefined;
    if ("problems" in read) {
      problems.push(...read.problems);
      return undefined;
    }
    notes.push(...(read.notes ?? []));
    return read.value;
  }
  const field = <T>(name: keyof typeof said, read: (text: string) => Read<T>): T | undefined => {
    const value = given(name);
    return value === undefined ? undefined : take(read(value));
  };
  const kind = field("kind", readKind);
  const status = field("status", readStatus);
  const when = field("when", (text) => readWhen(text, desk));
  const places = field("where", (text) => readWhere(text, desk));
  const participants = field("who", (text) => readWho(text, kind ?? before.kind, desk));
  const what = field("what", readWhat);
  const cited = fields.source === undefined ? undefined : take(readSource(fields.source, desk));
  const facts: Facts = {
    ...before,
    ...(kind && { kind }),
    ...(status && { status }),
    ...(when && { when }),
    ...(places && { places }),
    ...(participants && { participants: participants.map((one) => asBefore(one, before)) }),
    ...(what && { topics: [...new Set([...before.topics, ...topicsIn(what, desk)])] }),
    sources: cited ? uniteSources(before.sources, cited.source) : before.sources,
  };
  // Another kind is no longer what the finer code says.
  const { cameo, ...rest } = facts;
  const altered = kind && cameo !== undefined ? rest : facts;
  const changesFacts = [kind, status, when, places, participants].some((one) => one !== undefined);
  const summary = what ?? (changesFacts ? curator.summarise(altered) : before.summary);
  if (problems.length > 0) return { problems };
  return {
    event: inOrder({ ...altered, id: before.id, summary }),
    documents: cited?.document ? [cited.document] : [],
    notes,
  };
}

/** Somebody who stays keeps how the text named them; only their part may have changed. */
function asBefore(one: Event["participants"][number], before: Event): Event["participants"][number] {
  const old = before.participants.find(({ id }) => id === one.id);
  return old ? { ...old, part: one.part } : one;
}

function readKind(text: string): Read<Kind> {
  const wanted = fold(text);
  const kind = KIND_NAMES.find((name) =>
    [name, KINDS[name].noun, KINDS[name].nouns].some((word) => word === wanted),
  );
  return kind
    ? { value: kind }
    : problem(`kind: “${cut(text, 40)}” is none. It is one of: ${KIND_NAMES.join(", ")}.`);
}

function readStatus(text: string): Read<Status> {
  const status = STATUSES.find((name) => name === fold(text));
  return status
    ? { value: status }
    : problem(`status: “${cut(text, 40)}” is none. It is one of: ${STATUSES.join(", ")}.`);
}

const LONGEST = 400;

/** One sentence of the person's own. */
function readWhat(text: string | undefined): Read<string | undefined> {
  if (text === undefined) return { value: undefined };
  const sentence = clean(text);
  if ([...sentence].length > LONGEST)
    return problem(`what: one sentence of at most ${LONGEST} characters, in your own words.`);
  return { value: /[.!?]$/.test(sentence) ? sentence : `${sentence}.` };
}

/** Topics whose words a sentence uses. */
function topicsIn(sentence: string, { dataset }: Desk): readonly string[] {
  const text = ` ${fold(sentence)} `;
  const { topics } = dataset.gazetteer;
  return topics
    .filter(({ words }) => words.some((word) => text.includes(` ${fold(word)} `)))
    .map(({ name }) => name);
}

/** The fields in the order of the model, so that the same event is the same line. */
export function inOrder(event: Event): Event {
  const { id, kind, cameo, status, flags, occasion, participants, places, when, topics, summary, ...rest } =
    event;
  const { sources, confidence, review, conflicts, rules, corrected } = rest;
  return {
    id,
    kind,
    ...(cameo !== undefined && { cameo }),
    status,
    flags,
    occasion,
    participants,
    places,
    when,
    topics,
    summary,
    sources,
    confidence,
    review,
    conflicts,
    ...(rules !== undefined && { rules }),
    ...(corrected !== undefined && { corrected }),
  };
}
