import { countryId } from "../../../model/entity.ts";
import type { When } from "../../../model/when.ts";
import { type Actor, actor } from "../../names/actors.ts";
import type { Draft } from "../draft.ts";
import { mattersOf } from "../finish/topics.ts";
import { whenOf } from "../finish/when.ts";
import { placesOf } from "../finish/where.ts";
import type { Reading } from "../mentions.ts";
import { antecedent, current, fits, lastOf, MET, REACH, sameSort, source } from "./antecedent.ts";
import type { Remark } from "./remark.ts";

export function apply(drafts: Draft[], r: Remark, told: readonly (Draft | Remark)[], reading: Reading) {
  const item = r.line.sentence.paragraph.item;
  switch (r.remark) {
    case "again": {
      const at = antecedent(
        drafts,
        item,
        (d) => d.status !== "denied" && fits(d, r.actors) && (r.kinds === null || r.kinds.includes(d.kind)),
      );
      if (at < 0) return;
      const last = drafts[at]!;
      for (let n = at; n >= 0 && drafts[n]!.line.sentence === last.line.sentence; n--) {
        if (n === at || (r.plural && drafts[n]!.kind === last.kind)) drafts[n] = toldAgain(drafts[n]!, r);
      }
      return;
    }
    case "dated": {
      const at = antecedent(
        drafts,
        item,
        (d) =>
          placesOf(d).some((p) => r.places.some((q) => q.id === p.id)) &&
          r.when !== null &&
          narrower(r.when, whenOf(d).when),
      );
      if (at >= 0 && r.when)
        drafts[at] = {
          ...drafts[at]!,
          when: r.when,
          also: [...(drafts[at]!.also ?? []), source(r)],
          topics: [...(drafts[at]!.topics ?? []), ...mattersOf(r.line)],
          rules: [...drafts[at]!.rules, "dated by its agreement"],
        };
      return;
    }
    case "denied": {
      const at = antecedent(drafts, item, (d) => d.status !== "denied" && fits(d, r.actors));
      const known =
        at < 0 ? [] : drafts[at]!.takers.flatMap((t) => (t.actor.country ? [t.actor.country] : []));
      const codes = [...new Set([...r.actors.flatMap((a) => (a.country ? [a.country] : [])), ...known])];
      if (codes.length < 2 || at < 0) return;
      const takers = codes.map((code) => ({ actor: sideOf(reading, r, code), part: "attendee" as const }));
      drafts.push({
        kind: "talks",
        status: "denied",
        tense: "past",
        flags: [],
        takers,
        line: r.line,
        at: r.at,
        rules: ["denied talks"],
        doubts: [],
        when: whenOf(drafts[at]!).when,
        places: [],
      });
      return;
    }
    case "attending":
    case "hosting":
    case "declined":
    case "absent":
      attend(drafts, r, r.remark);
      return;
    case "attended": {
      const bare = told
        .slice(Math.max(0, told.indexOf(r) - 4 * REACH))
        .findLast(
          (x): x is Remark =>
            "remark" in x && x.remark === "bare" && x.places.some((p) => r.places.some((q) => q.id === p.id)),
        );
      const at = lastOf(
        drafts,
        (d) =>
          MET.has(d.kind) &&
          d.takers.length > 0 &&
          placesOf(d).some((p) => r.places.some((q) => q.id === p.id)),
      );
      const takers = r.actors.map((a) => ({ actor: a, part: "attendee" as const }));
      if (at >= 0) {
        const d = drafts[at]!;
        drafts[at] = {
          ...d,
          takers: [...d.takers, ...takers.filter((t) => !d.takers.some((x) => x.actor.id === t.actor.id))],
          also: [...(d.also ?? []), source(r)],
        };
        return;
      }
      const base: Draft = {
        kind: r.kinds?.[0] ?? "talks",
        status: "happened",
        tense: "past",
        flags: [],
        takers,
        line: r.line,
        at: r.at,
        rules: ["attended the talks"],
        doubts: [],
        places: r.places,
      };
      const when = bare ? whenOf({ ...base, line: bare.line, at: bare.at }) : null;
      drafts.push({
        ...base,
        ...(when?.stated ? { when: when.when } : {}),
        ...(bare ? { also: [source(bare)] } : {}),
      });
      return;
    }
    case "bare":
      return;
  }
}

function toldAgain(d: Draft, r: Remark): Draft {
  const dated = r.when !== null && !whenOf(d).stated && d.status === "happened" ? { when: r.when } : {};
  const places = [...placesOf(d)];
  for (const p of r.places) if (!places.some((x) => x.id === p.id)) places.push(p);
  return {
    ...d,
    ...dated,
    places,
    status: r.status ?? (r.confirmed && d.status === "alleged" ? "happened" : d.status),
    flags: [...new Set([...d.flags, ...r.flags])],
    also: [...(d.also ?? []), source(r)],
    topics: [...new Set([...(d.topics ?? []), ...r.topics])],
    rules: [...d.rules, r.confirmed ? "confirmed later" : "told again"],
  };
}

/** True when the first lies within the second and is not the same. */
const narrower = (a: When, b: When) =>
  a.start !== null &&
  a.end !== null &&
  b.start !== null &&
  b.end !== null &&
  a.start >= b.start &&
  a.end <= b.end &&
  a.edtf !== b.edtf;

/** Adds who came, hosted, stayed away or could not come to the event that is spoken of. */
function attend(drafts: Draft[], r: Remark, how: "attending" | "hosting" | "declined" | "absent") {
  const part = how === "attending" ? "attendee" : how === "hosting" ? "host" : how;
  const away = how === "declined" || how === "absent";
  const open = (d: Draft) =>
    d.status !== "denied" &&
    d.kind !== "visit" &&
    sameSort(d, r) &&
    (r.here || current(d)) &&
    !(away && d.takers.some((t) => r.actors.some((a) => a.id === t.actor.id)));
  const item = r.line.sentence.paragraph.item;
  const ahead = how === "declined" ? antecedent(drafts, item, (d) => open(d) && d.status === "planned") : -1;
  const at = ahead >= 0 ? ahead : antecedent(drafts, item, open);
  const d = drafts[at];
  if (r.here && d?.line !== r.line) return;
  if (away && r.places.length > 0 && !(d && placesOf(d).some((p) => r.places.some((q) => q.id === p.id)))) {
    drafts.push(stayedAway(r, how));
    return;
  }
  if (!d) {
    const sides = new Set(r.actors.map((a) => a.country));
    if (how === "attending" && r.actors.length > 1 && sides.size > 1) {
      const takers = r.actors.map((a) => ({ actor: a, part: "attendee" as const }));
      drafts.push({
        kind: "meeting",
        status: "happened",
        tense: "past",
        flags: [],
        takers,
        line: r.line,
        at: r.at,
        rules: ["attendance"],
        doubts: [],
      });
    }
    return;
  }
  const people = r.actors.filter((a) => !d.takers.some((t) => t.actor.id === a.id));
  const known = placesOf(d);
  const finer = r.places.filter(
    (p) => p.id !== countryId(p.country ?? "") && known.every((q) => q.id === countryId(p.country ?? "")),
  );
  drafts[at] = {
    ...d,
    ...(finer.length > 0 ? { places: finer } : {}),
    takers: [...d.takers, ...people.map((a) => ({ actor: a, part }) as const)],
    also: [...(d.also ?? []), source(r)],
    rules: [...d.rules, RULE_OF[how]],
  };
}

/** "X did not attend the talks in P", of which no more is told. */
const stayedAway = (r: Remark, part: "declined" | "absent"): Draft => ({
  kind: "talks",
  status: "declined",
  tense: "past",
  flags: [],
  takers: r.actors.map((actor) => ({ actor, part })),
  line: r.line,
  at: r.at,
  rules: [RULE_OF[part]],
  doubts: [],
  places: r.places,
});

const RULE_OF = {
  attending: "attendance",
  hosting: "attendance",
  declined: "did not come",
  absent: "was absent",
} as const;

function sideOf(reading: Reading, r: Remark, code: string): Actor {
  const as = r.actors.find((a) => a.country === code);
  const name = reading.known.country(code)?.name ?? code;
  return actor({
    span: as?.span ?? r.line.sentence.span,
    kind: "country",
    id: countryId(code),
    name,
    as: as?.as ?? name,
    country: code,
    resolution: as ? "named" : "collective",
  });
}
