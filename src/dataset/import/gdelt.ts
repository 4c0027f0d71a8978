import { CAMEO } from "../../model/cameo.ts";
import { type Day, isDay } from "../../model/when.ts";
import alpha3 from "./alpha3.json" with { type: "json" };
import type { Actor, LineReader, LineReading, Where } from "./types.ts";

/**
 * Positions in a line of a GDELT 2.0 event export (61 columns, no header), by the GDELT Event Database Data Format
 * Codebook V2.0.
 */
const AT = {
  day: 1,
  actor1Name: 6,
  actor1Country: 7,
  actor2Name: 16,
  actor2Country: 17,
  code: 26,
  geoType: 51,
  geoName: 52,
  url: 60,
} as const;
const WIDTH = 61;

/** ActionGeo_Type of a place finer than a country. */
const CITY_TYPES = new Set(["3", "4"]);

/** Reads GDELT 2.0 event exports. A record may name neither of its actors. */
export function gdeltReader(): LineReader {
  return (line) => {
    if (line.trim() === "") return { kind: "none" };
    const cells = line.split("\t");
    if (cells.length !== WIDTH) return problem(`${cells.length} columns where ${WIDTH} are expected`);
    const cell = (at: number) => cells[at]?.trim() ?? "";
    const day = cell(AT.day).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
    if (!isDay(day)) return problem(`“${cell(AT.day).slice(0, 30)}” is not a day that exists`);
    const code = cell(AT.code);
    if (!CAMEO.has(code)) return problem(`no CAMEO code is “${code.slice(0, 20)}”`);
    const first = actor(cell(AT.actor1Name), cell(AT.actor1Country));
    const second = actor(cell(AT.actor2Name), cell(AT.actor2Country));
    const source = first ?? second;
    if (source === null) return { kind: "nameless" };
    const place = where(cell(AT.geoType), cell(AT.geoName));
    const origin = host(cell(AT.url));
    return {
      kind: "event",
      event: {
        day: day as Day,
        source,
        target: first === null ? null : second,
        code,
        ...(place ? { where: place } : {}),
        ...(origin ? { origin } : {}),
      },
    };
  };
}

/** True for a first line of an event export. */
export function looksLikeGdelt(line: string): boolean {
  const cells = line.split("\t");
  return cells.length === WIDTH && /^\d+$/.test(cells[0] ?? "") && /^\d{8}$/.test(cells[AT.day] ?? "");
}

const COUNTRIES: Readonly<Record<string, string>> = alpha3;

/** Names come in capitals: "UNITED KINGDOM". */
function actor(name: string, country: string): Actor | null {
  if (name === "") return null;
  const proper = name.toLowerCase().replace(/(^|[\s\-(])\p{L}/gu, (letter) => letter.toUpperCase());
  const code = COUNTRIES[country];
  return code === undefined ? { name: proper } : { name: proper, country: code };
}

/** "Paris, Ile-de-France, France" or "France": the first part is the city, the last the country. */
function where(type: string, name: string): Where | undefined {
  if (name === "") return undefined;
  const parts = name.split(",").map((part) => part.trim());
  const country = parts.at(-1) ?? "";
  return CITY_TYPES.has(type) && parts.length > 1 ? { city: parts[0] ?? "", country } : { country };
}

function host(url: string): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
}

const problem = (why: string): LineReading => ({ kind: "problem", why });
