import { countryId } from "../../../model/entity.ts";
import type { EventPlace } from "../../../model/event.ts";
import type { Draft } from "../draft.ts";
import type { Chunk } from "../sentence/chunks.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { FINITE } from "../sentence/words.ts";

/** "the war in X", "the situation in X": where something else goes on. */
const STATE =
  /^(?:war|wars|conflict|conflicts|fighting|crisis|situation|violence|unrest|invasion|elections?|peace|ceasefire|truce|interests?|presence|troops|forces|attacks?|operations?|developments|coup|protests|stability|security|rights|hostilities|intervention|bloodshed|involvement|ambassador|embassy|settlement|process|transition|events|relations|efforts|role|strikes|campaign|attack|offensive|agreement|deal|hostages)$/;
const dayBehind = (line: Line, k: number) =>
  line.chunks
    .slice(k + 1, k + 4)
    .some((c) =>
      /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|sidelines|margins|fringes|\d{1,2}(?:st|nd|rd|th)?)$/.test(
        c.word,
      ),
    );
const LOCATIVE = /^(?:in|at|near|outside)$/;

/** The places that the sentence gives the draft's event: behind its trigger first, then before it. */
export function placesOf(d: Draft): readonly EventPlace[] {
  if (d.places) return d.places;
  if (d.kind === "call" || d.kind === "letter") return [];
  const { line } = d;
  if (d.kind === "statement" && !line.heading) return spokenIn(d);
  const here =
    line.dateline &&
    !line.speaker &&
    line.chunks.slice(d.at, d.at + 6).some((c) => c.word === "here" && !quoted(line, c));
  if (here && line.dateline && d.kind !== "statement") return [line.dateline];
  const behind = d.kind === "statement" ? [] : search(line, d.at + 1, line.chunks.length);
  if (behind.length > 0) return behind;
  if (line.heading) {
    const ending = titlePlace(line);
    if (ending) return [ending];
  }
  if (here && line.dateline) return [line.dateline];
  const guest = d.kind === "statement" ? [] : guestIn(d);
  if (guest.length > 0) return guest;
  const before = leading(line, d.at);
  const host = d.rules.includes("hosted a meeting")
    ? d.takers.find((t) => t.part === "host" && t.actor.kind === "country")?.actor
    : undefined;
  if (before.length === 0 && host?.country)
    return [{ id: countryId(host.country), name: host.name, country: host.country, derivation: "inferred" }];
  if (before.length > 0 || line.heading || line.speaker || !line.venue || line.depth > 0) return before;
  return d.status === "happened" && d.kind !== "statement" ? [line.venue] : before;
}

/** "A received B, who arrived in P on a visit": where the guest is, in the other's country. */
function guestIn({ line, at, takers }: Draft): readonly EventPlace[] {
  const who = line.chunks.findIndex((c, k) => k > at && c.word === "who");
  if (who < 0 || !/^(?:arrived|is|was)$/.test(wordAt(line, who + 1))) return [];
  const verb = wordAt(line, who + 1) === "arrived" || wordAt(line, who + 2) === "in" ? who + 1 : who + 2;
  const from = wordAt(line, verb) === "visiting" ? verb + 1 : wordAt(line, verb + 1) === "in" ? verb + 2 : -1;
  const found = from < 0 ? [] : list(line, from);
  const visit = line.chunks.slice(who, who + 12).some((c) => /^(?:visit|visiting|trip)$/.test(c.word));
  return visit && found.every((p) => takers.some(({ actor }) => actor.country === p.country)) ? found : [];
}

/** A statement's place opens its sentence or stands right behind its verb; what is said of places is not where. */
function spokenIn(d: Draft): readonly EventPlace[] {
  const { line } = d;
  if (LOCATIVE.test(wordAt(line, d.at + 1))) return list(line, d.at + 2);
  const first = /^(?:however|meanwhile|but|and|separately|earlier|later|speaking|,)$/;
  for (let k = 0; k < Math.min(d.at, 4); k++) {
    if (LOCATIVE.test(wordAt(line, k)) && !quoted(line, line.chunks[k] as Chunk)) return list(line, k + 1);
    if (!first.test(wordAt(line, k))) break;
  }
  return [];
}

/** Places behind chunk `from`: "in Oslo and Rome", "in the Danish capital", "in Turku, Finland". */
export function search(line: Line, from: number, to: number): readonly EventPlace[] {
  let verbs = 0;
  for (let k = from; k < to; k++) {
    const c = line.chunks[k] as Chunk;
    if (c.kind === "word") {
      if (
        /^(?:;|who|whose|which|where|because|while|although|though|but|as|saying|said|told|according|that)$/.test(
          c.word,
        )
      )
        return [];
      if (
        (/^(?:after|before|following|ahead|during|follows|since)$/.test(c.word) ||
          (c.word === "again" && wordAt(line, k - 1) === "and")) &&
        k > from + 1 &&
        !/^(?:noon|midnight|dawn)$/.test(wordAt(line, k + 1))
      )
        return [];
      if (
        FINITE.test(c.word) &&
        !/^(?:is|are|was|were|has|have|had|will|would|held|led|took|did|do)$/.test(c.word)
      )
        verbs++;
      if (verbs > 0 && /^(?:and|,)$/.test(wordAt(line, k - 1))) return [];
      if (
        /^(?:despite|amid|amidst|about|regarding|concerning|aimed|against|over|on)$/.test(c.word) &&
        !dayBehind(line, k)
      ) {
        if (k > from + 1 || c.word !== "on") return [];
      }
      if (STATE.test(wordAt(line, k - 1)) && LOCATIVE.test(c.word)) continue;
      if (LOCATIVE.test(c.word) || (/^(?:including|like|in)$/.test(c.word) && k > 0)) {
        const found = list(line, k + 1);
        if (found.length > 0) return found;
      }
    }
  }
  return [];
}

/** One place or a list after a preposition; a country behind a city only says where the city lies. */
function list(line: Line, from: number): readonly EventPlace[] {
  const found: EventPlace[] = [];
  for (let k = from; k < Math.min(line.chunks.length, from + 14); k++) {
    const c = line.chunks[k] as Chunk;
    if (
      c.place &&
      /^(?:resort|port|coast|city|town|island)$/.test(wordAt(line, k + 1)) &&
      /^(?:of|city|town|resort)$/.test(wordAt(line, k + 2))
    )
      continue;
    if (
      c.place?.kind === "venue" &&
      wordAt(line, k + 1) === "in" &&
      line.chunks[k + 2]?.place?.kind === "city"
    ) {
      k++;
      continue;
    }
    if (c.possessive && line.chunks[k + 2]?.kind === "place") {
      k++;
      continue;
    }
    if (c.kind === "place" || (c.kind === "actors" && c.actors.length >= 1)) {
      const here = placesAt(line, c);
      if (here.length === 0) break;
      if (
        c.kind === "actors" &&
        found.length > 0 &&
        here[0] &&
        found.some((p) => p.country === here[0]?.country)
      )
        continue;
      found.push(...here);
      continue;
    }
    const capital = capitalHere(line, k);
    if (capital && found.length === 0) return [capital];
    if (
      c.kind === "word" &&
      /^(?:,|and|the|including|like|such|as|cities|city|countries|different|places|various|capital|northern|southern|eastern|western|central|town|resort|of|a|several|neighbouring|neighboring|nearby)$/.test(
        c.word,
      )
    ) {
      if (found.length > 0 && !/^(?:,|and|the)$/.test(c.word)) break;
      continue;
    }
    break;
  }
  return found;
}

/** "in the Danish capital". */
function capitalHere(line: Line, k: number): EventPlace | null {
  const s = line.scan;
  const c = line.chunks[k];
  const i = c?.from ?? -1;
  const piece = s.pieces[i];
  const country = piece?.demonym ?? piece?.country ?? null;
  const noun = s.tokens[i + (piece?.length ?? 1)];
  const possessive = /^['’]s$/.test(noun?.fold ?? "") ? s.tokens[i + (piece?.length ?? 1) + 1] : noun;
  if (!country || possessive?.fold !== "capital" || !country.capital) return null;
  const place = s.lexicon.place(country.capital);
  return place ? { id: place.id, name: place.name, country: country.code, derivation: "inferred" } : null;
}

export function placesAt(line: Line, c: Chunk): readonly EventPlace[] {
  const seat = c.place?.kind === "venue" ? line.scan.lexicon.place(c.place.within[0] ?? "") : undefined;
  if (c.place && seat?.kind === "city")
    return [
      { id: seat.id, name: seat.name, country: seat.country, derivation: "stated", venue: c.place.name },
    ];
  if (c.place)
    return [{ id: c.place.id, name: c.place.name, country: c.place.country, derivation: "stated" }];
  const ministry = c.actors.length === 1 && c.actors[0]?.kind === "organisation" ? c.actors[0] : null;
  if (
    ministry?.country &&
    SEAT.test(c.text) &&
    /^(?:at|in|to)$/.test(wordAt(line, line.chunks.indexOf(c) - 1))
  ) {
    const capital = line.scan.lexicon.place(line.scan.lexicon.country(ministry.country)?.capital ?? "");
    if (capital)
      return [
        {
          id: capital.id,
          name: capital.name,
          country: capital.country,
          derivation: "inferred",
          venue: c.text.replace(/^the /i, ""),
        },
      ];
  }
  const countries = c.actors.filter(
    (a) => a.kind === "country" && a.country && a.resolution !== "collective",
  );
  if (countries.length !== c.actors.length || /government|authorities|side/i.test(c.text)) return [];
  return countries.map((a) => {
    const country = line.scan.lexicon.country(a.country as string);
    const seat =
      standsForGovernment(line, c) && country?.capital ? line.scan.lexicon.place(country.capital) : undefined;
    if (seat)
      return {
        id: seat.id,
        name: seat.name,
        country: seat.country,
        derivation: "inferred" as const,
        venue: c.text.replace(/^the /i, ""),
      };
    return {
      id: countryId(a.country as string),
      name: country?.name ?? a.name,
      country: a.country,
      derivation: "stated" as const,
    };
  });
}

/** A ministry is where its government sits. */
const SEAT =
  /\b(?:foreign office|state department|department of state|ministry of (?:foreign|external) affairs|foreign ministry|federal chancellery)$/i;

/** A seat or building: "at the White House". */
const standsForGovernment = (line: Line, c: Chunk): boolean =>
  line.scan.pieces.slice(c.from, c.to).some((p) => p?.metonym && !p.country);

/** "…, City, 9 May 2011", "(City, May 9, 2011)": the place that ends a title. */
export function titlePlace(line: Line): EventPlace | null {
  for (let k = line.chunks.length - 1; k >= Math.max(0, line.chunks.length - 10); k--) {
    const c = line.chunks[k] as Chunk;
    if (c.kind === "place" && /^[,(–-]$/.test(wordAt(line, k - 1)) && wordAt(line, k + 1) === ",")
      return placesAt(line, c)[0] ?? null;
  }
  return null;
}

/** "In Oslo, X met Y"; "However in Rome, …"; but what opens with "Before arriving in Oslo" tells of elsewhere. */
function leading(line: Line, at: number): readonly EventPlace[] {
  const own = ownFrom(line);
  for (let k = own; k < Math.min(at, 6); k++) {
    const w = wordAt(line, k);
    if (LOCATIVE.test(w) && !quoted(line, line.chunks[k] as Chunk)) {
      const found = list(line, k + 1);
      if (found.length > 0) return found;
    }
  }
  for (let k = at - 1; k >= Math.max(own, at - 12); k--) {
    const w = wordAt(line, k);
    if (/^(?:visited|visits|visit|visiting|toured)$/.test(w)) {
      const found = list(line, k + 1);
      if (found.length > 0) return found;
    }
    if (w === "after" && line.chunks.slice(k + 1, at).every((c) => c.kind === "word")) {
      const from = line.chunks
        .slice(Math.max(own, k - 5), k)
        .findIndex((c) => /^(?:left|leaving|departed)$/.test(c.word));
      const left = from < 0 ? [] : list(line, Math.max(own, k - 5) + from + 1);
      if (left.length > 0) return left;
    }
    if (/^(?:;|who|which|that|said|told|after|before)$/.test(w)) return [];
    if (LOCATIVE.test(w) && line.chunks.slice(Math.max(own, k - 6), k).some((c) => c.word === "from"))
      continue;
    if (
      (LOCATIVE.test(w) && !STATE.test(wordAt(line, k - 1))) ||
      (/^(?:to|into)$/.test(w) &&
        /^(?:flying|arriving|travelling|traveling|in|arrived|flew|travelled|traveled|visit|trip|landing)$/.test(
          wordAt(line, k - 1),
        ))
    ) {
      const found = list(line, k + 1);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** Where the main clause begins: behind an opening one of another place. Who has just arrived is there. */
function ownFrom(line: Line): number {
  const first = wordAt(line, 0);
  const arrived =
    first === "after" && /^(?:arriving|landing|flying|travelling|traveling)$/.test(wordAt(line, 1));
  if (!/^(?:before|after|following|since|ahead)$/.test(first) || arrived) return 0;
  const comma = line.chunks.findIndex((c) => c.word === ",");
  return comma < 0 ? 0 : comma;
}
