import { expect, test } from "vitest";
import { dayIn } from "../../src/bot/day.ts";

test.each([
  ["UTC", "2021-05-12T23:30:00.000Z", "2021-05-12"],
  ["Europe/Lisbon", "2021-05-12T23:30:00.000Z", "2021-05-13"],
  ["America/New_York", "2021-05-13T02:30:00.000Z", "2021-05-12"],
  ["Pacific/Apia", "2021-05-12T12:00:00.000Z", "2021-05-13"],
  ["Asia/Kathmandu", "2021-05-12T18:14:00.000Z", "2021-05-12"],
  ["Asia/Kathmandu", "2021-05-12T18:15:00.000Z", "2021-05-13"],
  ["Nowhere/Land", "2021-05-12T23:30:00.000Z", "2021-05-12"],
])("in %s it is at %s the day %s", (zone, at, day) => {
  expect(dayIn(zone, at)).toBe(day);
});
