import type { When } from "../../../model/when.ts";
import type { Draft } from "../draft.ts";
import { nominal, whenOf } from "../finish/when.ts";
import { placesOf } from "../finish/where.ts";
import type { Reading } from "../mentions.ts";
import { antecedent, current, lastOf, MET, near, REACH, source } from "./antecedent.ts";
import { apply } from "./apply.ts";
import type { Remark } from "./remark.ts";
import { reunite, sameUnnamed, sides, specified, specify } from "./reunite.ts";
import { setting } from "./setting.ts";

/**
 * What later sentences say of events told before: where and how secretly they were held, who came, who did not,
 * who confirms them. Takes drafts and remarks in the order of the text; a remark without an event to stand on is
 * dropped.
 */
export function discourse(told: readonly (Draft | Remark)[], reading: Reading): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const next of told) {
    if ("kind" in next) {
      const at = specified(drafts, next);
      if (at >= 0) drafts[at] = specify(drafts[at]!, next);
      else add(drafts, next);
    } else apply(drafts, next, told, reading);
  }
  return received(setting(retold(drafts)), reading);
}

/** A headline that only says again what its text tells is one more passage of that event. */
function retold(drafts: readonly Draft[]): readonly Draft[] {
  const out = [...drafts];
  for (const d of drafts.slice(0, REACH)) {
    if (!d.line.heading || !MET.has(d.kind)) continue;
    const item = d.line.sentence.paragraph.item;
    const at = out.findIndex(
      (x) =>
        x !== d &&
        !x.line.heading &&
        x.line.sentence.paragraph.item === item &&
        MET.has(x.kind) &&
        x.status !== "denied" &&
        sides(d.takers) === sides(x.takers.filter((t) => t.actor.country !== null)) &&
        d.takers.every((t) => t.actor.kind === "country" || x.takers.some((y) => y.actor.id === t.actor.id)),
    );
    if (at < 0) continue;
    const body = out[at]!;
    out[at] = {
      ...body,
      places: placesOf(body).length > 0 ? placesOf(body) : placesOf(d),
      also: [source(d), ...(body.also ?? [])],
      rules: [...body.rules, "told by the headline"],
    };
    out.splice(out.indexOf(d), 1);
  }
  return out.map((d) => (d.rules.includes("joint statement") ? dayOfItsMeeting(d, out) : d));
}

/** "thank you for receiving me": who is thanked at the meeting that the title tells is its host. */
function received(drafts: readonly Draft[], reading: Reading): readonly Draft[] {
  return drafts.map((d) => {
    const { item } = d.line.sentence.paragraph;
    if (!d.line.heading || !MET.has(d.kind) || d.takers.length !== 2) return d;
    const owner = d.takers.find(({ actor }) =>
      d.line.chunks.some((c) => c.possessive && c.actors[0]?.id === actor.id),
    );
    const thanks = reading.lines.some(
      (l) => l.paragraph.item === item && !l.paragraph.heading && THANKS.test(reading.prose.slice(...l.span)),
    );
    if (
      !owner ||
      !thanks ||
      d.takers.some(({ actor, part }) => actor.kind !== "person" || part !== "attendee")
    )
      return d;
    return {
      ...d,
      takers: d.takers.map((t) => ({ ...t, part: t === owner ? ("visitor" as const) : ("host" as const) })),
      rules: [...d.rules, "thanked its host"],
    };
  });
}

const THANKS =
  /\b(?:thank|thanks|grateful|gratitude|appreciate)\b[^.]{0,60}\b(?:(?:receiving|welcoming|hosting|inviting) (?:me|us)\b|hospitality\b|warm welcome\b)/i;

/** A joint statement without a day of its own is of the day of the meeting that its text tells. */
function dayOfItsMeeting(d: Draft, all: readonly Draft[]): Draft {
  const item = d.line.sentence.paragraph.item;
  if (!d.line.heading || whenOf(d).stated) return d;
  const met = all.find(
    (x) =>
      MET.has(x.kind) &&
      x.line.sentence.paragraph.item === item &&
      whenOf(x).stated &&
      sides(x.takers) === sides(d.takers),
  );
  return met
    ? {
        ...d,
        when: ofItsMeeting(whenOf(met).when),
        places: placesOf(d).length > 0 ? placesOf(d) : placesOf(met),
      }
    : d;
}

const ofItsMeeting = (when: When): When => ({
  ...when,
  derivation: "inferred",
  evidence: `issued at a meeting of that day (${when.evidence})`,
});

/** A pronoun's second sentence belongs to the statement before it; a session takes the day of the talks beside it. */
function add(drafts: Draft[], next: Draft) {
  if (next.rules[0] === "they met") {
    reunite(drafts, next);
    return;
  }
  const speaker = next.takers[0]?.actor;
  if (
    next.kind === "statement" &&
    speaker &&
    (speaker.resolution === "pronoun" || sameUnnamed(speaker, null))
  ) {
    const at = lastOf(drafts, (d) => {
      const other = d.takers[0]?.actor;
      return (
        d.kind === "statement" &&
        other !== undefined &&
        (other.id === speaker.id || sameUnnamed(speaker, other)) &&
        near(d, next, 4)
      );
    });
    if (at >= 0) {
      const known = drafts[at]!;
      drafts[at] = {
        ...known,
        also: [...(known.also ?? []), source(next)],
        quote: known.quote ?? next.quote,
      };
      return;
    }
  }
  if (next.kind === "visit" && speaker?.resolution === "pronoun") {
    const at = lastOf(
      drafts,
      (d) =>
        d.line.heading &&
        MET.has(d.kind) &&
        d.line.sentence.paragraph.item === next.line.sentence.paragraph.item &&
        d.takers.some((t) => t.actor.id === speaker.id) &&
        placesOf(d).some((p) => next.places?.some((q) => q.id === p.id)),
    );
    if (at >= 0) {
      drafts[at] = {
        ...drafts[at]!,
        also: [...(drafts[at]!.also ?? []), source(next)],
        rules: [...drafts[at]!.rules, "told again"],
      };
      return;
    }
  }
  if (
    next.rules.includes("meeting of a body") &&
    next.line.chunks.some((c) => /^(?:sidelines|margins)$/.test(c.word))
  ) {
    const at = antecedent(drafts, next.line.sentence.paragraph.item, () => true);
    if (at >= 0 && !whenOf(next).stated) {
      drafts.push({ ...next, when: whenOf(drafts[at]!).when });
      return;
    }
  }
  if (
    MET.has(next.kind) &&
    !next.line.heading &&
    !next.when &&
    !whenOf(next).stated &&
    besideGathering(next)
  ) {
    const at = antecedent(
      drafts,
      next.line.sentence.paragraph.item,
      (d) => isGathering(d) && current(d) && d.status === next.status,
    );
    const host = drafts[at];
    if (host) {
      drafts.push({
        ...next,
        when: whenOf(host).when,
        places: placesOf(next).length > 0 ? placesOf(next) : placesOf(host),
        rules: [...next.rules, "beside a gathering"],
      });
      return;
    }
  }
  const twin =
    MET.has(next.kind) && !next.when && !whenOf(next).stated && nominal(next)
      ? lastOf(
          drafts,
          (d) =>
            MET.has(d.kind) &&
            d.status === next.status &&
            ids(d) === ids(next) &&
            d.line.sentence.paragraph.item === next.line.sentence.paragraph.item,
        )
      : -1;
  drafts.push(
    twin >= 0
      ? {
          ...next,
          when: whenOf(drafts[twin]!).when,
          places: placesOf(next).length > 0 ? placesOf(next) : placesOf(drafts[twin]!),
        }
      : next,
  );
}

/** "met during the summit", "on the sidelines of the conference", of one that was told before. */
const besideGathering = (d: Draft): boolean =>
  /\b(?:during|sidelines of|margins of|fringes of) the (?:[\w-]+ ){0,3}(?:summit|event|conference|session|forum|meeting)\b/i.test(
    d.line.scan.text.slice(d.line.chunks[d.at]?.start ?? 0, d.line.sentence.span[1]),
  );
const isGathering = (d: Draft): boolean =>
  d.takers.some((t) => t.actor.kind === "organisation") ||
  /^(?:summit|conference|session|forum)$/.test(d.line.chunks[d.at]?.word ?? "");

const ids = (d: Draft) =>
  d.takers
    .map((t) => t.actor.id)
    .sort()
    .join(" ");
