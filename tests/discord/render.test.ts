import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "../../adapters/discord/render.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { checkMessage } from "../support/discord/check.ts";
import { said } from "../support/discord/fake-bot.ts";

const SOURCES = [
  {
    number: 1,
    title: "Talks in Brenn [draft]",
    publisher: "The Brenn Courier",
    published: "3 June 2025",
    url: "https://example.org/a",
    where: "paragraph 4",
  },
  { number: 2, title: "A *second* look", url: "javascript:alert(1)" },
];

/** One reply of each shape. The recorded files are read by people when they change. */
const CASES: Record<string, Reply> = {
  answer: said("People who met Mira Ardin", {
    understood: "People who met Mira Ardin, 2025",
    items: [
      {
        id: "E-1",
        date: "2 June 2025",
        who: "Mira Ardin, Jon Brandt",
        where: "Brenn",
        what: "Talks on the border",
        marks: ["date inferred"],
        cites: [1, 2],
      },
      {
        heading: "Planned",
        date: "9 June 2025",
        who: "Mira Ardin",
        what: "Visit",
        quote: "We will come.",
        cites: [2],
      },
      { heading: "Planned", what: "Not a claim", cites: [] },
    ],
    sources: SOURCES,
    notes: ["The day is inferred from the date of the report."],
    page: { page: 1, pages: 3, first: 1, last: 3, total: 8 },
    receipt: "k3f9q2aa",
    buttons: [
      { verb: "more", label: "More", page: 2, style: "primary" },
      { verb: "share", label: "Share", page: 1 },
      { verb: "sources", label: "Sources" },
    ],
  }),
  nothing: said("Nothing recorded", {
    understood: "Meetings in Brenn, 1999",
    text: ["Nothing recorded.", "The dataset covers 5 documents,\n2010 to 2025."],
  }),
  profile: said("Mira Ardin", {
    fields: [
      { name: "Office", value: "Foreign minister of Brennland, since 2021" },
      { name: "Also written", value: "Мира Ардин" },
    ],
    sources: SOURCES,
  }),
  which: said("Which Ardin?", {
    receipt: "k3f9q2aa",
    choices: {
      verb: "pick",
      prompt: "Several people fit",
      options: [
        { value: "mira-ardin", label: "Mira Ardin", hint: "minister" },
        { value: "tomas-ardin", label: "Tomas Ardin" },
      ],
    },
  }),
  form: said("Ask", {
    text: ["Fill in what you know."],
    form: {
      name: "brief met",
      title: "Who met whom",
      fields: [{ name: "person", label: "Person", required: true, type: "line" }],
    },
  }),
  picture: said("Timeline", {
    picture: { name: "timeline.png", png: new Uint8Array(9), alt: "Two meetings on a line" },
    file: { name: "events.csv", type: "text/csv", content: "date,what\n", description: "Two events" },
  }),
  hostile: said("@everyone <@1> **loud** \u202eright to left", {
    understood: "events of `x` in [here](https://evil.example)",
    items: [
      {
        date: "2 June 2025",
        who: "# big\n> quote",
        what: "||hidden|| 𝔸🏳️‍🌈",
        quote: "https://evil.example",
        cites: [2],
      },
    ],
    sources: SOURCES,
    notes: ["-# small\n1. list"],
  }),
};

describe("a reply looks as recorded:", () => {
  test.each(Object.keys(CASES))("%s", (name) => {
    const drawn = render(CASES[name]!, "private").map(({ body, files }) => ({
      ...body,
      files: files.map((file) => `${file.name}, ${file.data.length} bytes, ${file.contentType}`),
    }));
    const path = `tests/discord/golden/${name}.json`;
    const text = `${JSON.stringify(drawn, null, 2)}\n`;
    if (process.env.RECORD) {
      mkdirSync("tests/discord/golden", { recursive: true });
      writeFileSync(path, text);
    }
    expect(text).toBe(readFileSync(path, "utf8"));
  });
});

const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "@everyone",
    "<@1>",
    "*".repeat(2_000),
    "𝔸".repeat(3_000),
    "word ".repeat(1_200),
    "\u202e",
    "",
  ),
);
const count = fc.integer({ min: 1, max: 40 });
const anyReply: fc.Arbitrary<Reply> = fc
  .record({
    title: nasty,
    understood: fc.option(nasty, { nil: undefined }),
    text: fc.array(nasty, { maxLength: 4 }),
    fields: fc.array(fc.record({ name: nasty, value: nasty }), { maxLength: 30 }),
    items: fc.array(
      fc.record({
        date: fc.option(nasty, { nil: undefined }),
        who: fc.option(nasty, { nil: undefined }),
        where: fc.option(nasty, { nil: undefined }),
        what: nasty,
        marks: fc.array(nasty, { maxLength: 3 }),
        quote: fc.option(nasty, { nil: undefined }),
        heading: fc.option(fc.constantFrom("Planned", "Also"), { nil: undefined }),
        cites: fc.array(count, { maxLength: 40 }),
      }),
      { maxLength: 30 },
    ),
    sources: fc.array(fc.record({ title: nasty, publisher: nasty, url: fc.webUrl() }), { maxLength: 40 }),
    notes: fc.array(nasty, { maxLength: 5 }),
  })
  .map((reply) => ({
    ...reply,
    sources: reply.sources.map((source, n) => ({ ...source, number: n + 1 })),
    audience: "private",
  }));

test("fields stand before the items that they head", () => {
  const [message] = render(
    said("Ardin", { fields: [{ name: "Office", value: "Minister" }], items: [{ what: "Talks", cites: [] }] }),
    "private",
  );
  expect(message?.body.embeds?.[0]).toMatchObject({ description: "**Office**: Minister\n\n- Talks" });
});

test("a file that is larger than Discord takes is left out, and it is said", () => {
  const file = {
    name: "all.csv",
    type: "text/csv",
    content: "é".repeat(6_000_000),
    description: "Everything",
  };
  const [message] = render(said("Export", { file }), "private");
  expect(message?.files).toEqual([]);
  expect(JSON.stringify(message?.body)).toContain("The file would have 12 MB");
});

describe("whatever a reply says,", () => {
  test("Discord takes every message of it, and every source is beside the claims that cite it", () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        for (const { body, files } of render(reply, "private")) {
          const sizes = files.map(({ name, data }) => ({ name, bytes: data.length }));
          expect(checkMessage(body as Record<string, unknown>, sizes)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("its items come in order, and none is missing that is not named as left out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 900 }), (length, width) => {
        const items = Array.from({ length }, (_, n) => ({
          what: `item${n}; ${"x".repeat(width)}`,
          cites: [],
        }));
        const words = JSON.stringify(render(said("All", { items }), "private"));
        const shown = [...words.matchAll(/item(\d+);/g)].map((match) => Number(match[1]));
        expect(shown).toEqual(items.slice(0, shown.length).map((_, n) => n));
        expect(words.includes(`Items ${shown.length + 1} to ${length} are left out`)).toBe(
          shown.length < length,
        );
      }),
      { numRuns: 60 },
    );
  });
});
