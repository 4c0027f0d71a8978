import type { Kind } from "../src/model/kinds.ts";
import { dayFromNumber, span } from "../src/model/when.ts";
import type { Row } from "./feed.ts";
import { randomFrom } from "./random.ts";

/** What is asked of every engine: all that is given has to fit; how many do, and the newest 20. */
export type Asked = {
  readonly who?: readonly string[];
  readonly place?: string;
  readonly kind?: Kind;
  /** Days, both included, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly words?: readonly string[];
};

/** The beginning of a name with one typing error, and the name that was meant. */
export type Typed = { readonly typed: string; readonly meant: string };

export type Queries = {
  readonly finds: Readonly<Record<string, readonly Asked[]>>;
  readonly names: readonly Typed[];
};

/** The same queries for the same rows, names and seed: so many of each kind, drawn from events that exist. */
export function drawQueries(
  rows: { readonly length: number; at(position: number): Row },
  names: readonly string[],
  count: number,
  seed: number,
): Queries {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const row = (fits: (row: Row) => boolean): Row | null => {
    for (let tries = 0; tries < 1000; tries++) {
      const one = rows.at(Math.floor(random() * rows.length));
      if (fits(one)) return one;
    }
    return null;
  };
  const several = (fits: (row: Row) => boolean, ask: (row: Row) => Asked): readonly Asked[] =>
    Array.from({ length: count }, () => row(fits)).flatMap((one) => (one ? [ask(one)] : []));
  const someone = ({ who }: Row) => who.length > 0;
  const dated = ({ start, end }: Row) => Number.isSafeInteger(start + 1) && start === end;
  return {
    finds: {
      X: several(someone, ({ who }) => ({ who: [pick(who)] })),
      "X and Y": several(
        ({ who }) => who.length > 1,
        ({ who }) => {
          const first = pick(who);
          return { who: [first, pick(who.filter((one) => one !== first))] };
        },
      ),
      "place + year": several(
        (one) => one.places.length > 0 && dated(one),
        ({ places, start }) => ({ place: pick(places), ...around(start, 4) }),
      ),
      "X + kind + dates": several(
        (one) => someone(one) && dated(one),
        ({ who, kind, start }) => ({ who: [pick(who)], kind, ...around(start, pick([4, 7])) }),
      ),
      "two words": several(
        (one) => one.words.length > 1,
        (one) => {
          const first = pick(one.words);
          return { words: [first, pick(one.words.filter((word) => word !== first))] };
        },
      ),
    },
    names:
      names.length === 0
        ? []
        : Array.from({ length: count }, () => pick(names)).flatMap((name) => mistyped(name, random)),
  };
}

/** The year or month of a day: as many letters of it. */
function around(day: number, letters: number): { readonly from: string; readonly to: string } {
  return span(dayFromNumber(day).slice(0, letters))!;
}

/** The first six to eight letters of a long word of the name, one of them lost, doubled, exchanged or another. */
function mistyped(name: string, random: () => number): readonly Typed[] {
  const [word] = name.toLowerCase().match(/[a-z]{7,}/g) ?? [];
  if (word === undefined) return [];
  const begun = word.slice(0, 6 + Math.floor(random() * 3));
  const at = 2 + Math.floor(random() * (begun.length - 3));
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  const rest = [
    begun.slice(at + 1),
    begun[at]! + begun.slice(at),
    begun[at + 1]! + begun[at]! + begun.slice(at + 2),
    other + begun.slice(at + 1),
  ][Math.floor(random() * 4)]!;
  return [{ typed: begun.slice(0, at) + rest, meant: name }];
}
