import type { Dataset } from "../../model/dataset.ts";
import type { Event, Participant } from "../../model/event.ts";
import { KIND_NAMES, KINDS, PARTS, STATUSES } from "../../model/kinds.ts";
import { dayNumber } from "../../model/when.ts";
import { growingArray } from "./growing.ts";
import { growing } from "./lists.ts";
import { metEachOther } from "./met.ts";
import { roleReader } from "./roles.ts";
import { codeOf } from "./sides.ts";
import { table } from "./table.ts";
import {
  BY_ROLE,
  CODED,
  INFERRED,
  type Index,
  MET,
  OPEN_END,
  OPEN_START,
  SECRET,
  SERIES,
  type Tables,
  UNNAMED,
} from "./types.ts";
import { words } from "./words.ts";

/** The columns of an index: all of it that does not follow from other columns. */
export type Columns = Omit<
  Index,
  "size" | "order" | "ids" | "postings" | "wide" | "wideReach" | "otherwise"
> & {
  readonly words: ReturnType<ReturnType<typeof growing>["done"]>;
};

/** Takes events one by one, by ascending position, and gives their columns; tables that are given grow. */
export function collector(size: number, dataset: Dataset, tables: Tables = emptyTables()) {
  const roleOf = roleReader(dataset.gazetteer.titles, tables.offices);
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  const kind = new Uint8Array(size);
  const status = new Uint8Array(size);
  const flags = new Uint8Array(size);
  const cameo = new Uint16Array(size);
  const occasion = new Uint32Array(size);
  const [entity, places, topics, documents, origins, wordLists] = Array.from({ length: 6 }, growing) as Six;
  const part = growingArray(Uint8Array);
  const country = growingArray(Uint16Array);
  const office = growingArray(Uint8Array);
  const marks = growingArray(Uint8Array);
  const wordsOf = memoised((text) => words(text).map(tables.words.intern));

  function add(position: number, event: Event): void {
    start[position] = event.when.start === null ? OPEN_START : dayNumber(event.when.start);
    end[position] = event.when.end === null ? OPEN_END : dayNumber(event.when.end);
    kind[position] = KIND_NAMES.indexOf(event.kind);
    status[position] = STATUSES.indexOf(event.status);
    flags[position] = flagBits(event);
    cameo[position] = tables.cameo.intern(event.cameo ?? KINDS[event.kind].cameo);
    occasion[position] = event.occasion === null ? 0 : tables.occasions.intern(event.occasion) + 1;
    for (const participant of event.participants) addParticipant(participant);
    for (const { id } of event.places) places.push(tables.places.intern(id));
    for (const name of event.topics) topics.push(tables.topics.intern(name));
    for (const source of event.sources) {
      documents.push(tables.documents.intern(source.document));
      origins.push(tables.origins.intern(source.origin));
    }
    for (const text of textsOf(event)) for (const word of wordsOf(text)) wordLists.push(word);
    for (const word of words(event.summary)) wordLists.push(tables.words.intern(word));
    for (const lists of [entity, places, topics, documents, origins, wordLists]) lists.end();
  }

  function addParticipant(participant: Participant): void {
    const code =
      participant.country ??
      dataset.entities.get(participant.id)?.country ??
      codeOf(participant.id) ??
      undefined;
    entity.push(tables.entities.intern(participant.id));
    part.push(PARTS.indexOf(participant.part));
    country.push(code === undefined ? 0 : tables.countries.intern(code));
    office.push(participant.role === undefined ? 0 : roleOf(participant.role));
    marks.push(markBits(participant));
  }

  const done = (): Columns => {
    const people = entity.done();
    return {
      start,
      end,
      kind,
      status,
      flags,
      cameo,
      occasion,
      participants: {
        offsets: people.offsets,
        entity: people.values,
        part: part.done(),
        country: country.done(),
        office: office.done(),
        marks: marks.done(),
      },
      places: places.done(),
      topics: topics.done(),
      documents: documents.done(),
      origins: origins.done(),
      words: wordLists.done(),
      tables,
    };
  };
  return { add, done };
}

type List = ReturnType<typeof growing>;
type Six = [List, List, List, List, List, List];

/** Number 0 of countries and offices means none. */
function emptyTables(): Tables {
  return {
    entities: table(),
    countries: table([""]),
    offices: table([""]),
    places: table(),
    topics: table(),
    occasions: table(),
    documents: table(),
    origins: table(),
    cameo: table(),
    words: table(),
  };
}

function flagBits(event: Event): number {
  const coded = event.cameo !== undefined && event.rules === undefined;
  return (
    (event.flags.includes("secret") ? SECRET : 0) |
    (event.flags.includes("series") ? SERIES : 0) |
    (coded ? CODED : 0) |
    (metEachOther(event) ? MET : 0)
  );
}

function markBits({ inferred, resolution }: Participant): number {
  return (
    (inferred ? INFERRED : 0) |
    (resolution === "role-only" ? BY_ROLE : 0) |
    (resolution === "unnamed" ? UNNAMED : 0)
  );
}

/** The event's own texts besides its summary; they repeat from event to event. */
function textsOf(event: Event): readonly string[] {
  return [
    ...event.participants.flatMap(({ name, as, role }) =>
      role === undefined ? [name, as] : [name, as, role],
    ),
    ...event.places.flatMap(({ name, venue }) => (venue === undefined ? [name] : [name, venue])),
    ...event.topics,
    ...(event.occasion === null ? [] : [event.occasion]),
    ...event.sources.flatMap(({ quote }) => (quote === undefined ? [] : [quote])),
  ];
}

function memoised<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
