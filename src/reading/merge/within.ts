import { bounds } from "../../model/when.ts";
import type { Span } from "../types.ts";
import { nearness } from "./alike/places.ts";
import { quotations, quotedWords } from "./alike/quotations.ts";
import { agreement, untimed } from "./alike/times.ts";
import { compatible, isVerbal, kindGroup, support } from "./coreference.ts";
import { openEvents } from "./open.ts";
import { present, type ReadText, type Told } from "./told.ts";
import { unite, uniteSources } from "./unite.ts";

/**
 * Event coreference inside one document: the mentions of one event become one telling, in the order in which the
 * document first tells them. A mention without anyone in it ("the talks", "these meetings") belongs to the
 * nearest event that it fits; where one sentence told of several, it belongs to each of them.
 */
export function mergeWithin(read: ReadText): readonly Told[] {
  const marks = quotations(read.text);
  const told = openEvents();
  for (const next of inTextOrder(read, (span) => quotedWords(read.text, marks, span))) {
    const known = antecedents(told.at, told.near(next), next, read);
    for (const at of known)
      if (told.at(at).keys.length < PASSAGES) told.replace(at, settle(told.at(at), next, read));
    if (known.length === 0) told.add(next);
  }
  return told.all();
}

/** An event that is told again and again is not told better by one passage more. */
const PASSAGES = 100;

function inTextOrder(read: ReadText, quoted: (span: Span) => readonly string[]): readonly Told[] {
  const seen = new Map<string, number>();
  return read.mentions
    .toSorted((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1])
    .map(({ key, ...mention }) => {
      const place = key.join("-");
      const nth = seen.get(place) ?? 0;
      seen.set(place, nth + 1);
      return {
        ...mention,
        sources: uniteSources(mention.sources, []),
        keys: [{ sha256: read.document.sha256, span: key, nth }],
        review: "none",
        conflicts: [],
        ...(mention.kind === "ceasefire" && { lasts: lengths(mention, read.text) }),
        quoted: mention.sources.flatMap(({ span }) =>
          quoted(isVerbal(mention) ? paragraphOf(read.text, span) : span),
        ),
      };
    });
}

/** How far a quotation is looked for on either side of the sentence that says whose it is, in a text without paragraphs. */
const BESIDE = 2_000;

/** A quotation goes on beside the sentence that says whose it is. */
function paragraphOf(text: string, [start, end]: Span): Span {
  const from = Math.max(0, start - BESIDE);
  const behind = text.slice(end, end + BESIDE).indexOf("\n");
  return [
    from + text.slice(from, start + 1).lastIndexOf("\n") + 1,
    behind < 0 ? Math.min(text.length, end + BESIDE) : end + behind,
  ];
}

/** Positions of the events that a mention tells again: the most surely told one, the nearest of equals. */
function antecedents(
  told: (at: number) => Told,
  near: readonly number[],
  next: Told,
  read: ReadText,
): readonly number[] {
  const open = near.filter((at) => !rivals(told(at), next) && !another(told(at), next, read));
  if (present(next).length === 0)
    return nearest(
      told,
      open.filter((at) => refers(told(at), next)),
    );
  const points = (at: number) => {
    if (present(told(at)).length === 0) return refers(told(at), next) ? 0 : -1;
    return support(told(at), next, "within");
  };
  return open
    .map((at) => ({ at, points: points(at) }))
    .filter((one) => one.points >= 0)
    .toSorted((a, b) => b.points - a.points || b.at - a.at)
    .slice(0, 1)
    .map(({ at }) => at);
}

/** Two events of one sentence ("separately", "in turn") are two, unless they have the very same people. */
function rivals(told: Told, next: Told): boolean {
  if (!told.keys.some(({ span }) => meet(span, next.keys[0].span))) return false;
  const ids = (one: Told) =>
    present(one)
      .map(({ id }) => id)
      .toSorted()
      .join(" ");
  return ids(told) !== ids(next) || kindGroup(told.kind) !== kindGroup(next.kind);
}

/**
 * "They met, and will meet again": in one text a plan is what happened only where both are told of one time, or
 * where the headline runs ahead.
 */
function another(told: Told, next: Told, { document, text }: ReadText): boolean {
  const isPlan = ({ status }: Told) => status === "planned" || status === "proposed";
  const [done, ...others] = [told, next].filter((one) => !isPlan(one));
  if (done?.status !== "happened" || others.length > 0) return false;
  if (done.keys.some(({ span }) => document.title.includes(text.slice(...span).trim()))) return false;
  return untimed(told.when) || untimed(next.when) || agreement(told.when, next.when) !== "agree";
}

/** The lengths of time that a ceasefire's passages give. */
const lengths = ({ kind, sources }: Pick<Told, "kind" | "sources">, text: string): readonly string[] =>
  kind === "ceasefire"
    ? sources.flatMap(({ span }) =>
        (
          text
            .slice(...span)
            .toLowerCase()
            .match(DURATION) ?? []
        ).map((length) => length.replace("-", " ")),
      )
    : [];

const DURATION =
  /\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|forty|sixty|ninety)[- ](?:hour|day|week|month|year)/g;

/** Without people to compare, a shared place or no time of its own lets a mention refer to an event. */
function refers(told: Told, next: Told): boolean {
  if (!compatible(told, next, "within")) return false;
  const timeless = untimed(told.when) || untimed(next.when);
  const agreed = timeless || agreement(told.when, next.when) === "agree";
  return (
    agreed &&
    (nearness(told.places, next.places) === "shared" || timeless || told.when.edtf === next.when.edtf)
  );
}

/** The last event that fits, with its neighbours from the same sentence. */
function nearest(told: (at: number) => Told, fitting: readonly number[]): readonly number[] {
  const last = fitting.at(-1);
  if (last === undefined) return [];
  const { span } = told(last).keys[0];
  return fitting.filter((at) => told(at).keys.some((key) => meet(key.span, span)));
}

const meet = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1];

/**
 * What lies ahead of the document cannot have happened in it, whatever the tense of a headline; and what it knows
 * by hearsay it knows no better when it goes on telling it.
 */
function settle(told: Told, next: Told, { document }: ReadText): Told {
  const united = unite(told, next);
  const either = (status: Told["status"]) => told.status === status || next.status === status;
  if (united.status !== "happened") return united;
  if (either("alleged")) return { ...united, status: "alleged" };
  const written = document.published === null ? null : (bounds(document.published)?.start ?? null);
  const { start } = united.when;
  const ahead = start !== null && (written === null || start >= written);
  return either("planned") && ahead ? { ...united, status: "planned" } : united;
}
