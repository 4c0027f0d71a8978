import { describe, expect, test } from "vitest";
import { mergeWithin } from "../../src/reading/merge/index.ts";
import { read } from "./told.ts";

const FIRST = ["Lars", "Karin", "Anna", "Priit", "Ilze", "Juris", "Ole", "Marta", "Nils", "Eva", "Hugo"];
const LAST = ["Holmgaard", "Bergqvist", "Saar", "Kalnina", "Ozols", "Lund", "Dahl", "Virtanen", "Haugen"];
const LAND = ["Danish", "Swedish", "Norwegian", "Estonian", "Latvian", "Polish", "Finnish"];
const CITY = ["Oslo", "Riga", "Tallinn", "Warsaw", "Helsinki"];
const at = (list: readonly string[], i: number): string => list[i % list.length] as string;
const minister = (i: number) => `${at(LAND, i)} Foreign Minister ${at(FIRST, i)} ${at(LAST, i * 7 + 1)}`;
const meeting = (i: number) => `${minister(i)} met ${minister(i + 3)} in ${at(CITY, i)} on Tuesday.`;

/** A text of so many characters from pieces one after another. */
function text(length: number, piece: (i: number) => string): string {
  const pieces = [" date 2015-05-14 What the ministers did this week\n\n"];
  let sum = pieces[0]?.length ?? 0;
  for (let i = 0; sum < length; i++) {
    const next = piece(i);
    pieces.push(next);
    sum += next.length;
  }
  return pieces.join("").slice(0, length);
}

/** Seconds of processor time that reading and merging a text takes. */
function cost(body: string): number {
  const before = process.cpuUsage();
  mergeWithin(read(body));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const MB = 1_000_000;
const transcript = (i: number) =>
  i % 2
    ? `Sergei Orlov: We have spoken of this often. I had meetings with ${minister(i)} in ${at(CITY, i)} in ${2000 + (i % 14)}. ${"The matter is complex, and everyone knows it. ".repeat(6)}\n\n`
    : `Question: What do you think of the talks between ${at(LAND, i)} and ${at(LAND, i + 1)} officials?\n\n`;

describe("time grows with the length of a text and not with its square", () => {
  test("a transcript of 1, 2 and 4 MB", { timeout: 240_000 }, () => {
    cost(text(MB / 8, transcript));
    const [one = 0, two = 0, four = 0] = [1, 2, 4].map((mb) => cost(text(mb * MB, transcript)));
    expect(two / one).toBeLessThan(3.5);
    expect(four / one).toBeLessThan(7);
  });

  const kinds: readonly (readonly [kind: string, kb: number, piece: (i: number) => string])[] = [
    ["news", 80, (i) => `${meeting(i)} The two discussed fish. “We are neighbours,” he told reporters.\n\n`],
    ["one paragraph again and again", 80, () => `${meeting(1)} The two discussed fish.\n\n`],
    ["one line without a full stop", 80, (i) => `and ${meeting(i).replace(".", "")} while talks went on `],
    ["a line of words alone", 200, () => "the talks of and with in officials met on "],
    ["all capitals", 100, (i) => `${meeting(i).toUpperCase()}\n\n`],
    ["one name", 400, () => "Lars Holmgaard "],
    ["one speaker", 80, () => "Danish Foreign Minister Lars Holmgaard said so. "],
    ["nested quotation marks and brackets", 100, () => '“(‘["{'],
    ["digits", 400, (i) => `${i * 7919} `],
    ["days", 400, (i) => `${1 + (i % 28)} May 20${10 + (i % 10)}, `],
    ["items of a page", 80, (i) => `${1 + (i % 28)} May 2014 - Ministers meet\n\n${meeting(i)}\n\n`],
    ["tags", 80, (i) => `<div class="x"><p>${meeting(i)}</p></div>`],
    ["tags that are never closed", 300, () => "<p <a <script "],
    ["speech turns", 60, (i) => `${at(FIRST, i)} ${at(LAST, i)}: I met him in ${at(CITY, i)}.\n`],
    ["line ends", 100, () => "\n"],
  ];
  test.each(kinds)("%s", { timeout: 120_000 }, (_kind, kb, piece) => {
    cost(text(kb * 250, piece));
    const once = cost(text(kb * 1_000, piece));
    const fourTimes = cost(text(kb * 4_000, piece));
    expect(fourTimes / Math.max(once, 0.05)).toBeLessThan(9);
  });
});
