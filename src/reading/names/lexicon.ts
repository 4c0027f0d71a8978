import type { Country, Entity, Gazetteer, Place, Title } from "../../model/entity.ts";
import { fold, surnameKey, type Token, tokenize } from "./tokens.ts";
import { KNOWN_BY_FIRST_WORD } from "./words.ts";

/** What a run of words may name. Several fields when it may be several things; the grammar decides. */
export type Piece = {
  /** How many tokens it takes. */
  readonly length: number;
  readonly people: readonly Entity[];
  readonly country: Country | null;
  readonly demonym: Country | null;
  /** A seat or building that stands for the government of this country. */
  readonly metonym: Country | null;
  readonly organisation: Entity | null;
  readonly places: readonly Place[];
  readonly title: OfficeWord | null;
  readonly occasion: string | null;
};

/** An office as a word: which it may be, and of which country where the word is a country's own. */
export type OfficeWord = {
  readonly senses: readonly { readonly title: Title; readonly of: string | null }[];
  readonly plural: boolean;
};

/** The gazetteer made ready for looking up; built once for a gazetteer. */
export type Lexicon = {
  readonly gazetteer: Gazetteer;
  /** The longest known name or office that starts at a token. */
  readonly at: (tokens: readonly Token[], i: number) => Piece | null;
  /** People by folded last word of their names. */
  readonly surname: (word: string) => readonly Entity[];
  /** People by folded whole name or alias. */
  readonly person: (name: string) => readonly Entity[];
  readonly country: (code: string) => Country | undefined;
  readonly organisation: (name: string) => Entity | undefined;
  readonly body: (id: string) => Entity | undefined;
  /** The country whose capital a place is. */
  readonly capitalOf: (place: string) => Country | undefined;
  readonly place: (id: string) => Place | undefined;
  readonly holders: (office: string, of: string) => readonly Entity[];
  /** Everyone who has held an office, of whatever country or body. */
  readonly everHeld: (office: string) => readonly Entity[];
  readonly title: (office: string) => Title | undefined;
};

type Entry = { -readonly [K in keyof Omit<Piece, "length">]: Piece[K] } & { loose: boolean; upper: boolean };

const built = new WeakMap<Gazetteer, Lexicon>();

/** The lexicon of a gazetteer. Names are found without regard to case marks and diacritics, offices in any case. */
export function lexicon(gazetteer: Gazetteer): Lexicon {
  const known = built.get(gazetteer);
  if (known) return known;
  const made = build(gazetteer);
  built.set(gazetteer, made);
  return made;
}

function build(gazetteer: Gazetteer): Lexicon {
  const entries = new Map<string, Entry>();
  const longest = new Map<string, number>();
  const put = (name: string, change: (entry: Entry) => void, loose = false) => {
    const tokens = tokenize(name);
    const first = tokens[0];
    if (!first) return;
    const key = tokens.map((t) => t.fold).join(" ");
    const entry = entries.get(key) ?? empty();
    change(entry);
    if (loose) entry.loose = true;
    if (!/\p{Ll}/u.test(name) && name.length <= 5) entry.upper = true;
    entries.set(key, entry);
    longest.set(first.fold, Math.max(longest.get(first.fold) ?? 0, tokens.length));
  };
  const surnames = new Map<string, Entity[]>();
  const names = new Map<string, Entity[]>();
  for (const person of gazetteer.people) {
    for (const name of [person.name, ...person.aliases]) {
      push(names, fold(name), person);
      push(surnames, surnameKey(name.split(" ").at(-1) ?? name), person);
      if (KNOWN_BY_FIRST_WORD.has((person.country ?? "").toLowerCase()) && name.includes(" "))
        push(surnames, fold(name.split(" ")[0] as string), person);
      if (name.includes(" "))
        put(name, (e) => {
          e.people = join(e.people, person);
        });
    }
  }
  for (const organisation of gazetteer.organisations) {
    for (const name of [organisation.name, ...organisation.aliases]) {
      if (name.length > 1)
        put(name, (e) => {
          e.organisation ??= organisation;
        });
    }
  }
  for (const country of gazetteer.countries) {
    for (const name of [country.name, ...country.aliases])
      put(name, (e) => {
        e.country ??= country;
      });
    for (const name of country.demonyms)
      put(name, (e) => {
        e.demonym ??= country;
      });
    for (const name of country.metonyms)
      put(name.replace(/^the /i, ""), (e) => {
        e.metonym ??= country;
      });
  }
  for (const place of gazetteer.places) {
    if (place.kind === "country") continue;
    for (const name of [place.name, ...place.aliases])
      put(name, (e) => {
        e.places = join(e.places, place);
      });
  }
  for (const title of gazetteer.titles) {
    const word = (text: string, of: string | null) => {
      const sense = { title, of };
      put(
        abbreviated(text),
        (e) => {
          e.title = { senses: [...(e.title?.senses ?? []), sense], plural: false };
        },
        true,
      );
      put(
        abbreviated(plural(text)),
        (e) => {
          e.title = { senses: [...(e.title?.senses ?? []), sense], plural: e.title?.plural ?? true };
        },
        true,
      );
    };
    for (const text of title.words) word(text, null);
    for (const [code, texts] of Object.entries(title.local)) for (const text of texts) word(text, code);
  }
  for (const occasion of gazetteer.occasions) {
    for (const name of [occasion.name, ...occasion.aliases])
      put(name, (e) => {
        e.occasion ??= occasion.name;
      });
  }
  const countries = new Map(gazetteer.countries.map((c) => [c.code, c]));
  const organisations = new Map<string, Entity>();
  for (const o of gazetteer.organisations)
    for (const name of [o.name, ...o.aliases]) organisations.set(fold(name), o);
  const bodies = new Map(gazetteer.organisations.map((o) => [o.id, o]));
  const capitals = new Map(gazetteer.countries.map((c) => [c.capital, c]));
  const places = new Map(gazetteer.places.map((p) => [p.id, p]));
  const titles = new Map(gazetteer.titles.map((t) => [t.office, t]));
  const holders = new Map<string, Entity[]>();
  for (const person of gazetteer.people) {
    for (const o of person.offices) {
      push(holders, `${o.office} ${o.of}`, person);
      push(holders, o.office, person);
    }
  }
  return {
    gazetteer,
    at: (tokens, i) => find(entries, longest, tokens, i),
    surname: (word) => surnames.get(surnameKey(word)) ?? [],
    person: (name) => names.get(fold(name)) ?? [],
    country: (code) => countries.get(code),
    organisation: (name) => organisations.get(fold(name)),
    body: (id) => bodies.get(id),
    capitalOf: (place) => capitals.get(place),
    place: (id) => places.get(id),
    holders: (office, of) => holders.get(`${office} ${of}`) ?? [],
    everHeld: (office) => holders.get(office) ?? [],
    title: (office) => titles.get(office),
  };
}

function find(
  entries: ReadonlyMap<string, Entry>,
  longest: ReadonlyMap<string, number>,
  tokens: readonly Token[],
  i: number,
): Piece | null {
  const first = tokens[i];
  if (!first || first.kind === "mark") return null;
  const most = Math.min(longest.get(first.fold) ?? 0, tokens.length - i);
  for (let length = most; length > 0; length--) {
    let key = first.fold;
    for (let k = 1; k < length; k++) key += ` ${(tokens[i + k] as Token).fold}`;
    const entry = entries.get(key);
    if (!entry) continue;
    if (!first.capital && !entry.loose && first.kind === "word") continue;
    if (entry.upper && length === 1 && /\p{Ll}/u.test(first.text) && !entry.loose) continue;
    const named = first.capital || first.kind === "number";
    return { ...entry, ...(named ? {} : NOTHING_NAMED), length };
  }
  return null;
}

const empty = (): Entry => ({ ...NOTHING_NAMED, title: null, loose: false, upper: false });
const NOTHING_NAMED = {
  people: [],
  country: null,
  demonym: null,
  metonym: null,
  organisation: null,
  places: [],
  occasion: null,
};

const join = <T>(list: readonly T[], item: T): readonly T[] => (list.includes(item) ? list : [...list, item]);

function push<T>(map: Map<string, T[]>, key: string, item: T) {
  const list = map.get(key);
  if (!list) map.set(key, [item]);
  else if (!list.includes(item)) list.push(item);
}

/** "u.n. chief" is one token and a word only with its capitals. */
const abbreviated = (text: string) => text.replace(/\b(?:[a-z]\.){2,}/g, (letters) => letters.toUpperCase());

/** "minister of foreign affairs" → "ministers of foreign affairs"; "secretary of state" → "secretaries of state". */
function plural(words: string): string {
  const [head, ...rest] = words.split(/ (?=of |for |to |on |at )/);
  const many = /[^aeiou]y$/.test(head as string)
    ? (head as string).replace(/y$/, "ies")
    : /(?:s|ch|x)$/.test(head as string)
      ? `${head}es`
      : `${head}s`;
  return [many, ...rest].join(" ");
}
