import type { Bibliography } from "../document/bibliography.ts";
import type { Sentence } from "../document/sentences.ts";
import { type Actor, actor } from "./actors.ts";
import { phraseAt } from "./grammar/phrases.ts";
import type { Lexicon, Piece } from "./lexicon.ts";
import { type Memory, memory } from "./memory.ts";
import { pieces, type Scan } from "./scan.ts";
import { fold, slug, type Token, tokenize } from "./tokens.ts";

/** A sentence's tokens and what they may name. */
export type Scanned = { readonly tokens: readonly Token[]; readonly pieces: readonly (Piece | null)[] };

/** A document's people and countries, known before its events are read. */
export type World = {
  readonly scanned: readonly Scanned[];
  readonly memory: Memory;
  /** Country codes, most often named first. */
  readonly named: readonly string[];
  /** The country that "the president" and "the ministry" are of. */
  readonly home: string | null;
  /** The embassy whose page this is. */
  readonly embassy: Actor | null;
  readonly publisher: string | null;
  readonly scan: (index: number, day: Scan["day"]) => Scan;
};

/** First pass over a document: whoever is introduced anywhere in it is known when its events are read. */
export function survey(
  lexicon: Lexicon,
  text: string,
  lines: readonly Sentence[],
  said: Bibliography,
): World {
  const scanned = lines.map((line) => {
    const tokens = tokenize(text.slice(...line.span), line.span[0]);
    return { tokens, pieces: pieces(lexicon, tokens) };
  });
  const named = byFrequency(scanned);
  const known = memory(lexicon);
  const clocks = said.clocks.map((city) => capitalCountry(lexicon, city));
  const embassy = clocks[0] ? embassyOf(lexicon, clocks[0], said.clocks[1] ?? null) : null;
  const publisherCountry = countryIn(lexicon, said.publisher ?? "");
  const base = { text, lexicon, memory: known, named, embassy };
  const home = clocks[0] ?? publisherCountry;
  let local = home;
  const scan = (index: number, day: Scan["day"]): Scan => ({
    ...base,
    ...(scanned[index] as Scanned),
    day,
    home,
    local,
  });
  for (let index = 0; index < lines.length; index++) introduce(scan(index, null));
  local ??= homeByMasthead(scanned) ?? homeByTitle(lexicon, scan, lines);
  return {
    scanned,
    memory: known,
    named,
    home,
    embassy,
    publisher: embassy && /\bembassy\b/i.test(text) ? embassy.name : null,
    scan,
  };
}

function introduce(s: Scan) {
  for (let i = 0; i < s.tokens.length; ) {
    const phrase = s.tokens[i]?.capital || s.pieces[i] ? phraseAt(s, i) : null;
    i = phrase ? Math.max(i + 1, phrase.to) : i + 1;
  }
}

function byFrequency(scanned: readonly Scanned[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { pieces } of scanned) {
    for (const piece of pieces) {
      const code = piece && (piece.country ?? piece.demonym ?? piece.metonym)?.code;
      if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
}

/** "THE WHITE HOUSE", "The Kremlin, Moscow": a line of its own at the top that names a seat of government. */
function homeByMasthead(scanned: readonly Scanned[]): string | null {
  for (const { tokens, pieces } of scanned.slice(0, 6)) {
    if (tokens.length > 6) continue;
    const at = pieces.findIndex((p) => p?.metonym && !p.country);
    const piece = pieces[at];
    if (piece?.metonym && at <= 1 && /^[,.]?$/.test(tokens[at + piece.length]?.text ?? ""))
      return piece.metonym.code;
  }
  return null;
}

/** The country of the first official whom the text names by an office alone: "Secretary X met". */
function homeByTitle(
  lexicon: Lexicon,
  scan: (index: number, day: Scan["day"]) => Scan,
  lines: readonly Sentence[],
): string | null {
  for (let index = 0; index < Math.min(lines.length, 4); index++) {
    const s = scan(index, null);
    for (let i = 0; i < Math.min(s.tokens.length, 5); i++) {
      const owner = s.pieces[i - 1];
      if (owner?.demonym || owner?.country || /^['’]s$/.test(s.tokens[i - 1]?.text ?? "")) continue;
      const title = s.pieces[i]?.title;
      if (!title || title.plural || !s.tokens[i]?.capital) continue;
      const phrase = phraseAt(s, i);
      const person = phrase?.actors[0];
      const entity = person ? lexicon.person(person.name)[0] : undefined;
      const elsewhere =
        entity?.offices.some((o) => o.office === person?.office) &&
        !entity.offices.some((o) => o.office === person?.office && o.of === person?.country);
      if (elsewhere) continue;
      const national =
        person?.country &&
        (!person.office ||
          !lexicon.title(person.office)?.unique ||
          lexicon.holders(person.office, person.country).length > 0);
      if (person?.kind === "person" && national && phrase && person.resolution !== "role-only")
        return person.country;
    }
  }
  return null;
}

function capitalCountry(lexicon: Lexicon, city: string): string | null {
  const place = lexicon.gazetteer.places.find((p) => fold(p.name) === fold(city) && lexicon.capitalOf(p.id));
  return place ? (lexicon.capitalOf(place.id)?.code ?? null) : null;
}

function countryIn(lexicon: Lexicon, words: string): string | null {
  const tokens = tokenize(words);
  for (let i = 0; i < tokens.length; i++) {
    const piece = lexicon.at(tokens, i);
    const code = (piece?.country ?? piece?.demonym)?.code;
    if (code) return code;
  }
  return null;
}

/** An embassy's page shows the time at home and where it stands. */
function embassyOf(lexicon: Lexicon, home: string, city: string | null): Actor | null {
  const of = lexicon.country(home)?.name;
  if (!of) return null;
  const name = city ? `Embassy of ${of} in ${city}` : `Embassy of ${of}`;
  const known = lexicon.organisation(name);
  return actor({
    span: [0, 0],
    kind: "organisation",
    id: known?.id ?? `org:${slug(name)}`,
    name: known?.name ?? name,
    as: "Embassy",
    country: home,
  });
}
