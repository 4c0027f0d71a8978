import { existsSync, readFileSync } from "node:fs";
import { countryId, type Gazetteer } from "../model/entity.ts";
import type { Participant } from "../model/event.ts";
import { bounds, type Precision, type When } from "../model/when.ts";
import type { Told } from "../reading/merge/index.ts";
import { type Curation, complaint, curationSchema } from "./schema.ts";

export type { Curation } from "./schema.ts";

type Entry = Curation[number];
type Decision = Exclude<Entry, { decision: "anchor" }>;

/**
 * What a person decided about what was read: a day that no document tells (`anchor`), a corrected time, status or
 * name (`fix`), or that an event was misread (`reject`). It never adds an event. A missing file is no decision;
 * throws where the file is damaged.
 */
export function loadCuration(file: string): Curation {
  if (!existsSync(file)) return [];
  try {
    const { data, error } = curationSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (data) return data;
    throw new Error(complaint(error));
  } catch (error) {
    throw new Error(
      `${file} is damaged: ${(error as Error).message}. Correct it, or build without it: --no-curation.`,
    );
  }
}

/**
 * Lays a person's decisions over what one document was read to tell. Returns the events and, for each entry that
 * met none or more than one, a line that says so: no decision is ever dropped in silence.
 */
export function curate(
  told: readonly Told[],
  curation: Curation,
  gazetteer: Gazetteer,
): { readonly told: readonly Told[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const curated = [...told];
  for (const entry of curation) {
    if (entry.decision === "anchor") continue;
    const met = curated.flatMap((one, at) => (concerns(entry, one) ? [at] : []));
    const at = met[0];
    if (at === undefined || met.length > 1) {
      problems.push(
        `${describe(entry)} meets ${met.length === 0 ? "no event" : `${met.length} events: say whose with "who"`}`,
      );
      continue;
    }
    const decided = decide(curated[at]!, entry, gazetteer);
    if (typeof decided === "string") problems.push(`${describe(entry)} ${decided}`);
    else curated[at] = decided;
  }
  return { told: curated, problems };
}

/** An entry as a report names it. */
export const describe = ({ decision, document, span }: Entry): string =>
  `the ${decision} of ${document.slice(0, 8)}… ${span[0]}-${span[1]}`;

const concerns = (entry: Decision, told: Told) =>
  told.keys.some(
    ({ sha256, span }) => sha256 === entry.document && span[0] === entry.span[0] && span[1] === entry.span[1],
  ) &&
  (entry.who === undefined || told.participants.some(({ id }) => id === entry.who));

function decide(told: Told, entry: Decision, gazetteer: Gazetteer): Told | string {
  const corrected = { on: entry.on, reason: entry.reason };
  if (entry.decision === "reject") return { ...told, review: "rejected", corrected };
  if (entry.when === undefined && entry.status === undefined && entry.name === undefined)
    return "fixes nothing";
  const participants = entry.name ? renamed(told.participants, entry.name, gazetteer) : told.participants;
  if (typeof participants === "string") return participants;
  return {
    ...told,
    ...(entry.status !== undefined && { status: entry.status }),
    ...(entry.when !== undefined && { when: decidedTime(entry.when, entry.reason) }),
    participants,
    review: "edited",
    corrected,
  };
}

function renamed(
  participants: readonly Participant[],
  { from, to }: { readonly from: string; readonly to: string },
  gazetteer: Gazetteer,
): readonly Participant[] | string {
  if (!participants.some(({ id }) => id === from)) return `finds no "${from}" in the event`;
  const country = gazetteer.countries.find(({ code }) => countryId(code) === to);
  const entity = country
    ? { id: to, kind: "country" as const, name: country.name, country: country.code }
    : [...gazetteer.people, ...gazetteer.organisations].find(({ id }) => id === to);
  if (!entity) return `gives a name that the gazetteer does not have: "${to}"`;
  const { id, kind, name, country: code } = entity;
  return participants.map((p) =>
    p.id === from
      ? { ...p, id, kind, name, ...(code !== undefined && { country: code }), inferred: false }
      : p,
  );
}

function decidedTime(edtf: string, reason: string): When {
  const { start, end } = bounds(edtf)!;
  return { edtf, start, end, precision: precision(edtf), derivation: "inferred", evidence: reason };
}

function precision(edtf: string): Precision {
  if (edtf.startsWith("../")) return "before";
  if (edtf.endsWith("/..")) return "after";
  if (edtf.includes("/")) return "range";
  const parts = edtf.split("-").length;
  return parts === 3 ? "day" : parts === 2 ? "month" : "year";
}
