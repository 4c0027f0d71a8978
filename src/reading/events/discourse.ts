import { countryId } from "../../model/entity.ts";
import { addDays, type When } from "../../model/when.ts";
import type { Actor } from "../names/actors.ts";
import { actor } from "../names/actors.ts";
import type { Draft, Taker } from "./draft.ts";
import type { Reading } from "./mentions.ts";
import type { Remark } from "./remarks.ts";
import { nominal, whenOf } from "./when.ts";
import { placesOf } from "./where.ts";

const MET = new Set(["meeting", "talks", "visit"]);

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
  return out;
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

const ids = (d: Draft) =>
  d.takers
    .map((t) => t.actor.id)
    .sort()
    .join(" ");

const HEADS = new Set([
  "president",
  "prime-minister",
  "monarch",
  "supreme-leader",
  "crown-prince",
  "leader",
  "party-leader",
]);

/** "The two leaders met": one more passage of the event they are of, or, on another day, an event of its own. */
function reunite(drafts: Draft[], next: Draft) {
  const at = lastOf(
    drafts,
    (d) =>
      MET.has(d.kind) &&
      d.status !== "denied" &&
      near(d, next, 6) &&
      d.takers.filter((t) => t.actor.kind === "person").length > 1,
  );
  const known = drafts[at];
  if (!known) return;
  const two = next.line.chunks.slice(0, next.at).some((c) => c.word === "two" || c.word === "pair");
  const here = known.takers.filter(
    (t) => t.actor.kind === "person" && t.part !== "absent" && t.part !== "declined",
  );
  const word = next.line.chunks
    .slice(0, next.at)
    .findLast((c) => /^(?:leaders|presidents|premiers|ministers)$/.test(c.word))?.word;
  const suits = (office: string) => (word === "ministers" ? /minister/.test(office) : HEADS.has(office));
  const level = word ? here.filter((t) => suits(t.actor.office ?? "")) : here;
  const people = level.length > 1 ? level : here;
  if (two && people.length !== 2) return;
  const own = whenOf({ ...next, takers: people });
  const same = own.stated ? own.when.edtf === whenOf(known).when.edtf : next.status === known.status;
  if (same)
    drafts[at] = {
      ...known,
      places: placesOf(known).length > 0 ? placesOf(known) : placesOf(next),
      also: [...(known.also ?? []), source(next)],
      rules: [...known.rules, "told again"],
    };
  else if (own.stated || next.status !== known.status)
    drafts.push({ ...next, takers: people.map((t) => ({ ...t, part: "attendee" as const })) });
}

/** "the diplomat", "the spokesman" after "a senior diplomat", "a representative": the same unnamed person. */
function sameUnnamed(speaker: Actor, other: Actor | null): boolean {
  if (speaker.resolution !== "unnamed" || !/^the\b/i.test(speaker.as)) return false;
  if (other === null) return true;
  const head = (a: Actor) =>
    (a.role ?? "")
      .toLowerCase()
      .split(" ")
      .at(-1)
      ?.replace(/^(?:spokesman|spokeswoman|representative)$/, "spokesperson");
  return (
    other.resolution === "unnamed" &&
    head(other) === head(speaker) &&
    (speaker.country === null || other.country === null || speaker.country === other.country)
  );
}

/** "the talks were held between A and B" after "US-Russia talks": the same talks, now with who sat there. */
function specified(drafts: readonly Draft[], next: Draft): number {
  if (!next.rules.includes("talks between")) return -1;
  const k = next.at;
  const definite = next.line.chunks
    .slice(Math.max(0, k - 3), k)
    .some((c) => /^(?:the|these|those)$/.test(c.word));
  const codes = sides(next.takers);
  if (!definite || codes === "") return -1;
  return lastOf(
    drafts,
    (d) =>
      MET.has(d.kind) &&
      near(d, next, 3) &&
      sides(d.takers) === codes &&
      d.takers.every((t) => t.actor.kind === "country"),
  );
}

const specify = (d: Draft, next: Draft): Draft => ({
  ...d,
  takers: next.takers,
  occasion: d.occasion ?? next.occasion ?? occasionOf(next),
  flags: [...new Set([...d.flags, ...next.flags])],
  also: [...(d.also ?? []), source(next)],
  rules: [...d.rules, ...next.rules],
});

const occasionOf = (d: Draft) => d.line.scan.pieces.find((p) => p?.occasion)?.occasion ?? null;
const sides = (takers: readonly Taker[]) =>
  [...new Set(takers.map((t) => t.actor.country ?? ""))].sort().join(" ").trim();

function apply(drafts: Draft[], r: Remark, told: readonly (Draft | Remark)[], reading: Reading) {
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
    case "absent": {
      const part = r.remark === "attending" ? "attendee" : r.remark === "hosting" ? "host" : r.remark;
      const at = antecedent(
        drafts,
        item,
        (d) => d.status !== "denied" && d.kind !== "visit" && sameSort(d, r) && current(d),
      );
      if (at < 0) return;
      const d = drafts[at]!;
      const people = r.actors.filter((a) => !d.takers.some((t) => t.actor.id === a.id));
      drafts[at] = {
        ...d,
        takers: [...d.takers, ...people.map((a) => ({ actor: a, part }) as const)],
        also: [...(d.also ?? []), source(r)],
        rules: [...d.rules, RULE_OF[r.remark]],
      };
      return;
    }
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
    status: r.confirmed && d.status === "alleged" ? "happened" : d.status,
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

const RULE_OF = {
  attending: "attendance",
  hosting: "attendance",
  declined: "did not come",
  absent: "was absent",
} as const;

/** The last event of the item that fits; a title's only when nothing else does. */
function antecedent(drafts: readonly Draft[], item: number, suits: (d: Draft) => boolean): number {
  const open = (d: Draft) => MET.has(d.kind) && d.line.sentence.paragraph.item === item && suits(d);
  const body = lastOf(drafts, (d) => open(d) && !d.line.heading);
  return body >= 0 ? body : lastOf(drafts, open);
}

/** How many events back a reference may reach: what keeps a long text linear. */
const REACH = 60;

function lastOf(drafts: readonly Draft[], suits: (d: Draft) => boolean): number {
  for (let n = drafts.length - 1; n >= Math.max(0, drafts.length - REACH); n--)
    if (suits(drafts[n]!)) return n;
  return -1;
}

/** The news itself, not a meeting of another season told as background. */
function current(d: Draft): boolean {
  const { when, stated } = whenOf(d);
  const told = d.line.creation.start;
  return !stated || told === null || when.end === null || when.end >= addDays(told, -10);
}

/** Who came to a summit came to no meeting beside it: a gathering's word wants a gathering. */
function sameSort(d: Draft, r: Remark): boolean {
  const gathering = r.line.chunks.some((c) =>
    /^(?:summit|conference|session|forum|event|assembly)$/.test(c.word),
  );
  const trigger = d.line.chunks[d.at]?.word ?? "";
  const many = d.takers.length > 2 || d.takers.some((t) => t.actor.kind === "organisation");
  return !gathering || many || /^(?:summit|conference|session|forum|gathered)$/.test(trigger);
}

/** Every side that the remark names is a side of the event. */
const fits = (d: Draft, actors: readonly Actor[]) =>
  actors.every((a) => a.country === null || d.takers.some((t) => t.actor.country === a.country));

const near = (a: Draft, b: Draft, paragraphs: number) =>
  a.line.sentence.paragraph.item === b.line.sentence.paragraph.item &&
  b.line.sentence.paragraph.number - a.line.sentence.paragraph.number <= paragraphs;

function source(x: { readonly line: Draft["line"] }) {
  const { span, paragraph } = x.line.sentence;
  return { span, paragraph: paragraph.number, item: paragraph.item };
}

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
