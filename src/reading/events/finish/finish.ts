import type { EventPlace, Participant, SourceSpan } from "../../../model/event.ts";
import type { Lexicon } from "../../names/lexicon.ts";
import type { EventMention } from "../../types.ts";
import type { Draft } from "../draft.ts";
import type { Reading } from "../mentions.ts";
import { confidenceOf } from "./confidence.ts";
import { participantsOf } from "./settle.ts";
import { mattersOf } from "./topics.ts";
import { besideLast, type Last } from "./when/occasion.ts";
import { inThePresent, nominal, type Timed, whenOf } from "./when.ts";
import { placesOf } from "./where.ts";

/**
 * A draft becomes an event mention: its day, its people, its place, its sources. None when nobody is left in it. `last` is
 * the event that was told before it.
 */
export function finish(draft: Draft, reading: Reading, last: Last | null): readonly EventMention[] {
  const { when, rule, over } = timed(draft, last);
  const d = ahead(draft, when);
  const { line } = d;
  const places = placesOf(d);
  const participants = atHome(
    d,
    participantsOf(d, when, reading.known, reading.world.memory),
    places,
    reading.known,
  );
  if (participants.length === 0) return [];
  const { span, paragraph } = line.sentence;
  const origin =
    d.origin ??
    reading.said.retells ??
    reading.world.publisher ??
    reading.said.publisher ??
    reading.ingested.id;
  const several = reading.layout.items.length > 1;
  const source = (
    at: { span: SourceSpan["span"]; paragraph: number; item: number },
    quote?: string,
  ): SourceSpan => ({
    document: reading.ingested.id,
    ...(several ? { item: at.item } : {}),
    paragraph: at.paragraph,
    span: at.span,
    origin,
    ...(quote ? { quote } : {}),
  });
  const own = { span, paragraph: paragraph.number, item: paragraph.item };
  return [
    {
      key: span,
      kind: d.kind,
      status: d.status,
      flags: over && told(d) && !d.flags.includes("series") ? [...d.flags, "series"] : d.flags,
      occasion: d.occasion ?? occasionIn(d),
      participants,
      places,
      when,
      topics: [...new Set([...mattersOf(d.line), ...(d.topics ?? [])])],
      sources: [source(own, d.quote), ...(d.also ?? []).map((x) => source(x))],
      confidence: confidenceOf(d, participants, when),
      rules: [...d.rules, rule, ...verbOf(d)],
    },
  ];
}

function timed(draft: Draft, last: Last | null): Timed {
  const own = whenOf(draft);
  const beside = own.stated ? null : besideLast(draft, last);
  return beside && beside.edtf !== own.when.edtf
    ? { when: beside, stated: false, rule: "time: of what was told before it" }
    : own;
}

/** Where three or more gather in a capital, the one of that country receives them. */
function atHome(
  d: Draft,
  participants: readonly Participant[],
  places: readonly EventPlace[],
  known: Lexicon,
): readonly Participant[] {
  const [place] = places;
  const home = place && places.length === 1 ? known.capitalOf(place.id)?.code : undefined;
  const together =
    (d.kind === "meeting" || d.kind === "talks") && !participants.some(({ part }) => part === "host");
  const there = participants.filter(({ part }) => part === "attendee");
  const own = there.filter(({ country }) => country === home);
  if (!home || !together || there.length < 3 || own.length !== 1) return participants;
  return participants.map((p) => (p === own[0] ? { ...p, part: "host" } : p));
}

/** What kind of statement it was, told by its verb. */
const verbOf = (d: Draft): readonly string[] =>
  d.rules[0] === "said" && d.line.chunks[d.at]?.kind === "word" ? [`verb: ${d.line.chunks[d.at]?.word}`] : [];

/** A noun has no tense, and the present tells of what is ahead as well: what they name on a day after the text is planned. */
function ahead(d: Draft, when: EventMention["when"]): Draft {
  const told = d.line.creation.end;
  const later = told !== null && when.start !== null && when.start > told;
  return later && (nominal(d) || inThePresent(d)) && d.status === "happened" && !d.line.heading
    ? { ...d, status: "planned", rules: [...d.rules, "status: a day ahead"] }
    : d;
}

/** What went on over a period is several; one statement is not. */
const told = (d: Draft) => d.kind !== "statement" && d.kind !== "ceasefire" && d.status === "happened";

/** The forum whose name stands in the sentence, nearest behind the trigger. */
function occasionIn(d: Draft): string | null {
  const { scan, chunks } = d.line;
  const from = chunks[d.at]?.from ?? 0;
  const order = [...scan.pieces.keys()].sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
  for (const i of order) {
    const name = scan.pieces[i]?.occasion;
    if (name && Math.abs(i - from) < 25) return name;
  }
  return null;
}
