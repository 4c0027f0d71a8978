import type { Draft } from "../draft.ts";
import { nominal, whenOf } from "../finish/when.ts";
import { placesOf } from "../finish/where.ts";
import type { Reading } from "../mentions.ts";
import { antecedent, current, lastOf, MET, near, REACH, source } from "./antecedent.ts";
import { apply } from "./apply.ts";
import type { Remark } from "./remarks.ts";
import { reunite, sameUnnamed, sides, specified, specify } from "./reunite.ts";

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
  return retold(drafts);
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
    ? { ...d, when: whenOf(met).when, places: placesOf(d).length > 0 ? placesOf(d) : placesOf(met) }
    : d;
}

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
