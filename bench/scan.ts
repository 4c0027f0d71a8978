import { isOneEdit } from "../src/engine/names/near.ts";
import type { Day } from "../src/model/when.ts";
import { dayNumber } from "../src/model/when.ts";
import { eachRow, type Row } from "./feed.ts";
import type { Contestant } from "./measure.ts";
import type { Asked } from "./queries.ts";

/** Every row in an array, walked from the newest: the yardstick of every count. */
export async function openScan(feed: string, names: readonly string[]): Promise<Contestant> {
  const rows: Row[] = [];
  const same = shared();
  await eachRow(feed, (row) =>
    rows.push({
      ...row,
      kind: same(row.kind),
      who: row.who.map(same),
      places: row.places.map(same),
      words: row.words.map(same),
    }),
  );
  const folded = names.map((name) => ({ name, words: name.toLowerCase().split(/[^a-z]+/) }));
  return {
    find(asked) {
      const fits = fitting(asked);
      const newest: string[] = [];
      let count = 0;
      for (let at = rows.length - 1; at >= 0; at--) {
        if (!fits(rows[at]!)) continue;
        if (count++ < 20) newest.push(rows[at]!.id);
      }
      return { count, newest };
    },
    complete: (typed) =>
      folded
        .filter(({ words }) =>
          words.some((word) =>
            [-1, 0, 1].some(
              (by) => isOneEdit(typed, word.slice(0, typed.length + by)) || word.startsWith(typed),
            ),
          ),
        )
        .slice(0, 20)
        .map(({ name }) => name),
  };
}

function fitting({ who = [], place, kind, from, to, words = [] }: Asked): (row: Row) => boolean {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from as Day);
  const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to as Day);
  return (row) =>
    row.end >= first &&
    row.start <= last &&
    (kind === undefined || row.kind === kind) &&
    (place === undefined || row.places.includes(place)) &&
    who.every((one) => row.who.includes(one)) &&
    words.every((word) => row.words.includes(word));
}

/** Equal texts as one: half a million rows share a few thousand names. */
function shared(): <T extends string>(text: T) => T {
  const known = new Map<string, string>();
  return <T extends string>(text: T): T => {
    const before = known.get(text);
    if (before !== undefined) return before as T;
    known.set(text, text);
    return text;
  };
}
