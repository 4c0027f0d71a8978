import { describe, expect, test } from "vitest";
import { mergeWithin } from "../../src/reading/merge/index.ts";
import { read } from "./told.ts";

const PEOPLE: Readonly<Record<string, string>> = {
  "{B}": "Norwegian Foreign Minister Anna Berg",
  "{S}": "Estonian Foreign Minister Priit Saar",
  "{K}": "Latvian Foreign Minister Ilze Kalnina",
};

/** The times of a text's events but statements, in the order of the text, without the marks of approximation. */
function times(text: string): string {
  const told = mergeWithin(read(text.replace(/\{[BSK]\}/g, (who) => PEOPLE[who] as string)));
  return told
    .filter(({ kind }) => kind !== "statement")
    .map(({ when }) => when.edtf.replaceAll("~", ""))
    .join(" ; ");
}

const page = (day: string, body: string) => ` date ${day} What the ministers did\n\n${body}\n`;

type Case = readonly [told: string, times: string, body: string];

describe("when an event was, as an analyst would put it", () => {
  test.each<Case>([
    ["2017-05-10", "2017-05-08/2017-05-09", "{B} and {S} wrapped up a two-day meeting in Riga on Tuesday."],
    ["2017-05-10", "2017-05-09", "{B} met {S} in Riga on Tuesday, the second day of a regional conference."],
    [
      "2017-05-10",
      "2017-06 ; 2017-05-10",
      "{B} will travel to Riga next month, her office said on Wednesday. Earlier in the day, Berg met {S} in Oslo.",
    ],
    ["2017-05-10", "2017-05-09/2017-05-10", "{B} and {S} held talks overnight in Riga."],
    ["2017-05-10", "2017-05-08", "{B} met {S} in Riga on Monday evening local time."],
    [
      "2017-05-10",
      "2017-05-09 ; 2017-05-08",
      "{B} met {S} on Tuesday. The previous day, Berg met {K} in Riga.",
    ],
    [
      "2017-05-10",
      "2017-05-09 ; 2017-05-07",
      "{B} met {S} on Tuesday. Two days earlier, Berg met {K} in Riga.",
    ],
    ["2017-05-10", "2017-05-04", "{B} met {S} in Riga last Thursday."],
    ["2017-05-10", "2017-05-12", "{B} will meet {S} in Riga this coming Friday."],
    ["2017-05-10", "2017-05-13/2017-05-14", "{B} will meet {S} in Riga on the weekend of 13-14 May."],
    ["2017-05-10", "2017-05-15/2017-05-21", "{B} will visit Riga in the week of May 15."],
    ["2017-05-10", "2017-05-15/2017-05-21", "{B} will visit Riga in the week beginning 15 May."],
    ["2017-05-10", "2017-06-01/2017-06-10", "{B} will visit Riga early next month."],
    ["2017-05-10", "2017-05-10/2017-12", "{B} will visit Riga by the end of the year."],
    [
      "2017-05-10",
      "2014/2017-05-10",
      "Norwegian and Estonian officials have held secret talks in Riga since 2014.",
    ],
    [
      "2017-05-10",
      "2017-03/2017-05",
      "Norwegian and Estonian officials held secret talks in Riga between March and May.",
    ],
    [
      "2017-05-10",
      "2017-05-01/2017-05-07",
      "{B} met {S} on the sidelines of last week's regional conference in Riga.",
    ],
    ["2017-05-10", "2017-05-08", "{B} met {S} in Riga on Monday, on the eve of the conference."],
    ["2017-05-10", "2017-05-09", "{B} met {S} in Riga on Tuesday ahead of Friday's talks."],
    ["2017-05-10", "2017-05-09", "{B} met {S} in Riga on Tuesday, a week after the vote."],
    [
      "2017-05-10",
      "2017-05-09",
      "{B} met {S} in Riga on Tuesday, the anniversary of the accord signed on 3 March 2010.",
    ],
    ["2018-05-12", "2018-05-12", "OSLO, May 12 (Xinhua) -- {B} met {S} here on Saturday."],
    ["2018-05-14", "2018-05-12", "{B} met {S} in Riga on May 12."],
    ["2019-05-14", "2019-05-12", "On 12.05.2019, {B} met {S} in Riga."],
    ["2019-05-14", "2019-05-12", "{B} met {S} in Riga (2019-05-12)."],
    ["2019-05-14", "2019-05-12", "{B} met {S} in Riga on the 12th of May."],
    ["2017-05-17", "2017-05-12", "{B} met {S} in Riga on Friday 12 May."],
    ["2017-05-17", "2017-05-12", "{B} met {S} in Riga on Friday, May 12th."],
    [
      "2017-05-10",
      "2017-05-09 ; 2017-05-09",
      "{B} met {S} in Riga on Tuesday. Berg also met Latvian President Juris Ozols.",
    ],
    ["2017-05-10", "2017-05-09", "{B} arrived in Riga on Tuesday. She later met {K}."],
    [
      "2017-05-10",
      "2017-05-09 ; 2017-05-09",
      "On Tuesday, {B} held talks with {K} in Riga. She was then received by Latvian President Juris Ozols.",
    ],
    ["2017-05-10", "2017-05-08/2017-05-10", "{B} visited Latvia from 8 to 10 May."],
    ["2017-05-10", "2017-05-08/2017-05-10", "{B} visited Latvia on May 8-10."],
    ["2017-05-10", "2017-05-09/2017-05-11", "{B} arrived in Latvia on Tuesday for a three-day visit."],
    ["2017-05-10", "2017-05-09/2017-05-10", "{B} began a two-day visit to Latvia on Tuesday."],
    ["2017-05-10", "2017-05-11/2017-05-12", "{B} will pay a two-day visit to Latvia starting Thursday."],
    ["2017-05-10", "2017-05-08", "{B} cancelled her visit to Latvia on Monday."],
    ["2017-05-10", "2017-05-12", "{B} has cancelled a visit to Latvia planned for Friday."],
    [
      "2017-05-10",
      "2017-05-12",
      "Before {B}'s meeting with {S} on Friday, officials in Oslo said little was expected.",
    ],
    ["2017-05-10", "2018", "{B} will meet {S} next year in Riga."],
    ["2017-05-10", "2016", "{B} met {S} last year in Riga."],
    ["2017-05-10", "2017-04", "{B} met {S} last month in Riga."],
    ["2017-05-10", "2017-04-24/2017-04-30", "{B} met {S} in Riga the week before last."],
    ["2017-05-10", "2017-03-11/2017-03-20", "{B} met {S} in Riga in mid-March."],
    ["2017-05-10", "2017-05-05", "{B} met {S} in Riga five days ago."],
    ["2017-05-10", "2017-05-12", "{B} is due to meet {S} in Riga in two days' time."],
    ["2017-05-10", "2017-05-12", "{B} is to meet {S} in Riga the day after tomorrow."],
    ["2017-05-10", "2017-05-10", "{B} met {S} in Riga this morning."],
    ["2017-05-10", "2017-05-09", "{B} met {S} in Riga late Tuesday."],
    ["2017-05-10", "2017-05-09", "{B} met {S} in Riga last night."],
    ["2017-05-10", "2017-05-05", "{B} met {S} in Riga on Friday last week."],
    ["2017-05-10", "2017-05-09", "On the second day of her visit to Latvia, {B} met {K} on Tuesday."],
    ["2017-05-10", "2017-05-09", "In Riga on Tuesday, {B} met {K}, who took office in March."],
    [
      "2017-05-10",
      "2017-04 ; 2017-05-09",
      "{B}, who visited Tallinn last month, met {K} in Riga on Tuesday.",
    ],
    ["2017-05-10", "2017-05-09", "{K}, who has held the post since 2014, met {B} in Riga on Tuesday."],
    ["2017-05-10", "2017-05-09", "{B} met {K} in Riga on Tuesday to prepare the summit in June."],
    ["2017-05-10", "2017-05-09", "{B} met {K} in Riga on Tuesday, her first trip abroad since January."],
    [
      "2017-05-10",
      "2017-05-09 ; 2017-05-11",
      "After meeting {S} in Tallinn on Tuesday, {B} will meet {K} in Riga on Thursday.",
    ],
    ["2017-05-10", "2015-06", "In June 2015, {B} met {S} in Riga."],
    ["2017-05-10", "2016-11-03", "{B} last met {S} on November 3 in Riga."],
    ["2017-05-10", "../2017-05-10", "{B} denied having met {S}."],
    ["2017-01-03", "2016-12-29", "{B} met {S} in Riga on Dec. 29."],
    ["2016-12-29", "2017-01-12", "{B} will meet {S} in Riga on January 12."],
    ["2017-05-10", "2017-05-06", "{B} met {S} in Riga this past Saturday."],
    ["2017-05-10", "2017-05-06/2017-05-07", "{B} met {S} in Riga at the weekend."],
    ["2017-05-10", "2017-05-08/2017-05-09", "{B} met {S} in Riga on Monday and Tuesday."],
    ["2017-05-10", "2017-05-08/2017-05-14", "{B} is visiting Latvia this week."],
    ["2017-05-10", "2017-05-10/2017-05-14", "{B} will meet {K} in Riga later this week."],
    ["2017-05-10", "2017-05-21/2017-06-10", "{B} will meet {K} in Riga in late May or early June."],
    ["2017-05-10", "2017-09/2017-11", "{B} will meet {K} in Riga in the autumn."],
    ["2017-05-10", "2017-05-09", "The meeting between {B} and {K} took place on 9 May in Riga."],
    [
      "2017-05-10",
      "2017-05-11/2017-05-12",
      "A meeting of the foreign ministers of Norway and Latvia is to be held in Riga on Thursday and Friday.",
    ],
    [
      "2017-05-10",
      "2017-05-09",
      "{B} had a telephone conversation with {K} on May 9, 2017, at the initiative of the Latvian side.",
    ],
    ["2017-05-10", "2017-05-10", "Today, May 10, {B} met {K} in Riga."],
    ["2017-05-10", "2017-06-01/2017-06-10", "{B} will visit Riga early next month."],
    ["2017-05-10", "2017-06", "{B} will visit Riga next month."],
    ["2017-05-10", "2017-06-01/2017-06-07", "{B} will meet {S} in the first week of June."],
    ["2017-05-10", "2017-04-24/2017-04-30", "{B} met {S} in Riga the week before last."],
    ["2017-05-10", "2017-05-12/2017-05-13", "{B} will meet {S} on the night of May 12-13."],
    ["2017-05-10", "2017-05-30/2017-06-02", "{B} will visit Latvia from May 30 to June 2."],
    ["2017-05-10", "2017-05-30/2017-06-02", "{B} will visit Latvia on May 30 - June 2."],
    ["2017-05-10", "2017-06-16/2017-06-30", "{B} will visit Latvia in the second half of June."],
    ["2017-05-10", "2017-05-09", "{B} met {S} in the early hours of Tuesday in Riga."],
    ["2017-05-10", "2017-05-09", "{B} met {S} on Tuesday (May 9) in Riga."],
    ["2017-05-10", "2017-05-09", "{B} met {S} on Tuesday, 9 May, in Riga."],
    ["2017-05-10", "2017-05-09", "On the morning of May 9, 2017, {B} met with {S} in Riga."],
    ["2017-05-10", "2017-05-09", "On May 9, 2017 local time, {B} met with visiting {S} in Oslo."],
    ["2017-05-10", "2017-05-10/2017-05-17", "{B} will meet {S} within a week."],
    ["2017-05-10", "2017-05-10/2017-05-31", "{B} will visit Latvia before the end of the month."],
    ["2017-05-10", "2016-11/2016-12", "{B} visited Latvia at the end of last year."],
    ["2017-05-10", "2017-06", "{B} will visit Latvia in June."],
    ["2017-05-10", "2017-03", "{B} visited Latvia in March."],
    ["2017-05-10", "2016-09", "{B} visited Latvia last September."],
    ["2017-05-10", "2017-09", "{B} will visit Latvia this September."],
    ["2017-05-10", "2017-04/2017-05", "{B} recently visited Latvia."],
    ["2017-05-20", "2017-05-16", "{B} paid an official visit to Latvia on 16 May."],
    ["2017-05-20", "2017-05-16/2017-05-18", "{B} was on an official visit to Latvia on 16-18 May."],
    [
      "2017-05-20",
      "2017-05-16/2017-05-18",
      "{B} paid a three-day official visit to Latvia, which began on 16 May.",
    ],
    [
      "2017-05-20",
      "2017-05-18/2017-05-20",
      "{B} wrapped up a three-day official visit to Latvia on Saturday.",
    ],
    [
      "2017-05-20",
      "2017-05-19/2017-05-20",
      "Norwegian and Estonian negotiators opened two days of talks in Riga on Friday.",
    ],
    ["2017-05-20", "2017-05-20", "{B} met {S} on Saturday at the end of a three-day visit to Tallinn."],
    ["2017-05-20", "2017-05-22/2017-05-28", "{B} will meet {S} next week."],
    ["2017-05-20", "2017-05-23", "{B} will meet {S} on Tuesday next week."],
    ["2017-05-20", "2017-05-23", "{B} is scheduled to meet {S} on Tuesday."],
    ["2017-05-20", "2017-05-16", "{B} said that she had met {S} on Tuesday."],
    ["2017-05-20", "2017-05-23", "{B} said on Friday that she would meet {S} on Tuesday."],
    ["2017-05-20", "2017-05-20/..", "{B} said on Friday that she would meet {S} soon."],
    ["2017-05-20", "2016-11-30", "{B} and {S} met on 30 November last year."],
    ["2017-05-20", "1998", "{B} met {S} back in 1998."],
    ["2017-05-20", "2015/2017-05-20", "{B} has met {S} several times since 2015."],
    [
      "2017-05-20",
      "2013/2015",
      "Norwegian and Estonian officials held secret talks in Riga between 2013 and 2015.",
    ],
    [
      "2017-05-20",
      "2013-03/2015-06",
      "Norwegian and Estonian officials held secret talks in Riga from March 2013 to June 2015.",
    ],
    [
      "2017-05-10",
      "2017-05-08 ; 2017-05-08",
      'OSLO: {B} held talks with {K} in Riga on Monday.\n\nThe two ministers discussed energy, trade and the situation in the Baltic Sea, the ministry said in a statement.\n\n"We are close neighbours and good friends in the region," Berg told reporters after the talks.\n\nRelations between the two countries have been warm for many years, with growing trade in fish and timber.\n\nDuring her visit, Berg also met Latvian President Juris Ozols.',
    ],
    [
      "2017-05-10",
      "2017-05-08 ; 2017-05-09",
      'OSLO: {B} held talks with {K} in Riga on Monday.\n\nThe two ministers discussed energy, trade and the situation in the Baltic Sea, the ministry said in a statement.\n\n"We are close neighbours and good friends in the region," Berg told reporters after the talks.\n\nThe following day, Berg met {S} in Tallinn.',
    ],
    [
      "2017-05-10",
      "2017-05-08 ; 2017-05-09",
      "{B} held talks with {K} in Riga on Monday. A day later, she met {S} in Tallinn.",
    ],
    [
      "2017-05-10",
      "2017-05-08 ; 2017-05-08",
      "{B} held talks with {K} in Riga on Monday. Earlier that day she met {S}.",
    ],
    [
      "2017-05-10",
      "2017-05-10 ; 2017-05-10",
      "{B} met {S} today. Berg then held talks with Estonian President Mart Kask.",
    ],
    ["2017-05-10", "2017-05-10", "{B} met {S} in Tallinn. The two discussed energy."],
    ["2017-05-10", "2017-05-11", "Ahead of her meeting with {S} on Thursday, {B} said talks would be hard."],
    ["2017-05-10", "2017-05-10 ; 2017-05-08", "{B} met {S} today, two days after her meeting with {K}."],
    [
      "2017-05-10",
      "2017-05-09 ; 2017-05-12",
      "{B} met {S} on Tuesday, three days before a meeting with {K}.",
    ],
    ["2017-05-10", "../2017-05-10", "{B} denied having met {S}."],
    ["2017-05-10", "2017-05-12", "{B} postponed a meeting with {S} that had been set for Friday."],
    ["2017-05-10", "2017-05-12", "A meeting between {B} and {S}, due on Friday, was called off on Tuesday."],
    [
      "2017-05-10",
      "2017-05-09",
      "Latvian President Juris Ozols received {B} on Tuesday on the occasion of the 25th anniversary of the restoration of relations in 1991.",
    ],
    [
      "2017-05-10",
      "2017-05-09",
      "Latvian President Juris Ozols hosted {B} on Tuesday for the first time since 2009.",
    ],
    ["2017-05-10", "2017-05-09", "{B}, in office since March, met {S} on Tuesday."],
    ["2017-05-10", "2017-05-09", "In their second meeting this year, {B} and {S} met in Riga on Tuesday."],
    ["2017-05-10", "2017-05-06", "{B} met {S} in Riga four days ago."],
    ["2017-05-10", "2017-05-06", "Four days ago, {B} met {S} in Riga."],
    ["2017-05-10", "2017-05-13/2017-05-14", "{B} will host {S} in Oslo this weekend."],
    [
      "2017-05-10",
      "2017-05-15/2017-05-16",
      "{B} will attend a meeting with {S} in Oslo next Monday and Tuesday.",
    ],
  ])("told on %s it is %s: %s", (day, expected, body) => {
    expect(times(page(day, body))).toBe(expected);
  });
});

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
  ])("%s: %s", (expected, text) => {
    expect(times(text)).toBe(expected);
  });

  test("a dateline of the days before the page's header is the day of writing", () => {
    const body = "RIGA, May 9 (Agency) - {B} met {S} in Riga today. She will meet {K} on Wednesday.";
    expect(times(page("2017-05-10", body))).toBe("2017-05-09 ; 2017-05-10");
  });

  test("a page's header may be a day late: a text that says today speaks of that weekday as ahead", () => {
    const body = "{B} met {S} in Tallinn today. {B} will meet {K} in Riga on Wednesday.";
    expect([times(page("2017-05-10", body)), times(page("2017-05-11", body))]).toEqual([
      "2017-05-09/2017-05-10 ; 2017-05-10",
      "2017-05-11 ; 2017-05-17",
    ]);
  });
});
