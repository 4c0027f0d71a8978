import type { Desk } from "../../../src/bot/index.ts";
import { cut } from "../../../src/bot/words/clean.ts";
import { countryId, type Entity } from "../../../src/model/entity.ts";
import type { Participant } from "../../../src/model/event.ts";
import { type Kind, PARTS, type Part } from "../../../src/model/kinds.ts";
import { fold, slug } from "../../../src/model/text.ts";
import { countryNamed } from "./country.ts";
import { problem, type Read, together } from "./read.ts";
import { placeOf } from "./where.ts";

/**
 * Who took part: names parted by semicolons or commas, each with its part in brackets where it is not the usual one
 * (`Ann Example (host); Portugal`). A name that nobody has is a new person's; `(new)` says so of one that reads like
 * another's, and a country there is theirs.
 */
export function readWho(text: string, kind: Kind, desk: Desk): Read<readonly Participant[]> {
  const pieces = text
    .split(/[;,\n](?![^(]*\))/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
    .flatMap((piece) => halves(piece, desk));
  if (pieces.length === 0) return problem("who: nobody is named.");
  const read = together(pieces.map((piece, at) => participant(piece, usualPart(kind, at), desk)));
  if ("problems" in read) return read;
  const ids = read.value.map(({ id }) => id);
  const twice = read.value.find(({ id }, at) => ids.indexOf(id) !== at);
  return twice ? problem(`who: ${twice.name} is there twice.`) : read;
}

/** `A and B` are two, unless it is one name. */
function halves(piece: string, desk: Desk): readonly string[] {
  const { name } = parted(piece);
  if (!/\sand\s/.test(name) || find(name, desk).kind === "query") return [piece];
  return piece.split(/\s+and\s+/);
}

function parted(piece: string): { readonly name: string; readonly said: readonly string[] } {
  const [, name = piece, inside] = /^(.*?)\s*(?:\(([^)]*)\))?$/s.exec(piece) ?? [];
  const said = (inside ?? "").split(",").map((word) => word.trim());
  return { name: name.trim(), said: said.filter((word) => word !== "") };
}

const find = (name: string, desk: Desk) => desk.link({ ask: "events", who: [name] });

function participant(piece: string, usual: Part, desk: Desk): Read<Participant> {
  const { name, said } = parted(piece);
  const shown = `“${cut(name, 60)}”`;
  const part =
    said.map((word) => PARTS.find((one) => one === word.toLowerCase())).find((one) => one) ?? usual;
  const rest = said.filter((word) => !PARTS.some((one) => one === word.toLowerCase()));
  const isNew = rest.some((word) => word.toLowerCase() === "new");
  const countries = rest.filter((word) => word.toLowerCase() !== "new");
  const country = countries.map((word) => countryNamed(word, desk)).find((one) => one !== undefined);
  const strange = countries.find((word) => countryNamed(word, desk) === undefined);
  if (strange !== undefined)
    return problem(
      `who: “${cut(strange, 30)}” beside ${shown} is neither a part (${PARTS.join(", ")}) nor a country.`,
    );
  const linked = find(name, desk);
  const bearers =
    linked.kind === "which" ? linked.which.choices.filter(({ id }) => bears(id, name, desk)) : [];
  if (!isNew && bearers.length > 0) {
    const ids = bearers.slice(0, 5).map((one) => `${one.name} is ${one.id}`);
    return problem(`who: ${shown} fits several: ${ids.join(", ")}. Write the id of the one who is meant.`);
  }
  if (!isNew && linked.kind === "query") {
    const [term, ...more] = linked.query.who ?? [];
    if (term?.office) return problem(`who: ${shown} is an office; name the person who held it then.`);
    const entity = more.length === 0 && term?.entity !== undefined ? entityOf(term.entity, desk) : undefined;
    if (entity && entity.kind === "person" && hasOtherFirstName(name, entity, desk))
      return problem(
        `who: ${shown} reads like ${entity.name}. Write ${entity.id} if that is who is meant, or “${cut(name, 60)} (new)” for somebody else.`,
      );
    if (entity) {
      const notes = isNamed(entity, name) ? [] : [`${shown} was taken as ${entity.name} (${entity.id}).`];
      return { value: partOf(entity, name, part), notes };
    }
  }
  if (!/\p{L}.*\s.*\p{L}/su.test(name))
    return problem(
      `who: ${shown} is known to nobody here. Give the whole name, so that it can be entered anew.`,
    );
  const id = freeId(slug(name), desk);
  const entity: Entity = {
    id,
    kind: "person",
    name,
    aliases: [],
    offices: [],
    ...(country && { country: country.code }),
  };
  return { value: partOf(entity, name, part), notes: [`${shown} is new to the dataset, as a person.`] };
}

export function entityOf(id: string, { dataset }: Desk): Entity | undefined {
  const { gazetteer, entities } = dataset;
  const known = [...gazetteer.people, ...gazetteer.organisations].find((one) => one.id === id);
  const country = gazetteer.countries.find(({ code }) => countryId(code) === id);
  return (
    entities.get(id) ??
    known ??
    (country && {
      id,
      kind: "country",
      name: country.name,
      aliases: country.aliases,
      country: country.code,
      offices: [],
    })
  );
}

/** Whether all words of a name are somebody's; what only sounds alike is nobody's. */
export function bears(id: string, typed: string, desk: Desk): boolean {
  const owner = entityOf(id, desk) ?? placeOf(id, desk);
  const words = fold(typed).split(" ");
  const names = owner ? [owner.id, owner.name, ...owner.aliases] : [];
  return names.some((name) => words.every((word) => fold(name).split(" ").includes(word)));
}

/** "Ann Example" is hardly Bob Example; "President Example" and "B. Example" may be. */
function hasOtherFirstName(typed: string, { id, name, aliases }: Entity, { dataset }: Desk): boolean {
  const [first = "", ...rest] = fold(typed).split(" ");
  if (rest.length === 0 || typed === id) return false;
  const titles = dataset.gazetteer.titles.flatMap(({ words }) =>
    words.flatMap((word) => fold(word).split(" ")),
  );
  const words = [name, ...aliases].flatMap((one) => fold(one).split(" "));
  return !titles.includes(first) && !words.some((word) => word.startsWith(first) || first.startsWith(word));
}

const isNamed = ({ id, name, aliases }: Entity, typed: string) =>
  id === typed || [name, ...aliases].some((one) => fold(one) === fold(typed));

const partOf = ({ id, kind, name, country }: Entity, typed: string, part: Part): Participant => ({
  id,
  kind,
  name,
  as: typed === id ? name : typed,
  ...(country !== undefined && { country }),
  part,
  resolution: "named",
  inferred: false,
});

function freeId(id: string, desk: Desk): string {
  let free = id;
  for (let n = 2; entityOf(free, desk); n++) free = `${id}-${n}`;
  return free;
}

/** What those who are named without a part were, by the kind of event and their place in the list. */
function usualPart(kind: Kind, at: number): Part {
  switch (kind) {
    case "meeting":
    case "talks":
    case "cooperation":
      return "attendee";
    case "visit":
      return at === 0 ? "visitor" : "host";
    case "statement":
      return at === 0 ? "speaker" : "addressee";
    case "agreement":
      return "signatory";
    case "mediation":
      return at === 0 ? "mediator" : "attendee";
    default:
      return at === 0 ? "actor" : "target";
  }
}
