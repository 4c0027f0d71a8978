import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonWith } from "../../src/engine/index/dense.ts";
import { common, union } from "../../src/engine/index/lists.ts";

const SIZE = 5000;

/** Ascending positions below SIZE: a few, or a good part of all. */
const ascending = fc
  .oneof(
    fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: 40 }),
    fc
      .record({ step: fc.integer({ min: 1, max: 9 }), first: fc.nat(200) })
      .map(({ step, first }) =>
        Array.from({ length: Math.floor((SIZE - first - 1) / step) }, (_, i) => first + i * step),
      ),
  )
  .map((all) => Uint32Array.from(all.toSorted((a, b) => a - b)));

const both = (a: Uint32Array, b: Uint32Array) => [...a].filter((position) => b.includes(position));

describe("lists of positions", () => {
  it("have in common what stands in both, however long either is", () => {
    fc.assert(
      fc.property(ascending, ascending, (a, b) => {
        expect([...common(a, b)]).toEqual(both(a, b));
        expect([...commonWith(a, b, SIZE)]).toEqual(both(a, b));
      }),
    );
  });

  it("have the same in common each time, though a long one is kept as bits", () => {
    fc.assert(
      fc.property(fc.array(ascending, { minLength: 2, maxLength: 4 }), ascending, (all, a) => {
        const buffer = new Uint32Array(all.reduce((sum, { length }) => sum + length, 0));
        let at = 0;
        const lists = all.map((list) => {
          buffer.set(list, at);
          at += list.length;
          return buffer.subarray(at - list.length, at);
        });
        for (const list of [...lists, ...lists])
          expect([...commonWith(a, list, SIZE)]).toEqual(both(a, list));
      }),
      { numRuns: 50 },
    );
  });

  it("come together as one, each position once", () => {
    fc.assert(
      fc.property(fc.array(ascending, { maxLength: 4 }), (lists) => {
        const all = new Set(lists.flatMap((list) => [...list]));
        expect([...union(lists)]).toEqual([...all].sort((a, b) => a - b));
      }),
    );
  });
});
