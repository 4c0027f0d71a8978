import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LINES, wordIssue } from "../../commands/digest/words/issue.ts";
import type { Issue, Line } from "../../src/bot/index.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { at, event, source, who } from "../fixtures/world.ts";

const line = (
  n: number,
  section: "new" | "upcoming" | "anniversaries",
  place: string,
  quote: boolean,
  people: readonly string[] = [],
): Line => {
  const made = event({
    id: `E-${String(n).padStart(8, "0")}`,
    places: [at(place)],
    participants: people.map((person) => who(person, "attendee")),
  });
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
    const person = fc.constantFrom("ines-carvalho", "aino-rautala", "pertti-lind");
    const place = fc.constantFrom("lisbon", "nairobi", "helsinki", "turku", "porto");
    const shape = fc.tuple(section, place, fc.boolean(), fc.uniqueArray(person, { maxLength: 2 }));
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 60 }), (shapes) => {
        const lines = shapes.map(([section, place, quote, people], n) =>
          line(n, section, place, quote, people),
        );
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

  describe("in groups", () => {
    const told = (lines: readonly Line[], more: Partial<Issue> = {}) =>
      (wordIssue(issue(lines, more), 1).items ?? []).map(({ heading, where, who }) =>
        [heading, where, who].filter((part) => part !== undefined).join(" | "),
      );
    const at = (section: "new" | "upcoming", ...places: readonly string[]) =>
      places.map((place, n) => line(n, section, place, false));
    const with_ = (...groups: readonly (readonly string[])[]) =>
      groups.map((people, n) => line(n, "new", "lisbon", false, people));

    test("stand the lines of each place that several share, in the order of the newest, the rest after them", () => {
      const places = ["helsinki", "nairobi", "lisbon", "nairobi", "lisbon", "lisbon"];
      expect(told(at("new", ...places))).toEqual([
        "New and changed: Nairobi",
        "New and changed: Nairobi",
        "New and changed: Lisbon",
        "New and changed: Lisbon",
        "New and changed: Lisbon",
        "New and changed: others | Helsinki",
      ]);
    });

    test("stand the lines of each person where these gather more, whom the question asks for aside", () => {
      const lines = with_(
        ["ines-carvalho", "aino-rautala"],
        ["ines-carvalho", "pertti-lind"],
        ["aino-rautala", "ines-carvalho"],
        ["ines-carvalho", "aino-rautala"],
        ["pertti-lind", "ines-carvalho"],
        ["pertti-lind", "ines-carvalho"],
      );
      const { digest } = issue([]);
      const query = { ask: "people", who: [{ entity: "ines-carvalho" }] } as const;
      const headings = told(lines, { digest: { ...digest, query } }).map((words) => words.split(" | ")[0]);
      expect(headings).toEqual([
        ...Array.from({ length: 3 }, () => "New and changed: Aino Rautala"),
        ...Array.from({ length: 3 }, () => "New and changed: Pertti Lind"),
      ]);
      expect(new Set(told(lines).map((words) => words.split(" | ")[0]))).toEqual(
        new Set(["New and changed"]),
      );
    });

    test.each([
      ["there are few lines", ["lisbon", "nairobi", "lisbon", "nairobi", "lisbon"]],
      ["only one place is shared", ["lisbon", "nairobi", "lisbon", "helsinki", "lisbon", "geneva"]],
      [
        "most stand alone",
        ["lisbon", "lisbon", "nairobi", "nairobi", "geneva", "helsinki", "turku", "porto", "santiago"],
      ],
    ])("stands nothing where %s", (_why, places) => {
      expect(told(at("new", ...places))).toEqual(
        places.map((place) => expect.stringMatching(new RegExp(`^New and changed \\| ${place}$`, "i"))),
      );
    });

    test("stands nothing that is read by its date", () => {
      const places = ["lisbon", "nairobi", "lisbon", "nairobi", "lisbon", "nairobi"];
      expect(new Set(told(at("upcoming", ...places)).map((words) => words.split(" | ")[0]))).toEqual(
        new Set(["Coming up"]),
      );
    });

    test("stand fewer lines where the headings need the room", () => {
      const places = Array.from({ length: 20 }, (_, n) => (n % 2 ? "lisbon" : "nairobi"));
      const reply = wordIssue(issue(at("new", ...places)), 1);
      expect(height(reply)).toBe(LINES);
      expect(reply.items).toHaveLength(8);
      expect(reply.page).toMatchObject({ first: 1, last: 8, total: 20 });
    });
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
