import { expect, test } from "vitest";
import { complete } from "../../adapters/console/menu.ts";
import { talk } from "../support/say.ts";

const { bot } = talk();

test.each([
  ["me", ["met"], "me"],
  ["e", ["events", "event", "export"], "e"],
  ["met per", ["person:", "period:"], "per"],
  ["/brief met pers", ["person:"], "pers"],
  ["met person:Carv", ['"Inês Carvalho"'], "Carv"],
  ['met person:"Carv', ['"Inês Carvalho"'], '"Carv'],
  ['met person:"Aino Rau', ['"Aino Rautala"'], '"Aino Rau'],
  ["met person:Carvalho place:Lis", ["Lisbon"], "Lis"],
  ["events status:pl", ["planned"], "pl"],
  ["Who met Odhi", ["Wanjiru Odhiambo"], "Odhi"],
  ["Who met x", [], "x"],
  ["", [], ""],
])("%j is completed", (line, values, replaced) => {
  const [found, part] = complete(line, bot, {} as never);
  expect(part).toBe(replaced);
  expect(found.slice(0, Math.max(values.length, 1))).toEqual(values);
});

test("a name that is typed halfway offers everyone of that name", () => {
  expect(complete("Who met Raut", bot, {} as never)[0]).toEqual(["Aino Rautala", "Mikko Rautala"]);
});
