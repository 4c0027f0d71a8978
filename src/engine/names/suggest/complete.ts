import { byCodePoint } from "../../../model/text.ts";
import { skeleton } from "../fold.ts";
import { type Near, nearIn } from "../near.ts";
import type { Entry, Shelf } from "./shelf.ts";

/** A shelf in the order of `inOrder`, with another one laid over it whose entries stand for those of the same id beneath. */
export type Shelves = {
  readonly base: Shelf;
  readonly late?: Shelf;
  /** Whether what is laid over stands, by its id. */
  readonly has?: (id: string) => boolean;
};

/** Finds entries for folded words, best first; `only` leaves some out. */
export type Complete = (typed: string, limit: number, only?: (entry: Entry) => boolean) => readonly Entry[];

/** A very common beginning is cut. */
const MOST = 2_000;

/**
 * Completions: exact alias, then the beginning of any word, then another spelling or script, then one edit; within
 * each, what the dataset uses first, then by name in code-point order.
 */
export function completer({ base, late, has = () => true }: Shelves): Complete {
  const shelves = late ? [base, late] : [base];
  const near = shelves.map(({ words }) => nearIn(words));
  const isLaid = (id: string) => late !== undefined && late.numberOf(id) >= 0 && has(id);
  const stands = (shelf: Shelf, n: number) => {
    const { id } = shelf.entry(n);
    return shelf === late ? late.numberOf(id) === n && has(id) : !isLaid(id);
  };

  return (typed, limit, only) => {
    const picked = new Set<Entry>();
    const gather = (search: (shelf: Shelf, near: Near, add: (n: number) => boolean) => void) => {
      const found = new Set<Entry>();
      shelves.forEach((shelf, i) => {
        let count = 0;
        search(shelf, near[i]!, (n) => {
          const entry = shelf.entry(n);
          if (count >= MOST) return false;
          if (found.has(entry) || !stands(shelf, n) || (only && !only(entry))) return true;
          found.add(entry);
          return ++count < MOST;
        });
      });
      return found;
    };
    const take = (found: Iterable<Entry>) => {
      for (const entry of [...found].sort(inOrder)) if (picked.size < limit) picked.add(entry);
    };
    if (typed === "") {
      const first = gather((shelf, _, add) => {
        for (let n = 0, left = limit; n < shelf.size() && (left > 0 || shelf === late); n++)
          if (stands(shelf, n) && (!only || only(shelf.entry(n)))) left -= Number(add(n));
      });
      take(first);
      return [...picked];
    }
    const words = typed.split(" ");
    const last = words.at(-1) ?? "";
    const rest = words.slice(0, -1);
    const fits = ({ as }: Entry) =>
      rest.every((word) => as.some((alias) => ` ${alias}`.includes(` ${word}`)));
    const fitting = (found: Iterable<Entry>) => [...found].filter(fits);

    take(gather((shelf, _, add) => each(shelf.exact.get(typed), add)));
    if (picked.size < limit) {
      const whole = new Set<Entry>();
      const found = gather((shelf, _, add) => {
        for (const start of shelf.beginning(typed)) {
          const numbers = shelf.exact.get(start.alias);
          if (start.whole) each(numbers, (n) => Boolean(whole.add(shelf.entry(n))));
          if (!each(numbers, add)) return;
        }
      });
      take([...found].filter((entry) => whole.has(entry)));
      take(found);
    }
    if (picked.size < limit && last.length >= 3)
      take(
        fitting(
          gather((shelf, _, add) => {
            for (const word of shelf.spelt(skeleton(last))) if (!each(shelf.byWord.get(word), add)) return;
          }),
        ),
      );
    if (picked.size < limit)
      take(
        gather((shelf, { words }, add) => {
          for (const word of words(last)) each(shelf.exact.get([...rest, word].join(" ")), add);
        }),
      );
    if (picked.size < limit)
      take(
        fitting(
          gather((shelf, { beginnings }, add) => {
            for (const word of beginnings(last)) each(shelf.byWord.get(word), add);
          }),
        ),
      );
    if (picked.size === 0 && words.length > 1)
      take(
        gather((shelf, near, add) => {
          for (const word of words.flatMap((one) => near.words(one))) each(shelf.byWord.get(word), add);
        }),
      );
    return [...picked];
  };
}

/** False where one was enough. */
function each(numbers: ArrayLike<number>, add: (n: number) => boolean): boolean {
  for (let i = 0; i < numbers.length; i++) if (!add(numbers[i]!)) return false;
  return true;
}

/** Below zero where one entry is offered before another. */
export const inOrder = (a: Entry, b: Entry): number =>
  Number(b.own) - Number(a.own) || byCodePoint(a.name, b.name) || byCodePoint(a.id, b.id);
