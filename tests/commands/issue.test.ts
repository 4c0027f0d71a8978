import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LINES } from "../../commands/digest/words/issue.ts";
import { wordIssue } from "../../commands/index.ts";
import type { Issue, Line } from "../../src/bot/index.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { at, event, source } from "../fixtures/world.ts";

const line = (
  n: number,
  section: "new" | "upcoming" | "anniversaries",
  place: string,
  quote: boolean,
): Line => {
  const made = event({ id: `E-${String(n).padStart(8, "0")}`, places: [at(place)] });
  const cited = { ...source("D-a1a1a1", n), title: "A paper", publisher: null, published: null };
  return {
    kind: "event",
    section,
    event: { ...made, sources: [{ ...cited, quote: quote ? "We shall see." : null }], certainty: "certain" },
  };
};

const issue = (lines: readonly Line[], more: Partial<Issue> = {}): Issue => ({
  kind: "slot",
  told: "Events, in Lisbon",
  key: "1@2026-05-12T09:00[UTC]",
  due: "2026-05-12T09:00:00.000Z",
  date: "2026-05-12",
  until: "2026-05-12",
  window: { from: 0, to: 0 },
  lines,
  next: { key: "k", date: "2026-05-13", at: "2026-05-13T09:00:00.000Z", clock: "plain" },
  merged: 0,
  besides: [],
  digest: {
    id: "1",
    address: "discord:7",
    author: "discord:1",
    locale: "en-GB",
    question: "What happened in Lisbon?",
    query: { ask: "events" },
    schedule: { every: "day", time: "09:00", zone: "UTC" },
    sections: ["new", "upcoming", "anniversaries"],
    empty: "note",
    catchUp: "once",
    maxLateness: 1440,
    since: "2026-05-01T00:00:00.000Z",
    from: 0,
  },
  ...more,
});

/** All lines of a reply but its sources. */
function height({ text = [], items = [], notes = [] }: Reply): number {
  const headings = new Set(items.map(({ heading }) => heading)).size;
  const quotes = items.filter(({ quote }) => quote !== undefined).length;
  return 2 + text.length + headings + items.length + quotes + notes.length;
}

describe("a digest in words", () => {
  test("stays within fifteen lines, and its pages hold each line once with its sources", () => {
    const section = fc.constantFrom("new" as const, "upcoming" as const, "anniversaries" as const);
    const shape = fc.tuple(section, fc.constantFrom("lisbon", "nairobi", "helsinki"), fc.boolean());
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 60 }), (shapes) => {
        const lines = shapes.map(([section, place, quote], n) => line(n, section, place, quote));
        const first = wordIssue(issue(lines), 1);
        expect(height(first)).toBeLessThanOrEqual(LINES);
        const pages = Array.from({ length: first.page?.pages ?? 1 }, (_, n) =>
          wordIssue(issue(lines), n + 1),
        );
        const items = pages.flatMap((page) => page.items ?? []);
        expect(items.map(({ id }) => id).sort()).toEqual(
          lines.map((_, n) => `E-${String(n).padStart(8, "0")}`),
        );
        for (const { items = [], sources = [] } of pages)
          for (const { cites } of items)
            expect(sources.map(({ number }) => number)).toEqual(expect.arrayContaining([...cites]));
        if (first.page) expect(first.page.total).toBe(lines.length);
      }),
    );
  });

  test("gives each section a place beside a long one", () => {
    const many = Array.from({ length: 40 }, (_, n) => line(n, "new", "lisbon", false));
    const reply = wordIssue(
      issue([...many, line(40, "upcoming", "lisbon", false), line(41, "anniversaries", "lisbon", false)]),
      1,
    );
    const headings = [...new Set(reply.items?.map(({ heading }) => heading))];
    expect(headings).toEqual(["New and changed", "Coming up", "On this day"]);
    expect(reply.notes).toEqual([
      "35 more lines are left out here: More shows them.",
      "Next: Wednesday, 13 May 2026 at 09:00 (UTC).",
    ]);
  });

  test("puts lines of one place together where several share it", () => {
    const places = ["lisbon", "nairobi", "lisbon", "nairobi", "helsinki", "lisbon"];
    const reply = wordIssue(issue(places.map((place, n) => line(n, "new", place, false))), 1);
    expect(reply.items?.map(({ where }) => where)).toEqual([
      "Lisbon",
      "Lisbon",
      "Lisbon",
      "Nairobi",
      "Nairobi",
      "Helsinki",
    ]);
  });

  test("says when it is late, what it takes in, and whom it stands for", () => {
    const other = { ...issue([]).digest, id: "4", question: "What happened in Nairobi?" };
    const late = issue([], { late: "2026-05-12T09:05:30.000Z", merged: 2, besides: [other] });
    expect(wordIssue(late, 1).text).toEqual([
      "Tuesday, 12 May 2026 at 09:00 (UTC). Late: it was due at that time, and was posted at 09:05. It takes in 2 earlier ones that were not posted. Not caught up here: digest 4 (What happened in Nairobi?); their news come with their next posts.",
      "Nothing recorded that is new or changed. Nothing recorded that is planned for the days ahead. Nothing recorded on this day in earlier years.",
    ]);
  });

  test("is the same bytes each time", () => {
    const lines = Array.from({ length: 20 }, (_, n) =>
      line(n, "new", n % 2 ? "lisbon" : "nairobi", n % 3 === 0),
    );
    expect(JSON.stringify(wordIssue(issue(lines), 2))).toBe(JSON.stringify(wordIssue(issue(lines), 2)));
  });
});
