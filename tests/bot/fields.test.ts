import { expect, test } from "vitest";
import { events } from "../../commands/brief/events.ts";
import { met } from "../../commands/brief/met.ts";
import { checkFields } from "../../src/bot/words/fields.ts";

test("empty values are as good as absent", () => {
  expect(checkFields(met, { person: "Carvalho", place: "", period: "  " })).toEqual({
    kind: "fit",
    fields: { person: "Carvalho" },
  });
});

test("what is missing is named", () => {
  expect(checkFields(met, { place: "Lisbon" })).toMatchObject({
    kind: "missing",
    options: [{ name: "person" }],
  });
});

test("an unknown option is named", () => {
  expect(checkFields(met, { person: "Carvalho", palce: "Lisbon" })).toEqual({
    kind: "unknown-option",
    option: "palce",
  });
});

test("a choice is taken in any case, and none but the choices", () => {
  expect(checkFields(events, { status: "Planned" })).toMatchObject({ fields: { status: "planned" } });
  expect(checkFields(events, { status: "rumoured" })).toMatchObject({ kind: "no-choice", value: "rumoured" });
});

test("controls and bidirectional marks are taken out of values", () => {
  expect(checkFields(met, { person: "Car\u0000val\u202eho\u200b" })).toEqual({
    kind: "fit",
    fields: { person: "Carvalho" },
  });
});
