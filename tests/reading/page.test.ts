import { describe, expect, test } from "vitest";
import { clean } from "../../src/reading/document/clean.ts";
import { ingest } from "../../src/reading/document/ingest.ts";
import { layOut } from "../../src/reading/document/items.ts";
import { sentences } from "../../src/reading/document/sentences.ts";
import { read } from "./told.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const prose = (text: string) =>
  clean(text)
    .text.split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

describe("ingest", () => {
  test("gives the text as it is, its checksum, and an id from it", () => {
    const { id, sha256, text } = ingest({ file: "a.txt", bytes: bytes("Grüße\r\n") });
    expect([id, text]).toEqual([`D-${sha256.slice(0, 6)}`, "Grüße\r\n"]);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("takes a header, an e-mail's date and a person's word as candidates for the day", () => {
    const days = (text: string, published?: "2014-02-03") =>
      ingest({ file: "a.txt", bytes: bytes(text), given: { published } }).creation.map(
        (c) => `${c.from} ${c.day}`,
      );
    expect(days(" date 2014-02-05 Ministers meet\n")).toEqual(["header 2014-02-05"]);
    expect(
      days("From: a@example.org\nSubject: Visit\nDate: Tue, 4 Feb 2014 09:00:00 +0000\n\nText."),
    ).toContain("header 2014-02-04");
    expect(days("A text.", "2014-02-03")).toEqual(["given 2014-02-03"]);
  });

  test("refuses bytes that are not UTF-8", () => {
    expect(() => ingest({ file: "a.txt", bytes: new Uint8Array([0x41, 0xff, 0xfe]) })).toThrow(TypeError);
  });
});

describe("clean", () => {
  test("keeps every offset: what is dropped becomes spaces", () => {
    const text = "<p>One &amp; two</p>\n(Pat Lensman/AFP) Three.";
    const cleaned = clean(text);
    expect(cleaned.text).toHaveLength(text.length);
    expect(cleaned.text.indexOf("Three.")).toBe(text.indexOf("Three."));
    expect(cleaned.text).not.toContain("Lensman");
  });

  test.each([
    ["icon captions", "Bell An icon of a bell. Cross An icon of a cross. Flag An icon of a flag."],
    ["page furniture", "Send Push"],
    ["page furniture", "Loving Quaypoint? Download the app now"],
    ["credit", "(Reporting by Jane Harker; Editing by Mary Minor)"],
    ["photo caption", "Foreign Minister Aino Lehtola (Pat Lensman/PA)"],
    ["clock", "Tallinn: 20:40"],
  ])("drops %s", (reason, line) => {
    const { dropped, text } = clean(`${line}\n\nThe ministers met on Monday.`);
    expect(dropped[0]?.reason).toBe(reason);
    expect(text.trim()).toBe("The ministers met on Monday.");
  });

  test("drops a menu and leaves single short lines", () => {
    expect(prose("Home\nWorld\nSport\nWeather\nArts\n\nDublin\n\nA museum was opened.")).toEqual([
      "Dublin",
      "A museum was opened.",
    ]);
  });

  test("joins lines that were wrapped by hand", () => {
    const text =
      "The ministers of both countries met on Monday in the old town hall of\nthe capital and agreed on a plan that will be put before the parliaments of\nboth countries in the autumn of this year.";
    expect(prose(text)).toHaveLength(1);
  });
});

describe("items and turns", () => {
  const page = [
    "Prime Minister Aino Lehtola’s speech at the Harbour Forum, May 4, 2012",
    "",
    "Friends, thank you.",
    "",
    "Question: What comes next?",
    "",
    "Aino Lehtola: We will see.",
    "",
    "06.05.2012 - Embassy comment on the fishing season",
    "",
    "The season has begun.",
  ].join("\n");

  test("a page is divided into its dated items, day first", () => {
    expect(layOut(page).items.map((i) => [i.posted?.day ?? null, i.titled?.day ?? null])).toEqual([
      [null, "2012-05-04"],
      ["2012-05-06", null],
    ]);
  });

  test("a paragraph knows its item and whose turn it is", () => {
    expect(layOut(page).paragraphs.map((p) => [p.item, p.heading, p.turn])).toEqual([
      [0, true, null],
      [0, false, null],
      [0, false, "question"],
      [0, false, "Aino Lehtola"],
      [1, true, null],
      [1, false, null],
    ]);
  });
});

describe("sentences", () => {
  const split = (text: string) => {
    const layout = layOut(`A headline of five words\n\n${text}`);
    return sentences(`A headline of five words\n\n${text}`, layout)
      .slice(1)
      .map((s) => `A headline of five words\n\n${text}`.slice(...s.span));
  };

  test.each([
    ["Mr. Holm met Lt. Gen. Berg. They talked.", 2],
    ["U.S. Secretary Jane Harker arrived. She left.", 2],
    ["“We agreed.” He smiled.", 2],
    ["It cost 3.5 million. No. 7 was sold.", 2],
    ["The H.E. Mr. J. K. Osei spoke on Jan. 5 in St. Louis.", 1],
  ])("%s", (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  test("a text without full stops is cut, so that no sentence is endless", () => {
    expect(Math.max(...split("word ".repeat(2_000)).map((s) => s.length))).toBeLessThanOrEqual(1_500);
  });
});

describe("what a document says of itself", () => {
  test("headline, byline and day", () => {
    const { document } = read(
      "Minister opens harbour\n\nBy Coastal Press Agency\nDecember 2, 2014, 4:17 pm\n\nForeign Minister Aino Lehtola opened the harbour of Turku on Tuesday, and said that it was a good day for trade.\n",
    );
    expect([document.title, document.publisher, document.published]).toEqual([
      "Minister opens harbour",
      "Coastal Press Agency",
      "2014-12-02",
    ]);
  });

  test("without a headline the first words stand as the title", () => {
    expect(
      read(
        " date 2014-02-05 Over the past year, officials of two countries have been talking about the bridge.\n",
      ).document.title,
    ).toBe("Over the past year, officials of two countries…");
  });

  test("a page with the clocks of two capitals is an embassy's", () => {
    const { document } = read(
      "7 May 2012\nHelsinki: 20:40\nRome: 19:40\n\n06.05.2012 - Embassy comment on the fishing season\n\nThe season has begun, and the Embassy wishes all crews well.\n",
    );
    expect([document.publisher, document.published]).toEqual(["Embassy of Finland in Rome", "2012-05-07"]);
  });
});
