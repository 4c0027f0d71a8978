import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linked, literal } from "../../adapters/discord/card/escape.ts";
import { plain } from "../../src/chat/plain.ts";

/** Text as people write it to break things: markup, mentions, links, controls, four-byte characters. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "@everyone",
        "<@1>",
        "<@&2>",
        "<#3>",
        "</brief:4>",
        "<t:0:R>",
        "<:a:5>",
        "**b**",
        "__u__",
        "~~s~~",
        "||x||",
        "`c`",
        "[a](https://evil.example)",
        "https://evil.example/x",
        "steam://run",
        "\n# big",
        "\n> quote",
        "\n-# small",
        "\n- list",
        "\n1. one",
        "\u202eabc\u202c",
        "\u2066x\u2069",
        "\u200b",
        "\u0000\u0007",
        "\\",
        "\ud83d",
        "🏳️‍🌈",
        "𝔸",
        "é",
        " ",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Cs}/u;

/** What Discord would still see as markup: everything that no backslash stands before. */
const alive = (text: string) => text.replace(/\\[^0-9A-Za-z\s]/g, "");

describe("foreign text", () => {
  test("no markup, mention, link or control stays alive in it, at the start of a line or within", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = literal(text);
        expect(alive(shown)).not.toMatch(/[\\*_~`|<>[\]()#]|:\/\/|@(?!\u200b)/);
        expect(alive(shown)).not.toMatch(/^([-+]|\d+\. )/);
        expect(shown).not.toMatch(/[\n\r]/);
        expect(shown.replace(/@\u200b/g, "@")).not.toMatch(CONTROLS);
      }),
    );
  });

  test("reads as it was, apart from what is invisible", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = literal(text)
          .replace(/@\u200b/g, "@")
          .replace(/\\([^0-9A-Za-z\s])/g, "$1");
        expect(read).toBe(plain(text));
      }),
    );
  });

  test("is cut within its limit, between characters and never inside an escape", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        for (const shown of [literal(text, limit), plain(text, limit)]) {
          expect(shown.length).toBeLessThanOrEqual(limit);
          expect(shown).not.toMatch(/\p{Cs}/u);
        }
        const cut = literal(text, limit);
        if (cut !== literal(text)) expect(alive(cut.slice(0, -1))).not.toMatch(/\\$/);
      }),
    );
  });
});

describe("a link", () => {
  test.each([
    ["https://example.org/a(b)?c=[d]", "[Notes](https://example.org/a%28b%29?c=%5Bd%5D)"],
    ["http://example.org", "[Notes](http://example.org/)"],
    ["javascript:alert(1)", "Notes"],
    ["https://user:pass@example.org/", "Notes"],
    ["not a link", "Notes"],
    [`https://example.org/${"a".repeat(500)}`, "Notes"],
  ])("%s becomes %s", (url, shown) => expect(linked("Notes", url)).toBe(shown));
});
