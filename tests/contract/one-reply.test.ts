import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reply } from "../../src/chat/reply.ts";
import { type Reached, SURFACES } from "./surfaces.ts";

/** Words of some length, with no sign that a platform escapes by a look-alike. */
const phrase = fc
  .array(fc.constantFrom("talks", "border", "minister", "Łódź", "said:", "R&D", "<note>", "Ünal", "第二"), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(" "));

/** A page of an answer as commands make them, each part marked so that it is found again. */
const anyReply: fc.Arbitrary<Reply> = fc
  .record({
    items: fc.array(
      fc.record({ what: phrase, who: fc.option(phrase, { nil: undefined }), cites: fc.array(fc.nat(11)) }),
      {
        maxLength: 12,
      },
    ),
    sources: fc.array(phrase, { minLength: 12, maxLength: 12 }),
    text: fc.array(phrase, { maxLength: 3 }),
    fields: fc.array(phrase, { maxLength: 5 }),
    notes: fc.array(phrase, { maxLength: 3 }),
    heading: fc.boolean(),
    picture: fc.option(phrase, { nil: undefined }),
    file: fc.option(phrase, { nil: undefined }),
    buttons: fc.uniqueArray(fc.constantFrom("timeline", "sources", "export", "more"), { maxLength: 4 }),
  })
  .map((made) => ({
    title: "The title",
    understood: "what was understood",
    text: made.text.map((words, n) => `text${n}; ${words}`),
    fields: made.fields.map((value, n) => ({ name: `field${n};`, value })),
    items: made.items.map(({ what, who, cites }, n) => ({
      id: `E-${n}`,
      date: "2 June 2025",
      ...(who === undefined ? {} : { who }),
      what: `item${n}; ${what}`,
      ...(made.heading && n > 3 ? { heading: "Planned" } : {}),
      cites: [...new Set(cites)].map((cite) => cite + 1).sort((a, b) => a - b),
    })),
    sources: made.sources.map((title, n) => ({ number: n + 1, title: `source${n + 1}; ${title}` })),
    notes: made.notes.map((words, n) => `note${n}; ${words}`),
    ...(made.picture === undefined
      ? {}
      : { picture: { name: "a.png", png: new Uint8Array([1]), alt: `picture; ${made.picture}` } }),
    ...(made.file === undefined
      ? {}
      : { file: { name: "a.csv", type: "text/csv", content: "a", description: `file; ${made.file}` } }),
    buttons: made.buttons.map((verb) => ({ verb, label: verb === "more" ? "More" : verb })),
    choices: {
      verb: "event",
      prompt: "Open an event",
      options: made.items.map((_, n) => ({ value: `E-${n}`, label: `event ${n}` })),
    },
    receipt: "r1",
    audience: "private",
  }));

const wholeOf = (messages: readonly Reached[]) => messages.map(({ words }) => words).join("\n");
const found = (words: string, mark: string) =>
  [...words.matchAll(new RegExp(`${mark}(\\d+);`, "g"))].map((match) => Number(match[1]));

describe.each(Object.entries(SURFACES))("on %s", (_, reach) => {
  test("every part of a reply reaches the person, in its order", () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const messages = reach(reply);
        const words = wholeOf(messages);
        const count = (mark: "text" | "fields" | "items" | "notes") => [...(reply[mark] ?? []).keys()];
        expect(found(words, "item")).toEqual(count("items"));
        expect(found(words, "text")).toEqual(count("text"));
        expect(found(words, "field")).toEqual(count("fields"));
        expect(found(words, "note")).toEqual(count("notes"));
        expect(words.indexOf("The title")).toBeLessThan(words.indexOf("what was understood"));
        for (const part of [...(reply.items ?? []), ...(reply.sources ?? [])])
          expect(words).toContain("what" in part ? part.what : part.title);
      }),
      { numRuns: 80 },
    );
  });

  test("every claim has its citations behind it, and their sources in the same message", () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const messages = reach(reply);
        for (const [n, item] of (reply.items ?? []).entries()) {
          const message = messages.find(({ words }) => words.includes(`item${n};`));
          const line = message?.words.split("\n").find((each) => each.includes(`item${n};`)) ?? "";
          expect(line).toContain(item.cites.map((cite) => `[${cite}]`).join(""));
          for (const cite of item.cites) expect(message?.words).toContain(`source${cite};`);
        }
      }),
      { numRuns: 80 },
    );
  });

  test("every button, choice, picture and file reaches the person, in its order and with its words", () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const messages = reach(reply);
        const ways = messages.flatMap((message) => message.ways).map((way) => way.toLowerCase());
        const verbs = (reply.buttons ?? []).map(({ verb }) => verb);
        expect(ways.filter((way) => verbs.includes(way))).toEqual(verbs);
        const ids = (reply.items ?? []).map(({ id }) => id);
        expect(messages.flatMap(({ choices }) => choices)).toEqual(ids);
        const files = messages.flatMap((message) => message.files);
        expect(files.map(({ told }) => told)).toEqual(
          [reply.picture?.alt, reply.file?.description].filter((told) => told !== undefined),
        );
      }),
      { numRuns: 80 },
    );
  });

  test("a page says which of how many it shows", () => {
    const page = { page: 2, pages: 3, first: 11, last: 12, total: 25 };
    const items = [11, 12].map((n) => ({ what: `item${n};`, cites: [] }));
    const words = wholeOf(reach({ title: "All", items, page, audience: "private" }));
    expect(words).toMatch(/11\D+12 of 25/);
  });

  test("what there is no room for is named", () => {
    const items = Array.from({ length: 500 }, (_, n) => ({
      what: `item${n}; ${"word ".repeat(60)}`,
      cites: [1],
    }));
    const reply: Reply = {
      title: "All",
      items,
      sources: [{ number: 1, title: "A report" }],
      buttons: [{ verb: "export", label: "Export" }],
      receipt: "r1",
      audience: "private",
    };
    const words = wholeOf(reach(reply));
    const shown = found(words, "item");
    expect(shown).toEqual(items.slice(0, shown.length).map((_, n) => n));
    if (shown.length < items.length) expect(words).toContain(`Items ${shown.length + 1} to 500 are left out`);
  });
});
