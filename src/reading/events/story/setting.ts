import type { EventPlace } from "../../../model/event.ts";
import { addDays, type When } from "../../../model/when.ts";
import type { Draft } from "../draft.ts";
import { whenOf } from "../finish/when.ts";
import { placesOf } from "../finish/where.ts";
import { wordAt } from "../sentence/line.ts";
import { MET } from "./antecedent.ts";

/**
 * Where an event without a place of its own was held: beside another event of the same people and day, at the seat
 * that the same sentence visits, or in the town that the report comes from when the hosts are at home there.
 */
export function setting(drafts: readonly Draft[]): readonly Draft[] {
  const out: Draft[] = [];
  for (const d of drafts) out.push(placed(d, out));
  return out;
}

const NEAR = 8;

function placed(d: Draft, before: readonly Draft[]): Draft {
  if (!FACE.has(d.kind) || d.line.heading || d.line.speaker) return d;
  const own = placesOf(d);
  const trip = before
    .slice(-NEAR)
    .findLast(
      (e) =>
        e.kind === "visit" && e.line.sentence === d.line.sentence && e.status === d.status && shares(e, d),
    );
  const dated =
    trip && !whenOf(d).stated && whenOf(trip).stated && d.kind !== "visit" ? { when: whenOf(trip).when } : {};
  const onTrip = trip && (own.length === 0 || samePlace(own, placesOf(trip)));
  const withDay: Draft =
    onTrip && Object.keys(dated).length > 0 ? { ...d, ...dated, rules: [...d.rules, "on a visit"] } : d;
  if (own.length > 0 || d.kind === "visit") return withDay;
  if (d.status === "denied" || d.status === "declined" || d.status === "proposed") return d;
  const found = onTrip ? placesOf(trip) : (beside(d, before) ?? reported(d));
  return found && found.length > 0
    ? { ...withDay, places: found, rules: [...withDay.rules, "place by its story"] }
    : withDay;
}

const FACE = new Set([...MET, "agreement"]);

/** The same people on the same day, told nearby, or what "also" and "later" join. */
function beside(d: Draft, before: readonly Draft[]): readonly EventPlace[] | null {
  const { item, number } = d.line.sentence.paragraph;
  const mine = whenOf(d);
  for (const e of before.slice(-NEAR).reverse()) {
    const at = e.line.sentence.paragraph;
    if (at.item !== item || number - at.number > 6 || !FACE.has(e.kind) || !alike(e, d)) continue;
    const there = placesOf(e);
    const town = d.line.dateline !== null && there[0]?.id === d.line.dateline.id && gathered(e);
    if (there.length !== 1 || !(shares(e, d) || town)) continue;
    const theirs = whenOf(e);
    if (
      d.line.chunks.some(
        (c, k) =>
          c.word === "same" && /^(?:city|town|place|venue|hotel|capital)$/.test(wordAt(d.line, k + 1)),
      )
    )
      return [{ ...there[0]!, derivation: "inferred" }];
    const joined = linked(d) || gathered(e) || e.line.sentence === d.line.sentence;
    const sameDay = mine.stated
      ? mine.when.edtf === theirs.when.edtf || (gathered(e) && close(mine.when, theirs.when))
      : joined;
    if (sameDay) return [{ ...there[0]!, derivation: "inferred" }];
  }
  return null;
}

/** "also", "later", "earlier", "separately" in the clause of the event, or a sentence that goes on with "he". */
const linked = (d: Draft): boolean =>
  d.line.chunks.some((c) =>
    /^(?:same|also|later|earlier|separately|then|afterwards|afterward|meanwhile|sidelines|margins|during|too)$/.test(
      c.word,
    ),
  ) || d.takers.some(({ actor }) => actor.resolution === "pronoun");

/** Both happened, or one of them lies ahead on the same visit. */
const alike = (e: Draft, d: Draft): boolean =>
  e.status === d.status || (e.status === "happened" && d.status === "planned" && (linked(d) || gathered(e)));

/** Beside a summit or conference everything is told of the one place. */
const gathered = (e: Draft): boolean =>
  e.line.chunks.some(
    (c) => SIDE.test(c.word) || /^(?:summit|conference|gathered|gathering|forum|assembly)$/.test(c.word),
  );

const close = (a: When, b: When): boolean =>
  a.start !== null && b.start !== null && a.start <= addDays(b.start, 2) && a.start >= addDays(b.start, -2);

/** The town of the report, where one side is at home there and the other is not, or all came to it from elsewhere. */
function reported(d: Draft): readonly EventPlace[] | null {
  const { line } = d;
  const town = line.dateline;
  const people = d.takers.filter(
    ({ actor, part }) => actor.kind === "person" && part !== "absent" && part !== "declined",
  );
  if (!town?.country || people.length < 2 || d.status !== "happened" || line.depth > 6) return null;
  const { when, stated } = whenOf(d);
  const { start, end } = when;
  const told = line.creation.end;
  if (stated && (!told || !start || !end || end > told || start < addDays(told, -3))) return null;
  const sides = new Set(people.map(({ actor }) => actor.country));
  const athome = sides.has(town.country) && sides.size > 1;
  const guests =
    !sides.has(town.country) && line.chunks.some((c, k) => SIDE.test(c.word) && wordAt(line, k + 1) === "of");
  return athome || guests ? [town] : null;
}

const SIDE = /^(?:sidelines|margins|fringes|sideline|margin)$/;

const shares = (a: Draft, b: Draft): boolean =>
  a.takers.some(
    ({ actor: x }) =>
      x.kind === "person" &&
      b.takers.some(
        ({ actor: y }) =>
          y.id === x.id ||
          (y.kind === "person" &&
            (x.resolution === "role-only" || y.resolution === "role-only") &&
            x.office !== null &&
            x.office === y.office &&
            (x.country === y.country || x.country === null || y.country === null)),
      ),
  );

const samePlace = (a: readonly EventPlace[], b: readonly EventPlace[]): boolean =>
  a.some((p) => b.some((q) => q.id === p.id));
