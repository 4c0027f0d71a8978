import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { home } from "../../adapters/slack/card/home.ts";
import { modal } from "../../adapters/slack/card/modal.ts";
import { render } from "../../adapters/slack/render.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { said } from "../support/discord/fake-bot.ts";
import { checkMessage, checkView } from "../support/slack/check.ts";

const SOURCES = [
  {
    number: 1,
    title: "Talks in Brenn [draft]",
    publisher: "The Brenn Courier",
    published: "3 June 2025",
    url: "https://example.org/a?b=1&c=2",
    where: "paragraph 4",
  },
  { number: 2, title: "A *second* look", url: "javascript:alert(1)" },
];
const FORM = {
  name: "brief met",
  title: "Who met whom, and where else they met",
  fields: [
    {
      name: "person",
      label: "Person",
      required: true,
      type: "suggest" as const,
      suggest: "person",
      value: "Ardin",
    },
    { name: "period", label: "Period", hint: "2021, since May", required: false, type: "line" as const },
    {
      name: "status",
      label: "Status",
      required: false,
      type: "choice" as const,
      value: "planned",
      choices: [{ value: "planned", label: "Planned" }],
    },
    { name: "file", label: "File", required: false, type: "file" as const },
  ],
};

/** One reply of each shape. The recorded files are read by people when they change. */
const CASES: Record<string, Reply> = {
  answer: said("People who met Mira Ardin", {
    understood: "People who met Mira Ardin, 2025",
    text: ["Two people."],
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
      { verb: "timeline", label: "Timeline" },
      { verb: "sources", label: "Sources" },
      { verb: "share", label: "Share", page: 1 },
    ],
    choices: {
      verb: "event",
      prompt: "Open an event",
      options: [{ value: "E-1", label: "Talks", hint: "2 June 2025" }],
    },
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
  help: said("What can be asked", {
    fields: Array.from({ length: 12 }, (_, n) => ({
      name: `command ${n}`,
      value: "What it does, with an example",
    })),
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
  picture: said("Timeline", {
    picture: { name: "timeline.png", png: new Uint8Array(9), alt: "Two meetings on a line" },
    file: { name: "events.csv", type: "text/csv", content: "date,what\n", description: "Two events" },
  }),
  hostile: said("<!channel> <@U1> *loud* \u202eright to left", {
    understood: "events of `x` in <https://evil.example|here> &lt;",
    text: ["> quoted", ":tada: https://evil.example"],
    items: [
      { date: "2 June 2025", who: "# big\n> quote", what: "_so_ ~gone~ 𝔸🏳️‍🌈", quote: "<!here>", cites: [2] },
    ],
    sources: SOURCES,
    notes: ["*bold*\n1. list"],
  }),
};

function recorded(name: string, drawn: unknown): { readonly text: string; readonly there: string } {
  const path = `tests/slack/golden/${name}.json`;
  const text = `${JSON.stringify(drawn, null, 2)}\n`;
  if (process.env.RECORD) {
    mkdirSync("tests/slack/golden", { recursive: true });
    writeFileSync(path, text);
  }
  return { text, there: readFileSync(path, "utf8") };
}

describe("a reply looks as recorded:", () => {
  test.each(Object.keys(CASES))("%s", (name) => {
    const drawn = render(CASES[name]!, "private").map(({ files, ...message }) => ({
      ...message,
      files: files.map((file) => `${file.name}, ${file.bytes.length} bytes: ${file.alt}`),
    }));
    const { text, there } = recorded(name, drawn);
    expect(text).toBe(there);
  });

  test("a form", () => {
    const view = modal(
      FORM,
      said("met", { text: ["“met” needs person."], receipt: "r1" }),
      '{"channel":"C1"}',
    );
    const { text, there } = recorded("form", view);
    expect(text).toBe(there);
    expect(checkView(JSON.parse(text))).toEqual([]);
  });

  test("the front page", () => {
    const reply = said("Attaché", {
      text: ["Diplomacy briefings."],
      form: FORM,
      notes: ["“help” lists the commands."],
    });
    const { text, there } = recorded("home", home(reply, "“who?” is answered under Messages."));
    expect(text).toBe(there);
    expect(checkView(JSON.parse(text))).toEqual([]);
  });
});

const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "<!channel>",
    "<@U1> &lt;",
    "&".repeat(2_000),
    "𝔸".repeat(3_000),
    "word ".repeat(1_200),
    "`*_~".repeat(100),
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
    receipt: fc.constant("r1"),
    buttons: fc.array(fc.record({ verb: fc.constantFrom("more", "share"), label: nasty, page: count }), {
      maxLength: 12,
    }),
    choices: fc.option(
      fc.record({
        verb: fc.constant("pick"),
        prompt: nasty,
        options: fc.array(
          fc.record({ value: fc.string({ minLength: 1, maxLength: 80 }), label: nasty, hint: nasty }),
          {
            maxLength: 25,
          },
        ),
      }),
      { nil: undefined },
    ),
  })
  .map((reply) => ({
    ...reply,
    sources: reply.sources.map((source, n) => ({ ...source, number: n + 1 })),
    audience: "private",
  }));

describe("whatever a reply says,", () => {
  test("Slack takes every message of it, and every source is beside the claims that cite it", () => {
    fc.assert(
      fc.property(anyReply, fc.constantFrom("private", "public", "direct"), (reply, stage) => {
        for (const { text, blocks } of render(reply, stage)) {
          const body = { text, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
          expect(checkMessage(body)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("its items come in order, and none is missing that is not named as left out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 900 }), (length, width) => {
        const items = Array.from({ length }, (_, n) => ({
          what: `item${n}; ${"x".repeat(width)}`,
          cites: [],
        }));
        const words = JSON.stringify(render(said("All", { items }), "private").map(({ blocks }) => blocks));
        const shown = [...words.matchAll(/item(\d+);/g)].map((match) => Number(match[1]));
        expect(shown).toEqual(items.slice(0, shown.length).map((_, n) => n));
        expect(words.includes(`Items ${shown.length + 1} to ${length} are left out`)).toBe(
          shown.length < length,
        );
      }),
      { numRuns: 40 },
    );
  });

  test("Slack takes it as a form and as the front page too", () => {
    fc.assert(
      fc.property(anyReply, nasty, (reply, value) => {
        const fields = FORM.fields.map((field) => ({ ...field, label: value, hint: value, value }));
        const form = { ...FORM, title: value, fields };
        expect(
          checkView(JSON.parse(JSON.stringify(modal(form, reply, "")))).filter((w) => !/option/.test(w)),
        ).toEqual([]);
        expect(checkView(JSON.parse(JSON.stringify(home({ ...reply, form }, undefined))))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
