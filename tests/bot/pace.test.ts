import { expect, test } from "vitest";
import { openPace, PACE } from "../../src/bot/pace.ts";

test("a person may ask in a burst, then at a steady pace", () => {
  let now = 0;
  const pace = openPace(() => now);
  for (let i = 0; i < PACE.burst; i++) expect(pace.admit("discord:1")).toBe(0);
  expect(pace.admit("discord:1")).toBe(1);
  now += 2_000;
  for (let i = 0; i < 2 * PACE.perSecond; i++) expect(pace.admit("discord:1")).toBe(0);
  expect(pace.admit("discord:1")).toBe(1);
});

test("one person's haste slows nobody else", () => {
  const pace = openPace(() => 0);
  for (let i = 0; i <= PACE.burst; i++) pace.admit("discord:1");
  expect(pace.admit("discord:2")).toBe(0);
});

test("a clock that jumps back takes nothing away", () => {
  let now = 100_000;
  const pace = openPace(() => now);
  pace.admit("discord:1");
  now = 0;
  expect(pace.admit("discord:1")).toBe(0);
});
