import { expect, test } from "vitest";
import { lexicon } from "../../src/reading/names/lexicon.ts";
import type { Annotation } from "../../src/reading/score/annotation.ts";
import { share, tally } from "../../src/reading/score/score.ts";
import { gazetteer, read, report } from "./told.ts";

const annotation: Annotation = {
  documents: [{ id: "a", file: "text.txt" }],
  events: [
    {
      id: "a-1",
      type: "meeting",
      tier: "A",
      status: "happened",
      source_file: "text.txt",
      participants: ["Lars Holmgaard", "Karin Bergqvist"].map((name) => ({
        kind: "person",
        name,
        surface: name,
        country: null,
        part: "attendee",
        resolution: "named",
      })),
      places: [{ city: "Malmo", country: "SE" }],
      date: { edtf: "2015-05-12", start: "2015-05-12", end: "2015-05-12" },
      quotes: [],
    },
  ],
};
const score = (body: string) =>
  tally("text.txt", annotation, read(report(body)).mentions, lexicon(gazetteer), () => "");

test("a right event counts in every column", () => {
  const t = score(
    "Danish Foreign Minister Lars Holmgaard met Swedish Foreign Minister Karin Bergqvist in Malmo on Tuesday.",
  );
  expect([t.pairs, t.matched, t.date, t.status, t.complete, t.invented, t.tiers.A]).toEqual([
    { gold: 1, published: 1, right: 1, all: 1, allRight: 1 },
    1,
    1,
    1,
    1,
    0,
    { of: 1, found: 1 },
  ]);
});

test("a wrong one is an invention, and the right one missed", () => {
  const t = score(
    "Danish Foreign Minister Lars Holmgaard met Finnish Foreign Minister Aino Lehtola in Turku on Tuesday.",
  );
  expect([t.pairs.right, t.invented, t.tiers.A.found]).toEqual([0, 1, 0]);
  expect(t.findings.map((f) => f.split(" ").slice(0, 2).join(" "))).toEqual([
    "missed pair:",
    "invented pair:",
    "missed A",
    "invented meeting",
  ]);
});

test("a share has an interval that holds it and is the same on every run", () => {
  const tallies = [
    score("Nothing."),
    score(
      "Danish Foreign Minister Lars Holmgaard met Swedish Foreign Minister Karin Bergqvist in Malmo on Tuesday.",
    ),
  ];
  const recall = () =>
    share(
      tallies,
      (t) => t.pairs.right,
      (t) => t.pairs.gold,
    );
  expect(recall()).toEqual(recall());
  expect(recall()).toMatchObject({ value: 50, low: 0, high: 100, of: 2 });
});
