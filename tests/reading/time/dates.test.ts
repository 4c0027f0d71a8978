import { describe, expect, it } from "vitest";
import {
  bylineDate,
  clockDate,
  creationCandidates,
  datelineDate,
  headerDate,
  itemDate,
  parseDate,
  titleDate,
} from "../../../src/reading/time/index.ts";

describe("The days a document shows", () => {
  it.each([
    [headerDate, " date 2021-03-04 The ministers of two lands met", "2021-03-04"],
    [headerDate, "Date: 4 March 2021\nThe ministers", "2021-03-04"],
    [headerDate, "2021-03-4\n\nTown\nThe ministers", "2021-03-04"],
    [headerDate, "4 March 2021 was a cold day.", null],
    [headerDate, "The ministers met on 4 March 2021.", null],
    [bylineDate, "March 4, 2021, 4:17 pm", "2021-03-04"],
    [bylineDate, "Published 4 March 2021", "2021-03-04"],
    [bylineDate, "By A. Writer, 4 March 2021", "2021-03-04"],
    [bylineDate, "They met on March 4, 2021 in Rome", null],
    [itemDate, "04.03.2021 - Remarks at a meeting in Rome, March 3, 2021", "2021-03-04"],
    [itemDate, "4 March 2021 | Remarks", "2021-03-04"],
    [itemDate, "Remarks of 04.03.2021 - in full", null],
    [titleDate, "Remarks at a meeting with the president, Rome, March 3, 2021", "2021-03-03"],
    [titleDate, "(Rome, March 3, 2021)", "2021-03-03"],
    [titleDate, "On March 3, 2021 they met in Rome", null],
    [parseDate, "first 3 March 2021, then 4 March 2021", "2021-03-03"],
    [parseDate, "on 3 March, at 18:40", null],
  ] as const)("%o of %j is %s", (find, text, day) => {
    const found = find(text);
    expect(found?.day ?? null).toBe(day);
    if (found) expect(parseDate(text.slice(...found.span))?.day).toBe(day);
  });

  it("hold the hours of cities for a clock", () => {
    expect(clockDate("Get the app 16 May 2021\nRome: 20:40\nLima: 13:40\n")).toEqual({
      day: "2021-05-16",
      span: [12, 23],
    });
    expect(clockDate("On 16 May 2021\nthe ministers met at 20:40")).toBeNull();
  });

  it("complete an agency's dateline with the page's year", () => {
    expect(datelineDate("ROME, March 4 (Agency) - The ministers", "2021-03-05")).toEqual({
      day: "2021-03-04",
      span: [6, 13],
    });
    expect(datelineDate("ROME, Dec. 31 (Agency) — The ministers", "2021-01-01")?.day).toBe("2020-12-31");
    expect(datelineDate("ROME, March 4 (Agency) - The ministers", null)).toBeNull();
    expect(datelineDate("ROME, March 4, 2021. The ministers", null)?.day).toBe("2021-03-04");
    expect(datelineDate("The ministers, March 4 - and others", "2021-03-05")).toBeNull();
  });

  it("are all told with their places and what they are, in order", () => {
    const text =
      " date 2021-03-05 Ministers meet\nBy A. Writer\nMarch 5, 2021, 4:17 pm\nROME, March 4 (Agency) - They met.\n\n04.03.2021 - Remarks, Rome\n\nOther remarks, Lima, 2 March 2021\n";
    const found = creationCandidates(text);
    expect(found.map((c) => [c.from, c.day, c.span && text.slice(...c.span)])).toEqual([
      ["header", "2021-03-05", "2021-03-05"],
      ["byline", "2021-03-05", "March 5, 2021"],
      ["dateline", "2021-03-04", "March 4"],
      ["item", "2021-03-04", "04.03.2021"],
      ["title", "2021-03-02", "2 March 2021"],
    ]);
    expect(creationCandidates("A page without any day.\n")).toEqual([]);
  });
});
