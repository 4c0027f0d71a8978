import { describe, expect, test } from "vitest";
import { page, times } from "./times.ts";
import { read } from "./told.ts";

describe("the day that a text gives itself", () => {
  test.each<readonly [times: string, text: string]>([
    ["2018-05-12", "OSLO, 12 May 2018 (Xinhua) -- {B} met {S} here on Saturday.\n"],
    ["2018-05-12", "OSLO, 12 May 2018 (Xinhua) -- {B} met {S} here on Saturday.\n"],
    [
      "2018-05-12",
      "OSLO, 12 May 2018 (Xinhua) -- {B} met {S} here on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nOSLO, 12 May 2018 (Xinhua) -- {B} met {S} here on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nOslo, May 12, 2018 - {B} met {S} here on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\n12 May 2018\n\n{B} met {S} in Oslo on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nBy Ole Lund | Sat 12 May 2018\n\n{B} met {S} in Oslo on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nPublished: 13/05/2018 08:00\n\n{B} met {S} in Oslo on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nSaturday, May 12, 2018\n\n{B} met {S} in Oslo today.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Readout of the Foreign Minister's meeting with the Foreign Minister of Estonia\n\nPress release | 12.05.2018\n\n{B} met {S} in Oslo today.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Press Release No. 123/18\n\n12.05.2018\n\nForeign Minister Anna Berg meets the Foreign Minister of Estonia\n\n{B} met {S} in Oslo today.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nOSLO (Xinhua) -- {B} met {S} here on Saturday, May 12, 2018.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nXinhua | Updated: 2018-05-12 23:41\n\nOSLO, May 12 (Xinhua) -- {B} met {S} here on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nMay 12, 2018 5:31 PM GMT+2Updated 3 years ago\n\nOSLO, May 12 (Reuters) - {B} met {S} here on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\n(Oslo, 12 May 2018) {B} met {S}.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2018-05-12",
      "Ministers meet in the north of Europe\n\nPosted on May 12, 2018 by admin\n\n{B} met {S} on Saturday.\n\nThe two said that they were happy with the progress made.\n",
    ],
    [
      "2017-05-08",
      "{B} meets {S}\n\nCreated: 2017.05.09 / Updated: 2017.05.10 09:12\n\nOn 8 May in Riga, {B} met {S}. The two discussed energy and the trade of the region.\n",
    ],
    [
      "2015-12-18",
      "{B} meets {S} in Riga\n\nDecember 11, 2015 | Press Information\n\n{B} met {S} in Riga on Friday, 18 December 2015. The two discussed energy.\n",
    ],
  ])("%s: %s", (expected, text) => {
    expect(times(text)).toBe(expected);
  });

  test("a dateline of the days before the page's header is the day of writing", () => {
    const body = "RIGA, May 9 (Agency) - {B} met {S} in Riga today. She will meet {K} on Wednesday.";
    expect(times(page("2017-05-10", body))).toBe("2017-05-09 ; 2017-05-10");
  });

  test("a dateline without a year is of the year in which its day is the weekday of the news", () => {
    const body = (day: string) =>
      `RIGA, April 28. /Agency/. {B} met {S} in Riga on ${day}, the ministry said. The two had signed an accord on March 16, 2018, in Oslo.\n`;
    const dated = (text: string) => read(text.replaceAll("{B}", "Anna Berg").replaceAll("{S}", "Priit Saar"));
    expect([times(body("Saturday")), dated(body("Saturday")).document.published]).toEqual([
      "2018-04-28",
      "2018-04-28",
    ]);
    expect(dated(body("Friday")).document.published).toBe(null);
  });

  test("a page's header may be a day late: a text that says today speaks of that weekday as ahead", () => {
    const body = "{B} met {S} in Tallinn today. {B} will meet {K} in Riga on Wednesday.";
    expect([times(page("2017-05-10", body)), times(page("2017-05-11", body))]).toEqual([
      "2017-05-09/2017-05-10 ; 2017-05-10",
      "2017-05-11 ; 2017-05-17",
    ]);
  });
});
