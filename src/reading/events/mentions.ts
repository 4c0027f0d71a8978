import type { EventPlace } from "../../model/event.ts";
import { addDays, toDay, whenOf } from "../../model/when.ts";
import type { Bibliography } from "../document/bibliography.ts";
import type { Dates } from "../document/dated.ts";
import type { Layout } from "../document/items.ts";
import type { Sentence } from "../document/sentences.ts";
import type { Actor } from "../names/actors.ts";
import type { Lexicon } from "../names/lexicon.ts";
import type { World } from "../names/survey.ts";
import { leans, timeMentions } from "../time/index.ts";
import type { Creation, EventMention, Ingested, TimeMention } from "../types.ts";
import type { Draft } from "./draft.ts";
import { finish } from "./finish/finish.ts";
import { nearerPlaces } from "./finish/nearer.ts";
import { possible, unread } from "./finish/possible.ts";
import type { Last } from "./finish/when/occasion.ts";
import { titlePlace } from "./finish/where.ts";
import { RULES } from "./rules/index.ts";
import { chunks } from "./sentence/chunks.ts";
import type { Line, News, Speaker } from "./sentence/line.ts";
import { speakers } from "./sentence/speakers.ts";
import { governed } from "./sentence/subject.ts";
import { tenseAt } from "./sentence/tense.ts";
import { discourse } from "./story/discourse.ts";
import type { Remark } from "./story/remark.ts";
import { remarks } from "./story/remarks.ts";

/** All that the earlier stages found in a document. */
export type Reading = {
  readonly ingested: Ingested;
  readonly prose: string;
  readonly layout: Layout;
  readonly lines: readonly Sentence[];
  readonly world: World;
  readonly dates: Dates;
  readonly said: Bibliography;
  readonly known: Lexicon;
};

/** Stage 8. Every event mention of a document, in the order of the text. */
export function mentionsOf(reading: Reading, without: readonly string[]): readonly EventMention[] {
  const rules = RULES.filter((rule) => !without.includes(rule.name));
  const speakerOf = speakers(reading);
  const told: (Draft | Remark)[] = [];
  const unsure: Draft[] = [];
  const newsDay = newsDays(reading);
  let venue: EventPlace | null = null;
  let dateline: EventPlace | null = null;
  let recent: readonly Actor[] = [];
  let item = -1;
  let depth = -1;
  let paragraph = -1;
  for (let index = 0; index < reading.lines.length; index++) {
    const sentence = reading.lines[index] as Sentence;
    if (sentence.paragraph.item !== item) {
      item = sentence.paragraph.item;
      depth = -1;
      recent = [];
      venue = null;
      dateline = null;
    }
    if (sentence.paragraph.number !== paragraph) {
      paragraph = sentence.paragraph.number;
      if (isProse(reading.prose.slice(...sentence.paragraph.span))) depth++;
    }
    const bare = lineOf(reading, index, speakerOf(sentence), recent, Math.max(0, depth), newsDay);
    if (depth <= 0) dateline ??= datelineOf(bare);
    const line: Line = { ...bare, venue, dateline };
    const read = [
      ...rules.flatMap((rule) => rule.read(line)),
      ...(without.includes("told again") ? [] : remarks(line)),
    ];
    told.push(...read.toSorted((a, b) => a.at - b.at));
    const seen = read.some((x) => "remark" in x || x.kind !== "statement");
    if (!seen && without.length === 0) unsure.push(...[possible(line)].filter((d) => d !== null));
    if (line.heading) venue = titlePlace(line);
    recent = sentence.paragraph.heading ? [] : after(line, recent);
  }
  let last: Last | null = null;
  let done: Last | null = null;
  const read = discourse(told, reading).flatMap((d) => {
    const finished = finish(d, reading, d.status === "happened" ? done : last);
    const { item } = d.line.sentence.paragraph;
    for (const m of finished)
      if (m.kind !== "statement" && !d.line.heading) {
        last = { ...m, span: m.key, item };
        if (m.status !== "planned" && m.status !== "proposed") done = last;
      }
    return finished;
  });
  return unread([...nearerPlaces(read), ...unsure.flatMap((d) => finish(d, reading, null))]);
}

function lineOf(
  reading: Reading,
  index: number,
  speaker: Speaker | null,
  recent: readonly Actor[],
  depth: number,
  newsDay: (item: number) => News | null,
): Omit<Line, "venue" | "dateline"> {
  const sentence = reading.lines[index] as Sentence;
  const creation = reading.dates.items[sentence.paragraph.item] ?? reading.dates.published;
  const scan = reading.world.scan(index, creation.end ?? creation.start);
  let times: readonly TimeMention[] | null = null;
  return {
    sentence,
    scan,
    chunks: chunks(scan),
    heading: sentence.paragraph.heading,
    speaker,
    creation,
    recent,
    depth,
    news: reading.ingested.creation.some(
      (c) => /^(?:byline|dateline)$/.test(c.from) && c.day === creation.start,
    ),
    newsDay: () => newsDay(sentence.paragraph.item),
    times: () => {
      times ??= timesOf(reading.prose, sentence, creation, () => dayBefore(reading, index, creation));
      return times;
    },
  };
}

function timesOf(
  prose: string,
  sentence: Sentence,
  creation: Creation,
  before: () => TimeMention["when"] | null = () => null,
): readonly TimeMention[] {
  const text = prose.slice(...sentence.span);
  if (text.length > 4_000) return [];
  const tense = (at: number) => tenseAt(text, at - sentence.span[0]);
  return ofTheirYear(timeMentions(text, sentence.span[0], creation, tense, leans(text) ? before() : null));
}

/** "In June 2005 X came; on June 21 he met Y": a day without its year is of the year that the sentence named before it. */
function ofTheirYear(times: readonly TimeMention[]): readonly TimeMention[] {
  let year: string | null = null;
  return times.map((time) => {
    const { when } = time;
    if (when.derivation === "stated") {
      const [from, to] = [when.start?.slice(0, 4), when.end?.slice(0, 4)];
      year = from !== undefined && from === to ? from : null;
    } else if (year !== null && YEARLESS.test(time.text) && when.precision === "day" && when.start !== null) {
      const day = toDay(Number(year), Number(when.start.slice(5, 7)), Number(when.start.slice(8)));
      const own =
        day === null ? null : whenOf(day, "relative", `"${time.text}": of ${year}, named before it`);
      if (own !== null && day !== null && day < when.start) return { ...time, when: own };
    }
    return time;
  });
}

const YEARLESS =
  /^(?:on )?(?:\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\.? \d{1,2}(?:st|nd|rd|th)?)$/u;

/** How many sentences back a day is still spoken of as "that day". */
const BACK = 3;

/** The last single day that the sentences before this one name: what "the previous day" counts from. */
function dayBefore(reading: Reading, index: number, creation: Creation): TimeMention["when"] | null {
  const { item } = (reading.lines[index] as Sentence).paragraph;
  for (let k = index - 1; k >= Math.max(0, index - BACK); k--) {
    const line = reading.lines[k] as Sentence;
    if (line.paragraph.item !== item || line.paragraph.heading) break;
    const day = timesOf(reading.prose, line, creation).findLast(({ when }) => when.precision === "day");
    if (day) return day.when;
  }
  return null;
}

/** Whom a pronoun of the next sentence can mean: this one's people in the order they stand, its subject last. */
function after(line: Line, before: readonly Actor[]): readonly Actor[] {
  const people = line.chunks.flatMap((c, k) =>
    c.kind === "actors" &&
    !c.possessive &&
    c.actors.length === 1 &&
    c.actors[0]?.kind === "person" &&
    !(c.actors[0].weak && c.actors[0].name.includes(" ")) &&
    !line.sentence.quotes.some((q) => c.start >= q[0] && c.end <= q[1])
      ? [{ actor: c.actors[0], subject: !governed(line.chunks, k) }]
      : [],
  );
  const subject = people.find((p) => p.subject)?.actor;
  if (!subject) return before.slice(-1);
  return [...people.map((p) => p.actor).filter((a) => a.id !== subject.id), subject];
}

/** "PARIS (Agency) - …", "SYDNEY, Sept. 8 -- …": a town in capitals before the first sentence. */
function datelineOf(line: Pick<Line, "chunks" | "scan">): EventPlace | null {
  const first = line.chunks[0];
  const place = first?.place;
  if (!first || !place || first.text.length < 3) return null;
  const behind = line.scan.text.slice(first.end, first.end + 70);
  if (first.text !== first.text.toUpperCase() && !DATELINED.test(behind)) return null;
  return { id: place.id, name: place.name, country: place.country, derivation: "dateline" };
}

/** What makes a first word in small letters a dateline: an agency in brackets, a day, a dash. */
const DATELINED =
  /^(?:, [\p{Lu}][\p{L} ]{2,20})?(?:,? ?\d{1,2}[ ./]\S{2,10}[ ./]\d{4}|,? \p{Lu}[a-z]{2,8}\.? \d{1,2}\b[^.]{0,24}[-–—]|\s*\([^)]{2,40}\)\s*[-–—:]|\s*(?:--|[–—]|- )|:\s)/u;

/** A paragraph that tells something: not a byline, a caption or a crosshead. */
const isProse = (text: string): boolean => text.length > 60 && /[.!?]["”’)]?$/.test(text);

/**
 * A report of the night or of the next morning names the day of its news in its opening ("said on Friday"): the first
 * single day of the three first paragraphs that lies at most two days before the item's own. Asked for once an item.
 */
function newsDays(reading: Reading): (item: number) => News | null {
  const known = new Map<number, News | null>();
  const first = new Map<number, number>();
  reading.lines.forEach(({ paragraph }, index) => {
    if (!first.has(paragraph.item)) first.set(paragraph.item, index);
  });
  return (item) => {
    const before = known.get(item);
    if (before !== undefined) return before;
    const creation = reading.dates.items[item] ?? reading.dates.published;
    const own = spanOf(creation);
    const from = first.get(item) ?? 0;
    const opening = own
      ? reading.lines
          .slice(from, from + 8)
          .filter((l) => l.paragraph.item === item && !l.paragraph.heading)
          .filter((l) => isProse(reading.prose.slice(...l.paragraph.span)))
          .slice(0, 4)
      : [];
    const named = opening
      .flatMap((l) => timesOf(reading.prose, l, creation))
      .find(
        (t) =>
          t.when.precision === "day" &&
          t.when.start !== null &&
          own?.end != null &&
          t.when.start <= own.end &&
          t.when.start >= addDays(own.end, -2),
      );
    const day = named?.when ?? own;
    known.set(item, day);
    return day;
  };
}

/** The day of a report, or the two of which it is of one. */
function spanOf({ start, end }: Creation): News | null {
  if (start === null || end === null || addDays(start, 1) < end) return null;
  return start === end
    ? { edtf: start, start, end, precision: "day" }
    : { edtf: `${start}/${end}`, start, end, precision: "range" };
}
