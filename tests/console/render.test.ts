import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain, wrap } from "../../adapters/console/plain.ts";
import { render } from "../../adapters/console/render.ts";
import type { Reply } from "../../src/chat/reply.ts";

const PAPER = { width: Number.POSITIVE_INFINITY, colours: false, interactive: false };

const answer: Reply = {
  title: "Who met Carvalho?",
  understood: "People who met Inês Carvalho",
  items: [
    {
      id: "E-lisbon-a",
      date: "12 May 2021",
      who: "Aino Rautala",
      what: "Aino Rautala met Inês Carvalho in Lisbon.",
      marks: ["date inferred", "secret"],
      quote: "The sea does not divide us.",
      cites: [1, 2],
    },
    { what: "A meeting was planned.", cites: [2], heading: "Planned" },
  ],
  sources: [
    {
      number: 1,
      title: "Quiet contacts",
      publisher: "Lisbon Courier",
      published: "14 May 2021",
      where: "paragraph 2",
    },
    { number: 2, title: "Secret talks", url: "https://ledger.example/a" },
  ],
  notes: ["Silence is no proof."],
  page: { page: 2, pages: 3, first: 11, last: 12, total: 25 },
  buttons: [
    { verb: "more", label: "More", page: 3 },
    { verb: "followup", label: "When?", value: "and when?" },
  ],
  choices: { verb: "event", prompt: "Open an event", options: [{ value: "E-lisbon-a", label: "…" }] },
  audience: "private",
  receipt: "r1",
};

test("an answer is printed whole, each line with its sources", () => {
  expect(render(answer, PAPER)).toBe(`Who met Carvalho?
Understood: People who met Inês Carvalho

11. 12 May 2021 · Aino Rautala · Aino Rautala met Inês Carvalho in Lisbon. (date inferred; secret) [1][2] E-lisbon-a
     “The sea does not divide us.”

Planned
12. A meeting was planned. [2]

Sources
[1] Quiet contacts, Lisbon Courier, 14 May 2021, paragraph 2
[2] Secret talks, https://ledger.example/a

Note: Silence is no proof.

11–12 of 25.`);
});

test("where somebody types, the ways on are named", () => {
  const text = render(answer, { ...PAPER, interactive: true });
  expect(text).toContain("11–12 of 25. Go on: more · When? · a number opens its event");
});

test("choices are numbered", () => {
  const choices: Reply = {
    title: "Who met Rautala?",
    choices: {
      verb: "pick",
      prompt: "Which “Rautala” is meant?",
      options: [
        { value: "aino", label: "Aino Rautala" },
        { value: "mikko", label: "Mikko Rautala", hint: "FI" },
      ],
    },
    audience: "private",
  };
  expect(render(choices, PAPER)).toBe(`Who met Rautala?

Which “Rautala” is meant?
1. Aino Rautala
2. Mikko Rautala (FI)`);
});

test("a form is shown as the line that does the same", () => {
  const reply: Reply = {
    title: "met",
    form: {
      name: "brief met",
      title: "met",
      fields: [
        { name: "person", label: "person", required: true, type: "suggest" },
        { name: "place", label: "place", required: false, type: "suggest" },
      ],
    },
    audience: "private",
  };
  expect(render(reply, PAPER)).toContain("As a line: met person:… [place:…]");
});

test("colours add nothing but bold and dim", () => {
  const coloured = render(answer, { ...PAPER, colours: true });
  expect(coloured).not.toBe(render(answer, PAPER));
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(render(answer, PAPER));
});

describe("foreign text", () => {
  const hostile =
    "\u001b[31mred\u001b]8;;http://x\u0007 \u202ereversed\u2066 line\nbreak \u0000\u200b\u{e0041}tail\ud800";

  test("comes out without escapes, controls and direction marks", () => {
    expect(plain(hostile)).toBe("[31mred]8;;http://x reversed line break tail");
  });

  test("can't move the cursor from any part of a reply", () => {
    const reply: Reply = {
      title: hostile,
      understood: hostile,
      text: [hostile],
      items: [
        {
          what: hostile,
          date: hostile,
          who: hostile,
          where: hostile,
          quote: hostile,
          marks: [hostile],
          cites: [1],
        },
      ],
      fields: [{ name: hostile, value: hostile }],
      sources: [{ number: 1, title: hostile, publisher: hostile, url: hostile }],
      notes: [hostile],
      audience: "private",
    };
    expect(render(reply, PAPER)).not.toMatch(/[\p{Cf}\p{Co}\p{Cs}]|(?!\n)\p{Cc}/u);
  });
});

test("no line is longer than the terminal is wide, but for a word that is", () => {
  const word = fc
    .string({ minLength: 1, maxLength: 12, unit: "grapheme-ascii" })
    .map((text) => text.replaceAll(" ", "_"));
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 20, max: 60 }),
      (words, width) => {
        const lines = wrap(words.join(" "), width, 4).split("\n");
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.map((line) => line.trim()).join(" ")).toBe(words.join(" ").trim());
      },
    ),
  );
});
