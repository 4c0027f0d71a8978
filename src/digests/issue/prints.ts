import type { Event } from "../../model/event.ts";
import { byCodePoint } from "../../model/text.ts";

/** What of an event is news when it changes, in 42 letters: two events that tell the same have the same. */
export const printOf = (event: Event): string =>
  ASPECTS.map(([, of]) =>
    fnv(JSON.stringify(of(event)) ?? "")
      .toString(36)
      .padStart(LETTERS, "0"),
  ).join("");

/** The names of what differs between two prints. */
export function whatDiffers(old: string, now: string): string {
  const part = (print: string, n: number) => print.slice(n * LETTERS, (n + 1) * LETTERS);
  const differing = ASPECTS.flatMap(([name], n) => (part(old, n) === part(now, n) ? [] : [name]));
  return differing.join(", ");
}

/** What of an event is news when it changes, under the word that says so. How it was read is none. */
const ASPECTS: readonly (readonly [string, (event: Event) => unknown])[] = [
  ["status", ({ status }) => status],
  ["date", ({ when }) => when.edtf],
  [
    "people",
    ({ participants }) => participants.map(({ id, part, inferred }) => [id, part, inferred]).sort(byJson),
  ],
  ["place", ({ places }) => places.map(({ id, venue }) => [id, venue ?? ""]).sort(byJson)],
  [
    "sources",
    ({ sources }) => [...new Set(sources.map(({ document, origin }) => `${document} ${origin}`))].sort(),
  ],
  [
    "what is told",
    ({ kind, flags, occasion, topics, corrected }) => [kind, flags, occasion, topics, corrected?.reason],
  ],
];
const byJson = (a: unknown, b: unknown) => byCodePoint(JSON.stringify(a), JSON.stringify(b));
/** Letters of the print of one aspect: 32 bits. */
const LETTERS = 7;
/** FNV-1a over UTF-16 units, 32 bits: what matters is that it is quick, and the same on every machine. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
