import type { Entity } from "../../../model/entity.ts";
import type { EventPlace, Participant } from "../../../model/event.ts";
import type { Day, When } from "../../../model/when.ts";
import type { Actor } from "../../names/actors.ts";
import type { Lexicon } from "../../names/lexicon.ts";
import { type Known, type Memory, officeOn } from "../../names/memory.ts";
import { tokenize } from "../../names/tokens.ts";
import { PARLIAMENTARY } from "../../names/words.ts";
import type { Draft, Taker } from "../draft.ts";

/** Participants with their offices looked up: counterparts by the other side's office, offices by the table on the day. */
export function participantsOf(
  d: Draft,
  when: When,
  lexicon: Lexicon,
  memory: Memory,
): readonly Participant[] {
  const day = when.end ?? when.start ?? d.line.creation.end;
  const settled = d.takers.map((t) => ({
    ...t,
    actor: settle(counterpart(t, d.takers, lexicon, day), when, day, lexicon, memory, d.line.scan.text),
  }));
  const seen = new Set<string>();
  return settled
    .filter(({ actor }) => !seen.has(actor.id) && seen.add(actor.id))
    .map(({ actor, part }) => ({
      id: actor.id,
      kind: actor.kind,
      name: actor.name,
      as: actor.as.replace(/\s+/g, " "),
      ...(actor.role ? { role: roleText(actor) } : {}),
      ...(actor.country ? { country: actor.country } : {}),
      part,
      resolution: actor.resolution,
      inferred: actor.inferred,
    }));
}

/** "spokesman of X", "former prime minister". */
const roleText = (a: Actor): string =>
  a.principal?.kind === "person"
    ? `${a.role} of ${a.principal.name}`
    : a.former && !/^former/i.test(a.role ?? "")
      ? `former ${a.role}`
      : (a.role ?? "");

/** "their Russian counterpart": the office is that of those whose counterpart it is. */
function counterpart(t: Taker, all: readonly Taker[], lexicon: Lexicon, day: Day | null): Actor {
  const { actor } = t;
  if (!actor.counterpart) return actor;
  const other = all.find(
    (x) => x.actor !== actor && x.actor.kind === "person" && x.actor.country !== actor.country,
  );
  if (!other) return actor;
  const known = lexicon.person(other.actor.name)[0];
  const office = other.actor.office ?? (known ? (officeOn(known, day)?.office ?? null) : null);
  return {
    ...actor,
    office,
    role: (office ? lexicon.title(office)?.words[0] : undefined) ?? actor.role,
  };
}

/** Whoever holds an office: by the document's own words first, then by the table (and so inferred). */
function settle(
  actor: Actor,
  when: When,
  day: Day | null,
  lexicon: Lexicon,
  memory: Memory,
  text: string,
): Actor {
  if (actor.resolution !== "role-only" || !actor.office || actor.former) return actor;
  if (!actor.country) {
    const only = memory.soleHolder(actor.office);
    const other =
      actor.office === "secretary-general" &&
      only !== null &&
      (/chair|commission/i.test(only.role ?? "") || !namedBefore(text, only, actor.span[0]));
    if (only && !other) return { ...actor, id: only.id, name: only.name, country: only.country };
    return ofBody(actor, when, day, lexicon);
  }
  for (const office of officesFor(actor)) {
    const unique = (lexicon.title(office)?.unique ?? false) || succession(lexicon, office, actor.country);
    const named = unique ? memory.holder(office, actor.country) : onlyOf(memory, office, actor.country);
    if (!unique && !named) continue;
    if (named && !actor.former && holds(named.entity, office, when, day))
      return { ...actor, id: named.id, name: named.name, office, country: named.country ?? actor.country };
    if (!unique) continue;
    const holders = lexicon
      .holders(office, actor.country)
      .filter((p) =>
        p.offices.some((o) => o.office === office && o.of === actor.country && overlaps(o, when, day)),
      );
    if (holders.length === 1 && !actor.former) {
      const holder = holders[0]!;
      return { ...actor, id: holder.id, name: holder.name, office, inferred: true };
    }
  }
  return actor;
}

/** Whether the text has named someone before character `at`: "the Secretary-General" is not one who comes only later. */
const namedBefore = (text: string, { name }: Known, at: number): boolean =>
  text.slice(0, at).includes(name.split(" ").at(-1) ?? name);

/** A vice-presidency that three or more held one after another, as the table has them, is one person's. */
function succession(lexicon: Lexicon, office: string, country: string): boolean {
  if (office !== "vice-president") return false;
  const terms = lexicon
    .holders(office, country)
    .flatMap((p) => p.offices.filter((o) => o.office === office && o.of === country))
    .toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  return (
    terms.length > 2 && terms.every(({ from }, k) => k === 0 || (terms[k - 1]?.to ?? "9") <= (from ?? ""))
  );
}

/** "the Vice President": of an office that several may hold, the one holder whom the document names. */
function onlyOf(memory: Memory, office: string, country: string): Known | null {
  const only = memory.soleHolder(office);
  return only?.country === country ? only : null;
}

/** "the Secretary-General": an office of one body alone has one holder in the whole table. */
function ofBody(actor: Actor, when: When, day: Day | null, lexicon: Lexicon): Actor {
  const { office } = actor;
  if (office === null || !OF_BODIES.has(office)) return actor;
  const words = tokenize(actor.role ?? "");
  const body =
    actor.principal?.id ??
    words
      .map(
        (_, i) =>
          lexicon.at(words, i)?.organisation?.id ?? lexicon.at(words.slice(i, i + 1), 0)?.organisation?.id,
      )
      .find((id) => id);
  const held = (p: Entity) =>
    p.offices.some(
      (o) =>
        o.office === office &&
        !/^[A-Z]{2}$/.test(o.of) &&
        (body === undefined || o.of === body) &&
        overlaps(o, when, day),
    );
  const able = lexicon.everHeld(office).filter(held);
  const holders =
    able.length > 1 && body === undefined
      ? able.filter((p) => p.offices.some((o) => o.office === office && o.of === "un"))
      : able;
  const holder = holders[0];
  return holder && holders.length === 1
    ? { ...actor, id: holder.id, name: holder.name, country: holder.country ?? null, inferred: true }
    : actor;
}

/** Offices that only bodies of several countries have. */
const OF_BODIES = new Set([
  "secretary-general",
  "nato-secretary-general",
  "eu-high-representative",
  "commission-president",
  "european-council-president",
  "director-general",
  "international-organisation-chair",
]);

/** A person of the record must have held the office then; of others the document's word stands. */
function holds(entity: Entity | null, office: string, when: When, day: Day | null): boolean {
  const terms = entity?.offices.filter((o) => o.office === office) ?? [];
  return terms.length === 0 || terms.some((o) => overlaps(o, when, day));
}

/** "leader" is the head of government in a parliamentary country, the head of state elsewhere. */
function officesFor(actor: Actor): readonly string[] {
  if (actor.office !== "leader") return [actor.office as string];
  return PARLIAMENTARY.has((actor.country as string).toLowerCase()) ||
    ["GB", "JP", "CA", "AU", "NL", "BE", "ES", "SE", "NO", "DK", "NZ", "TH", "LU"].includes(
      actor.country as string,
    )
    ? ["prime-minister"]
    : ["president", "supreme-leader", "monarch", "prime-minister"];
}

/** In office on the event's days, or on the day of telling where the event has only a limit. */
function overlaps(o: { from: Day | null; to: Day | null }, when: When, day: Day | null): boolean {
  const [start, end] = when.start !== null && when.end !== null ? [when.start, when.end] : [day, day];
  if (start === null || end === null) return false;
  return (o.from === null || o.from <= end) && (o.to === null || start <= o.to);
}

/** The seat of a country's government as the place of a visit to it. */
export const sameCountry = (places: readonly EventPlace[]): string | null => places[0]?.country ?? null;
