import { countryId } from "../../../model/entity.ts";
import type { EventPlace } from "../../../model/event.ts";
import { type Actor, actor } from "../../names/actors.ts";
import { type Line, wordAt } from "../sentence/line.ts";

/** Where a journey leads, who is host there, and the chunk that ends it. */
export type Goal = {
  readonly doubts?: readonly string[];
  readonly places: readonly EventPlace[];
  readonly hosts: readonly Actor[];
  readonly at: number;
};

/** "to P", "in P" behind a verb of motion. */
export function towards(line: Line, k: number, word: string): Goal | null {
  const left = /^(?:left|leaves|departed)$/.test(word);
  const weak = /^(?:went|goes|go|came|comes|come)$/.test(word);
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 6); j++) {
    const w = wordAt(line, j);
    if ((w === "to" || w === "into") && !left) return goalAt(line, j + 1);
    if (w === "for" && left) return goalAt(line, j + 1);
    if (w === "in" && /^(?:to|from)$/.test(wordAt(line, j + 1))) continue;
    if ((w === "in" || w === "at") && !left && !weak && !/^(?:returned|travel)/.test(word))
      return goalAt(line, j + 1);
    if (!/^(?:back|to|into|late|early|on|here|down|out|again|also|today|yesterday|[a-z]+day|in|off)$/.test(w))
      return null;
  }
  return null;
}

/** Places from a chunk on: cities, or countries that then are the hosts. */
export function goalAt(line: Line, from: number): Goal | null {
  const places: EventPlace[] = [];
  const hosts: Actor[] = [];
  let at = from;
  for (let j = from; j < Math.min(line.chunks.length, from + 10); j++) {
    const c = line.chunks[j]!;
    if (c.kind === "place" && c.place) {
      places.push({ id: c.place.id, name: c.place.name, country: c.place.country, derivation: "stated" });
      const of = line.scan.lexicon.capitalOf(c.place.id);
      if (of) hosts.push(host(c.start, c.end, of.code, of.name, c.text, "metonym"));
    } else if (
      c.kind === "actors" &&
      c.actors.every((a) => a.kind === "country" && a.resolution !== "collective")
    ) {
      for (const a of c.actors) {
        if (places.some((p) => p.country === a.country)) continue;
        const capital =
          a.resolution === "metonym" ? line.scan.lexicon.country(a.country ?? "")?.capital : null;
        const city = capital ? line.scan.lexicon.place(capital) : undefined;
        places.push(
          city
            ? { id: city.id, name: city.name, country: city.country, derivation: "stated" }
            : { id: countryId(a.country as string), name: a.name, country: a.country, derivation: "stated" },
        );
        hosts.push(
          host(
            c.start,
            c.end,
            a.country as string,
            a.name,
            c.text,
            a.resolution === "metonym" ? "metonym" : "named",
          ),
        );
      }
    } else if (c.kind === "actors" && from === j && c.actors.every((a) => a.kind === "person")) {
      return null;
    } else if (
      !(
        c.kind === "word" &&
        /^(?:,|and|the|both|city|of|capital|neighbou?ring|southern|northern|western|eastern|central)$/.test(
          c.word,
        )
      )
    )
      break;
    at = j;
  }
  if (places.length === 0) return said(line, from);
  if (/^(?:talks|summit|meeting|conference|negotiations|forum)$/.test(wordAt(line, at + 1))) return null;
  return places.length > 0
    ? { places, hosts: hosts.filter((h, n) => hosts.findIndex((x) => x.id === h.id) === n), at }
    : null;
}

/** "the island", "the country": the foreign country that the document speaks of most. */
function said(line: Line, from: number): Goal | null {
  if (wordAt(line, from) !== "the" || !/^(?:island|country|kingdom|nation)$/.test(wordAt(line, from + 1)))
    return null;
  const c = line.chunks[from + 1]!;
  const code = line.scan.named.find((x) => x !== line.scan.home && x !== "US");
  const name = code ? line.scan.lexicon.country(code)?.name : undefined;
  if (!code || !name) return null;
  return {
    places: [{ id: countryId(code), name, country: code, derivation: "inferred" }],
    hosts: [host(c.start, c.end, code, name, `the ${c.text}`, "named")],
    at: from + 1,
    doubts: ['a country by "the island" or the like'],
  };
}

const host = (
  start: number,
  end: number,
  code: string,
  name: string,
  as: string,
  resolution: "metonym" | "named",
): Actor =>
  actor({ span: [start, end], kind: "country", id: countryId(code), name, as, country: code, resolution });
