import { type Entry, keyOf, RANK } from "./phrases.ts";
import type { NameTable } from "./table.ts";
import type { Token } from "./tokens.ts";
import type { How, Link, Sense } from "./types.ts";

type Run = { readonly to: number; readonly entries: readonly Entry[] };

/**
 * The longest run of tokens that means something: a name; an office or body of a country ("the Kenyan foreign
 * secretary", "the police of India"); or a name with its office before it, which is the name.
 */
export function linker(table: NameTable): (tokens: readonly Token[], from: number) => Link | null {
  const link = (tokens: readonly Token[], from: number): Link | null => {
    const runs = runsFrom(table, tokens, from);
    const run = runs.at(-1);
    const whole = longestOf(table, ...runs.map((each) => composed(table, tokens, from, each)));
    const senses = run ? settle(table, run.entries, tokens, from, run.to) : [];
    const plain: Link | null =
      run && senses.length > 0
        ? { from, to: run.to, senses, how: howOf(run.entries, tokens, from, run.to) }
        : null;
    const bag = table.bags.longest(tokens, from);
    const turned: Link | null = bag && {
      from,
      to: bag.to,
      senses: bag.ids.map((id): Sense => ({ kind: "entity", id })),
      how: "folded",
    };
    const best = longestOf(table, plain, whole, turned);
    return best === null || best === turned ? best : named(table, tokens, best);
  };
  // "The UN" is a name, but in "the UN Security Council" the longer one begins after the article; and of "the Sahel"
  // and "Sahel" the dataset may use the second.
  return (tokens, from) => {
    const found = link(tokens, from);
    const inner = tokens[from]?.word === "the" ? link(tokens, from + 1) : null;
    return inner && found && longestOf(table, found, inner) === inner ? inner : found;
  };
}

/**
 * Of readings of the same words: the longest; of those, one that the dataset uses; then a whole name, a body or
 * office put together, and last the words in another order. A title alone gives way to whose it is.
 */
function longestOf(table: NameTable, ...links: readonly (Link | null)[]): Link | null {
  let best: Link | null = null;
  for (const link of links) {
    if (!link) continue;
    if (!best || link.to > best.to) best = link;
    else if (link.to === best.to && worth(table, link) > worth(table, best)) best = link;
  }
  return best;
}

function worth(table: NameTable, { senses }: Link): number {
  if (senses.every((sense) => sense.kind === "title" && sense.of === undefined)) return 0;
  if (senses.every(({ kind }) => kind === "demonym")) return 1;
  return senses.some((sense) => SIDES.has(sense.kind) && table.used(sense)) ? 2 : 1;
}

/** Every run of tokens from a place on that means something, the longest last. */
function runsFrom(table: NameTable, tokens: readonly Token[], from: number): readonly Run[] {
  const found: Run[] = [];
  let phrase = "";
  const end = Math.min(tokens.length, from + table.phrases.reach(tokens[from]?.word ?? ""));
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.afterStop && /^\d/.test(token.word))) break;
    phrase = phrase === "" ? token.word : `${phrase} ${token.word}`;
    const entries = table.phrases.get(phrase);
    if (entries && !(at === from && isOrdinary(token, tokens[at - 1], tokens[at + 1])))
      found.push({ to: at + 1, entries });
  }
  return found;
}

const longest = (table: NameTable, tokens: readonly Token[], from: number): Run | undefined =>
  runsFrom(table, tokens, from).at(-1);

/** "us" is a country only as "US" or "U.S."; "who" is never the World Health Organization but as "WHO". */
const isOrdinary = (token: Token, before?: Token, after?: Token) =>
  (token.word === "met" && !token.capital) ||
  (ORDINARY.has(token.word) &&
    token.raw !== token.raw.toUpperCase() &&
    !(/^(?:us|un)$/.test(token.word) && (before?.word === "the" || OFFICIAL.test(after?.word ?? ""))));
/** What "us" before it must be a country: "the us delegation", "us secretary of state". */
const OFFICIAL =
  /^(?:president|secretary|official|officials|diplomat|diplomats|envoy|envoys|ambassador|government|delegation|state|senator|forces|troops|embassy|general)$/;
const ORDINARY = new Set([
  "us",
  "who",
  "it",
  "un",
  "is",
  "in",
  "am",
  "or",
  "me",
  "as",
  "to",
  "so",
  "no",
  "may",
  "will",
]);

/** The best-ranked senses of a phrase; those that the dataset uses before those that only the gazetteer knows. */
function settle(
  table: NameTable,
  entries: readonly Entry[],
  tokens: readonly Token[],
  from: number,
  to: number,
): Sense[] {
  const usable = entries.filter(({ sense }) => sense.kind !== "role");
  const own = usable.filter(({ sense }) => SIDES.has(sense.kind));
  const best = own.filter(({ rank }) => rank === Math.min(...own.map((entry) => entry.rank)));
  const used = best.filter(({ sense }) => table.used(sense));
  const weak = usable.filter(({ sense }) => !SIDES.has(sense.kind));
  const exact = exactly(table, used.length > 0 ? used : best, tokens, from, to);
  return [...exact, ...weak].map(({ sense }) => sense);
}

const SIDES = new Set<Sense["kind"]>(["entity", "place", "country", "demonym", "metonym"]);

/** Of several, the one whose name was typed letter by letter; otherwise all. */
function exactly(
  table: NameTable,
  entries: readonly Entry[],
  tokens: readonly Token[],
  from: number,
  to: number,
): readonly Entry[] {
  if (entries.length < 2) return entries;
  const typed = tokens
    .slice(from, to)
    .map(({ raw }) => raw.replace(/['’]s?$/u, ""))
    .join(" ");
  const same = entries.filter(
    ({ sense }) => sense.kind === "entity" && table.entities.get(sense.id)?.name === typed,
  );
  return same.length === 1 ? same : entries;
}

function howOf(entries: readonly Entry[], tokens: readonly Token[], from: number, to: number): How {
  const rank = Math.min(...entries.map((entry) => entry.rank));
  if (rank === RANK.surname) return "surname";
  return tokens.slice(from, to).every(({ raw, word }) => raw.toLowerCase() === word) ? "exact" : "folded";
}

/** An office or body put together from a country and a title or role, in either order. */
function composed(table: NameTable, tokens: readonly Token[], from: number, run: Run): Link | null {
  const codes = codesOf(run.entries);
  if (codes.length > 0) {
    const others: string[] = [];
    let at = run.to;
    while (AND.has(tokens[at]?.word ?? "")) {
      const more = longest(table, tokens, at + 1);
      const code = more ? codesOf(more.entries)[0] : undefined;
      if (!more || code === undefined) break;
      others.push(code);
      at = more.to;
    }
    const titled = longest(table, tokens, at);
    if (titled) {
      const sets = [codes, ...others.map((code) => [code])].map((set) =>
        ofCountry(table, titled.entries, set),
      );
      const all = sets.flat();
      const plainly = others.length === 0 || isPlural(tokens[titled.to - 1]?.word ?? "");
      if (all.length > 0 && plainly) return joint(sets, from, posted(table, tokens, titled.to), "demonym");
    }
  }
  const titles = run.entries.filter(
    ({ sense }) => sense.kind === "title" || sense.kind === "role" || sense.kind === "entity",
  );
  if (titles.length === 0) return nationals(table, tokens, from, run);
  if (OF.has(tokens[run.to]?.word ?? "")) {
    const first = countryAt(table, tokens, run.to + 1);
    if (first) {
      const sets = [ofCountry(table, titles, first.codes)];
      let to = first.to;
      const plural = isPlural(headOf(tokens.slice(from, run.to).map(({ word }) => word)));
      while (plural && (AND.has(tokens[to]?.word ?? "") || tokens[to]?.afterStop)) {
        const next = countryAt(table, tokens, AND.has(tokens[to]?.word ?? "") ? to + 1 : to);
        if (!next) break;
        sets.push(ofCountry(table, titles, next.codes));
        to = next.to;
      }
      if ((sets[0]?.length ?? 0) > 0) return joint(sets, from, posted(table, tokens, to), "office");
    }
  }
  return null;
}

/** "Australians": where the records have the people of a country as such, they are meant before their country. */
function nationals(table: NameTable, tokens: readonly Token[], from: number, run: Run): Link | null {
  const demonym = run.entries.find(({ sense }) => sense.kind === "demonym")?.sense;
  if (demonym?.kind !== "demonym" || !isPlural(tokens[run.to - 1]?.word ?? "")) return null;
  const people = bodiesOf(table, ["citizens"], demonym.code).filter((sense) => table.used(sense));
  if (people.length === 0) return null;
  return {
    from,
    to: run.to,
    senses: people.slice(0, 1),
    instead: [...people.slice(1), demonym],
    how: "demonym",
  };
}

const AND = new Set(["and"]);
const OF = new Set(["of", "for", "in", "from"]);
/** "secretary" of "secretary for foreign affairs". */
const headOf = (words: readonly string[]): string => {
  const tail = words.findIndex((word) => OF.has(word));
  return (tail > 0 ? words[tail - 1] : words.at(-1)) ?? "";
};
const isPlural = (word: string) => word.endsWith("s") || word.endsWith("men");

/** The first side's senses, the likelier body before what it could be instead, and the other sides as they take part together with it. */
function joint(sets: readonly (readonly Sense[])[], from: number, to: number, how: How): Link {
  const together = sets.slice(1).flatMap((set) => set.slice(0, 1));
  const [first = []] = sets;
  const bodies = first.length > 1 && first.every(({ kind }) => kind === "entity");
  return {
    from,
    to,
    senses: bodies ? first.slice(0, 1) : first,
    how,
    ...(bodies && { instead: first.slice(1) }),
    ...(together.length > 0 && { together }),
  };
}

function countryAt(table: NameTable, tokens: readonly Token[], at: number) {
  const start = tokens[at]?.word === "the" ? at + 1 : at;
  const run = longest(table, tokens, start);
  const codes = run ? codesOf(run.entries) : [];
  return run && codes.length > 0 ? { to: run.to, codes } : null;
}

const codesOf = (entries: readonly Entry[]) => [
  ...new Set(entries.flatMap(({ sense }) => ("code" in sense ? [sense.code] : []))),
];

/** Bodies of that name which the dataset has, the likelier first; otherwise the office. */
function ofCountry(table: NameTable, entries: readonly Entry[], codes: readonly string[]): readonly Sense[] {
  const bodies = codes.flatMap((code) =>
    bodiesOf(
      table,
      entries.flatMap(({ sense }) => (sense.kind === "role" ? [sense.key] : [])),
      code,
    ),
  );
  if (bodies.length > 0) return bodies;
  const own = called(table, entries, codes);
  if (own.length > 0) return own;
  const offices = entries.flatMap(({ sense }): Sense[] =>
    sense.kind === "title" && (sense.of === undefined || codes.includes(sense.of))
      ? codes.map((of) => ({ kind: "office", office: sense.office, of }))
      : [],
  );
  return [...new Map(offices.map((sense) => [keyOf(sense), sense])).values()];
}

/** "The Kenyan embassy": a body of the country that is called so without it. */
function called(table: NameTable, entries: readonly Entry[], codes: readonly string[]): readonly Sense[] {
  return entries.flatMap(({ sense }) => {
    const entity = sense.kind === "entity" ? table.entities.get(sense.id) : undefined;
    if (!entity || entity.kind === "person" || entity.kind === "country") return [];
    return entity.country !== undefined && codes.includes(entity.country) ? [sense] : [];
  });
}

/** Those that the dataset uses, if any; of them those that are called so alone, else all that can be. */
function bodiesOf(table: NameTable, roles: readonly string[], code: string): readonly Sense[] {
  const all = roles.flatMap((role) => table.bodies.find(role, code));
  const used = all.filter(({ id }) => table.used({ kind: "entity", id }));
  const found = [...(used.length > 0 ? used : all)].sort((a, b) => a.rank - b.rank);
  const own = found.filter(({ rank }) => rank === 0);
  return (own.length > 0 ? own : found).map(({ id }) => ({ kind: "entity", id }));
}

/** "the Finnish ambassador to Kenya": where someone is posted says nothing more. */
function posted(table: NameTable, tokens: readonly Token[], to: number): number {
  const before = tokens[to - 1]?.word ?? "";
  const word = tokens[to]?.word;
  if (word !== "to" || !/^(?:ambassadors?|envoys?|representatives?)$/.test(before)) {
    const of = tokens.slice(Math.max(0, to - 4), to).some((token) => /^ambassadors?$/.test(token.word));
    if (!of || word !== "to") return to;
  }
  return countryAt(table, tokens, to + 1)?.to ?? to;
}

/** A title or office with a person's name after it is that person. */
function named(table: NameTable, tokens: readonly Token[], link: Link): Link {
  const before = link.senses.filter((sense) => sense.kind === "title" || sense.kind === "office");
  if (before.length === 0 || link.together || tokens[link.to]?.afterStop) return link;
  const next = longest(table, tokens, link.to);
  if (!next) return link;
  const people = settle(table, next.entries, tokens, link.to, next.to).filter(
    (sense) => sense.kind === "entity" && table.entities.get(sense.id)?.kind === "person",
  );
  return people.length === 0
    ? link
    : { from: link.from, to: next.to, senses: people, how: howOf(next.entries, tokens, link.to, next.to) };
}
