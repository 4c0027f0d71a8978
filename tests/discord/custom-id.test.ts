import fc from "fast-check";
import { expect, test } from "vitest";
import { customId, readCustomId } from "../../adapters/discord/card/custom-id.ts";

const word = fc.stringMatching(/^[a-z0-9-]{1,16}$/);
const pressed = fc.record(
  {
    verb: word,
    receipt: fc.oneof(word, fc.constant("")),
    page: fc.integer({ min: 1, max: 9_999 }),
    value: fc.string({ minLength: 1, maxLength: 40 }),
    form: fc.boolean(),
  },
  { requiredKeys: ["verb", "receipt", "form"] },
);

test("what a button carries is read again as it was", () => {
  fc.assert(
    fc.property(pressed, (given) => {
      expect(readCustomId(customId(given)!)).toEqual(given);
    }),
  );
});

test("an id that would be too long is none, and what we never made is not read", () => {
  expect(customId({ verb: "pick", receipt: "r1", value: "x".repeat(100), form: false })).toBeUndefined();
  for (const id of ["", "2:more:r1", "more", "1:", "1::r1", "0:x:y"])
    expect(readCustomId(id)).toBeUndefined();
});
