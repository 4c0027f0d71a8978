import { countryId, type Place } from "../../../model/entity.ts";
import { type Actor, actor, type Phrase } from "../../names/actors.ts";
import { phraseAt, spanOf } from "../../names/grammar/phrases.ts";
import { isPossessive, type Scan, textOf } from "../../names/scan.ts";
import { slug } from "../../names/tokens.ts";
import { MONTHS, NOT_A_NAME } from "../../names/words.ts";
import { FINITE, PREPOSITIONS } from "./words.ts";

/** A piece of a sentence as the event rules see it: actors, a place, or a word. */
export type Chunk = {
  readonly kind: "actors" | "place" | "word";
  /** Folded text of a word; "" otherwise. */
  readonly word: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly actors: readonly Actor[];
  readonly place: Place | null;
  /** Followed by 's: it owns what comes next. */
  readonly possessive: boolean;
  readonly glued: boolean;
};

/** The sentence divided into actors (lists put together), places and words. */
export function chunks(s: Scan): Chunk[] {
  const single: Chunk[] = [];
  for (let i = 0; i < s.tokens.length; ) {
    const phrase = phraseAt(s, i);
    const town = unlisted(s, i, phrase);
    if (town) {
      single.push(chunk(s, "place", i, town.to, [], town.place));
      i = town.to;
      continue;
    }
    if (phrase && phrase.actors.length > 0 && phrase.to > i) {
      single.push(chunk(s, "actors", i, phrase.to, phrase.actors, null));
      i = phrase.to;
      continue;
    }
    const piece = s.pieces[i];
    const place = piece?.places[0] ?? null;
    if (piece && place && piece.title === null) {
      single.push(chunk(s, "place", i, i + piece.length, [], nearestPlace(s, piece.places)));
      i += piece.length;
      continue;
    }
    single.push(chunk(s, "word", i, i + 1, [], null));
    i++;
  }
  return coordinated(
    s,
    single.map((c, k) => (c.kind === "place" ? capital(s, single, k) : c)),
  );
}

/** A town that no list has, by its cue: capitals behind "in" or "near", and no person's title. Its country may follow. */
function unlisted(s: Scan, i: number, phrase: Phrase | null): { to: number; place: Place } | null {
  const first = s.tokens[i];
  const before = s.tokens[i - 1];
  if (!first?.capital || !before) return null;
  const trip =
    before.fold === "to" &&
    s.tokens
      .slice(Math.max(0, i - 7), i - 1)
      .some((t) =>
        /^(?:visit|trip|travel|travels|travelled|traveled|flew|flies|fly|arrived|journey)$/.test(t.fold),
      );
  if (!trip && !/^(?:in|near|outside)$/.test(before.fold)) return null;
  if (phrase && !phrase.actors.every((a) => a.weak && a.kind === "person")) return null;
  if (s.pieces[i] && (!phrase || (s.pieces[i]?.places.length ?? 0) > 0)) return null;
  let to = phrase?.to ?? i + 1;
  while (!phrase && s.tokens[to]?.capital && s.tokens[to]?.glued === false && to < i + 3 && !s.pieces[to])
    to++;
  const words = s.tokens.slice(i, to);
  if (words.some((t) => NOT_A_NAME.has(t.fold) || MONTHS.has(t.fold) || /^\p{Lu}{2,}$/u.test(t.text)))
    return null;
  if (/^['’]s?$/.test(s.tokens[to]?.text ?? "")) return null;
  const name = textOf(s, i, to);
  const behind = s.tokens[to]?.text === "," ? s.pieces[to + 1]?.country : null;
  return {
    to,
    place: {
      id: slug(name),
      kind: "city",
      name,
      country: behind?.code ?? null,
      aliases: [],
      within: behind ? [countryId(behind.code)] : [],
    },
  };
}

/** Of several places of one name the one whose country the document names; else the first. */
function nearestPlace(s: Scan, places: readonly Place[]): Place {
  const first = places[0] as Place;
  if (first.country !== null && s.named.includes(first.country)) return first;
  return places.find((p) => p.country !== null && s.named.includes(p.country)) ?? first;
}

/** A capital that nothing locates stands for its government: "Oslo and Rome agreed". */
function capital(s: Scan, all: readonly Chunk[], k: number): Chunk {
  const c = all[k] as Chunk;
  const country = s.lexicon.capitalOf(c.place?.id ?? "");
  if (!country) return c;
  const before = all[k - 1];
  const free =
    before === undefined
      ? !/^[A-Z\s]+$/.test(c.text)
      : before.kind === "word" && METONYM_AFTER.has(before.word);
  const next = all[k + 1];
  const owns = isPossessive(s, c.to);
  const joined =
    before?.kind === "word" &&
    before.word === "and" &&
    all[k - 2]?.kind === "place" &&
    (k === 2 || METONYM_AFTER.has(all[k - 3]?.word ?? ""));
  if (
    !(owns || joined || free) ||
    (next?.kind === "word" && /^[,(]$/.test(next.word) && before === undefined)
  )
    return c;
  const acts = actor({
    span: [c.start, c.end],
    kind: "country",
    id: countryId(country.code),
    name: country.name,
    as: c.text,
    country: country.code,
    resolution: "metonym",
  });
  return { ...c, kind: "actors", actors: [acts], possessive: owns };
}

const METONYM_AFTER = new Set([
  "between",
  "that",
  "if",
  "while",
  "but",
  "by",
  "said",
  ";",
  "after",
  "because",
  "as",
  "whether",
  "both",
  "urge",
  "urged",
  "accused",
  "with",
]);

/** "A, B and C" is one list; a comma alone makes none, nor does a clause of its own behind "and". */
function coordinated(s: Scan, single: readonly Chunk[]): Chunk[] {
  const out: Chunk[] = [];
  for (let k = 0; k < single.length; ) {
    const first = single[k] as Chunk;
    if (first.kind !== "actors" || first.possessive) {
      out.push(first);
      k++;
      continue;
    }
    let actors = [...first.actors];
    let pending: Chunk[] = [];
    let end = k;
    let last = first;
    let ended = false;
    for (let n = k + 1; ; ) {
      n = bracketed(single, n);
      const joint = jointAt(single, n);
      const next = joint ? single[joint.to] : undefined;
      if (!joint || next?.kind !== "actors" || (ended && !joint.and)) break;
      if (joint.and && clauseOfItsOwn(single, k, joint.to)) break;
      pending.push(next);
      n = joint.to + 1;
      if (joint.and || next.possessive) {
        if (next.possessive && !joint.and) break;
        actors = [...actors, ...pending.flatMap((c) => c.actors)];
        pending = [];
        ended = joint.and;
        end = joint.to;
        last = next;
      }
      if (next.possessive) break;
    }
    out.push(end === k ? first : { ...chunk(s, "actors", first.from, last.to, sharedCountry(actors), null) });
    k = end + 1;
  }
  return out;
}

/** "A (Oslo), B (Rome) and C": what stands in brackets behind a name of a list. */
function bracketed(list: readonly Chunk[], n: number): number {
  if (list[n]?.word !== "(") return n;
  const close = list.findIndex((c, j) => j > n && j < n + 5 && c.word === ")");
  return close > 0 && jointAt(list, close + 1) ? close + 1 : n;
}

/** A comma, "and", "&", "as well as" or "along with" at a position, and where what it joins begins. */
function jointAt(list: readonly Chunk[], n: number): { to: number; and: boolean } | null {
  const word = (k: number) => (list[k]?.kind === "word" ? list[k]?.word : undefined);
  let k = n;
  let comma = false;
  if (word(k) === "," || word(k) === ";") {
    comma = true;
    k++;
  }
  if (word(k) === "and" || word(k) === "&") {
    const own = /^(?:his|her|its|their)$/.test(word(k + 1) ?? "")
      ? list.slice(k + 2, k + 6).findIndex((c) => c.word === ",")
      : -1;
    if (own > 0 && list[k + 3 + own]?.kind === "actors") return { to: k + 3 + own, and: false };
    return { to: word(k + 1) === "both" ? k + 2 : k + 1, and: true };
  }
  if (word(k) === "as" && word(k + 1) === "well" && word(k + 2) === "as")
    return { to: word(k + 3) === "with" ? k + 4 : k + 3, and: true };
  if ((word(k) === "along" || word(k) === "together") && word(k + 1) === "with")
    return { to: k + 2, and: true };
  return comma ? { to: k, and: false } : null;
}

/** "met X, and Y said": what follows "and" has a verb of its own while the list is already an object. */
function clauseOfItsOwn(list: readonly Chunk[], first: number, next: number): boolean {
  const before = list[first - 1];
  const object =
    before?.kind === "word" &&
    before.word !== "between" &&
    (PREPOSITIONS.has(before.word) || /ed$|^(?:met|told|saw|met)$/.test(before.word));
  const verb = list[next + 1];
  if (/^(?:as|after|before|since|until)$/.test(before?.word ?? "") && TOGETHER.test(verb?.word ?? ""))
    return false;
  return (
    object && verb?.kind === "word" && FINITE.test(verb.word) && !/^(?:was|were|is|are)$/.test(verb.word)
  );
}

/** "came after A and B met": what two do, behind a word that opens a clause as well as a phrase. */
const TOGETHER =
  /^(?:met|meet|held|hold|spoke|talked|signed|discussed|conferred|wrapped|concluded|began|opened|ended|failed|agreed)$/;

/** "Pakistani President X, Prime Minister Y and army chief Z": one country for all that have none. */
function sharedCountry(actors: readonly Actor[]): readonly Actor[] {
  let country: string | null = null;
  return actors.map((a) => {
    country = a.country ?? country;
    const ofBody = /colleague$/i.test(a.role ?? "") && a.principal?.kind === "organisation";
    return a.country === null && a.kind === "person" && a.role !== null && !ofBody ? { ...a, country } : a;
  });
}

function chunk(
  s: Scan,
  kind: Chunk["kind"],
  from: number,
  to: number,
  actors: readonly Actor[],
  place: Place | null,
): Chunk {
  const [start, end] = spanOf(s, from, to);
  const token = s.tokens[from];
  return {
    kind,
    word: kind === "word" ? (token?.fold ?? "") : "",
    text: textOf(s, from, to),
    from,
    to,
    start,
    end,
    actors,
    place,
    possessive: kind !== "word" && isPossessive(s, to),
    glued: token?.glued ?? false,
  };
}
