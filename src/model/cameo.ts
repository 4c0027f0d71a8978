import table from "./cameo.json" with { type: "json" };
import type { Kind } from "./kinds.ts";

/**
 * The event codes of CAMEO 1.1b3 (Gerner, Schrodt, Yilmaz), with the names that ICEWS gives them: two digits a
 * root, three or four a code below it.
 */
export const CAMEO: ReadonlyMap<string, string> = new Map(table as [string, string][]);

/** The kind of ours that a CAMEO code belongs to, by its longest known beginning; undefined for no such code. */
export function kindOfCameo(code: string): Kind | undefined {
  if (!CAMEO.has(code)) return undefined;
  for (let length = code.length; length >= 2; length--) {
    const kind = KIND_BY_CODE[code.slice(0, length)];
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** The CAMEO code that a relation in words names ("Make a visit"), without regard to case; undefined for none. */
export function cameoOfName(name: string): string | undefined {
  return CODE_BY_NAME.get(name.trim().toLowerCase());
}

const KIND_BY_CODE: Readonly<Record<string, Kind>> = {
  "01": "statement",
  "02": "appeal",
  "03": "intent",
  "04": "meeting",
  "041": "call",
  "042": "visit",
  "043": "visit",
  "045": "mediation",
  "046": "talks",
  "05": "support",
  "050": "cooperation",
  "057": "agreement",
  "06": "cooperation",
  "07": "aid",
  "08": "concession",
  "0871": "ceasefire",
  "09": "investigation",
  "10": "demand",
  "11": "accusation",
  "12": "rejection",
  "13": "threat",
  "14": "protest",
  "15": "mobilization",
  "16": "sanction",
  "17": "coercion",
  "18": "attack",
  "19": "attack",
  "20": "attack",
};

/** A root and its general code share a name ("Consult"): the general code, which events carry, wins. */
const CODE_BY_NAME: ReadonlyMap<string, string> = new Map(
  [...CAMEO].sort(([a], [b]) => a.length - b.length).map(([code, name]) => [name.toLowerCase(), code]),
);
