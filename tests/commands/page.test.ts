import fc from "fast-check";
import { expect, test } from "vitest";
import { ITEMS_A_PAGE, pageOf } from "../../commands/reply/page.ts";

test("the pages of a list show each of it once, in its order", () => {
  fc.assert(
    fc.property(fc.nat({ max: 500 }), (length) => {
      const all = Array.from({ length }, (_, at) => at);
      const pages = pageOf(all, 1).page?.pages ?? 1;
      const shown = Array.from({ length: pages }, (_, at) => pageOf(all, at + 1));
      expect(shown.flatMap((each) => each.shown)).toEqual(all);
      for (const { shown: items, page } of shown) {
        expect(items.length).toBeLessThanOrEqual(ITEMS_A_PAGE);
        if (page) expect([page.last - page.first + 1, page.total]).toEqual([items.length, length]);
      }
    }),
  );
});

test.each([
  [0, 1],
  [-3, 1],
  [99, 3],
])("a page %i that is not there is the nearest one", (wanted, page) => {
  const all = Array.from({ length: 25 }, (_, at) => at);
  expect(pageOf(all, wanted).page?.page).toBe(page);
});

test("a list of one page does not speak of pages", () => {
  expect(pageOf([1, 2, 3], 1)).toEqual({ shown: [1, 2, 3] });
});
