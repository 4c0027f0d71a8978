import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionId, readActionId } from "../../adapters/slack/card/action-id.ts";
import { linked, mrkdwn, written } from "../../adapters/slack/card/escape.ts";
import { inert } from "../support/slack/check.ts";

describe("foreign text stays text:", () => {
  test.each([
    ["<!channel> and <@U1>", "&lt;!channel&gt; and &lt;@U1&gt;"],
    ["<https://x.example|y>", "&lt;https://x.example|y&gt;"],
    ["R&amp;D &lt;", "R&amp;amp;D &amp;lt;"],
    ["`code` *bold* ~gone~", "ˋcodeˋ ∗bold∗ ∼gone∼"],
    ["_so_ snake_case", "ˍsoˍ snake_case"],
    ["> quoted", "› quoted"],
    [":tada: at 10:30:45", ":\u200btada: at 10:30:45"],
    ["a\u202eb\u0007c\nd", "abc d"],
    ["Inês Carvalho", "Inês Carvalho"],
  ])("%s", (given, shown) => {
    expect(mrkdwn(given)).toBe(shown);
  });

  const nasty = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          "<",
          ">",
          "!channel",
          "@U1",
          "|",
          "&",
          "lt;",
          "`",
          "*",
          "_",
          "~",
          ":a:",
          ":",
          "\u202e",
          "\n",
          "https://x",
          "𝔸",
          " ",
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join("")),
  );

  test("nothing in it comes alive, whatever it is and wherever it is cut", () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const shown = mrkdwn(text, limit);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(inert(shown, "text")).toEqual([]);
        expect(shown).not.toMatch(/\*|\p{Cs}|(?:^|[^\p{L}\p{N}])_|[\u202a-\u202e]/u);
      }),
      { numRuns: 1_000 },
    );
  });

  test("what a reader sees is what was written, look-alikes apart", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abc <>&;|.é𝔸") }), (text) => {
        const seen = mrkdwn(text).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
        expect(seen.replace(/^›/, ">")).toBe(text.replace(/\s+/g, " ").trim());
      }),
    );
  });

  test("a link opens http and https alone, and holds no second one", () => {
    expect(linked("Talks", "https://example.org/a?b=1&c=<d>|e")).toBe(
      "<https://example.org/a?b=1&amp;c=%3Cd%3E%7Ce|Talks>",
    );
    expect(linked("A|B", "https://example.org")).toBe("<https://example.org/|A¦B>");
    for (const url of [
      "javascript:alert(1)",
      "https://a:b@example.org",
      "no address",
      undefined,
      `https://e.org/${"x".repeat(900)}`,
    ])
      expect(linked("Talks", url)).toBe("Talks");
  });
});

describe("what a person wrote is read as they meant it:", () => {
  test.each([
    ["<@U0BOT> who met <@U1|ann>?", "who met @ann?"],
    ["&lt;b&gt; &amp;lt;", "<b> &lt;"],
    ["<#C1|general> <!here> <!subteam^S1|@desk>", "#general @here @desk"],
    ["<https://example.org/a> and <https://example.org|the site>", "https://example.org/a and the site"],
    ["<!date^1392734382^{date}|2 May>", "2 May"],
    ["a <b> c", "a <b> c"],
  ])("%s", (given, meant) => {
    expect(written(given, "U0BOT")).toBe(meant);
  });
});

describe("an action's id", () => {
  const word = fc.stringMatching(/^[a-z ]{1,12}$/);
  test("comes back as it was", () => {
    fc.assert(
      fc.property(
        word,
        fc.stringMatching(/^[a-z0-9]{0,16}$/),
        fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
        fc.option(fc.string({ minLength: 1, maxLength: 40 }), { nil: undefined }),
        fc.boolean(),
        (verb, receipt, page, value, form) => {
          const pressed = {
            ...{ verb, receipt, form },
            ...(page === undefined ? {} : { page }),
            ...(value === undefined ? {} : { value }),
          };
          expect(readActionId(actionId(pressed) ?? "")).toEqual(pressed);
        },
      ),
    );
  });

  test("of another version, or none of ours, is not known", () => {
    for (const id of ["", "2:more:r", "more", "1:", "1::r", "value"])
      expect(readActionId(id)).toBeUndefined();
    expect(actionId({ verb: "x", receipt: "", value: "y".repeat(300), form: false })).toBeUndefined();
  });
});
