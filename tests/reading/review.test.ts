import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildDataset } from "../../src/dataset/build.ts";
import { openDataset, openReview } from "../../src/dataset/open.ts";
import { writeDataset } from "../../src/dataset/write.ts";
import { readDocument } from "../../src/reading/index.ts";
import { CURATOR, openRoom } from "../support/curation.ts";
import { gazetteer, read, report, told } from "./told.ts";

const BERG = "Norwegian Foreign Minister Anna Berg";
const SAAR = "Estonian Foreign Minister Priit Saar";

/** Band and line of each event that is no statement. */
const banded = (body: string): readonly string[] =>
  read(report(body))
    .mentions.filter(({ kind }) => kind !== "statement")
    .map((m) => `${m.confidence.band}: ${told(m)}`);

const TOGETHER = "attendee Anna Berg, attendee Priit Saar";

describe("what a person could as well deny goes to review", () => {
  test.each([
    [
      `${BERG} shook hands with ${SAAR} at the funeral on Tuesday.`,
      `low: meeting happened: ${TOGETHER} | 2015-05-12`,
    ],
    [
      `${BERG} and ${SAAR} were seen together in a hotel lobby.`,
      `low: meeting happened: ${TOGETHER} | 2015-05-14`,
    ],
    [
      `${BERG} had a brief word with ${SAAR} in the corridor on Monday.`,
      `low: meeting happened: ${TOGETHER} | 2015-05-11`,
    ],
    [`It was unclear whether ${BERG} had met ${SAAR}.`, `low: meeting happened: ${TOGETHER} | 2015-05-14`],
    [
      `${BERG} might have met ${SAAR}, a newspaper suggested.`,
      `low: meeting planned: ${TOGETHER} | 2015-05-14/..`,
    ],
    ["Berg Olsen met Priit Kask in Riga on Tuesday, the officials said.", "low"],
  ])("%s", (body, line) => {
    expect(banded(body).map((found) => found.slice(0, line.length))).toEqual([line]);
  });

  test.each([
    [`${BERG} met ${SAAR} on Tuesday.`, ["high"]],
    [
      `${BERG} met ${SAAR} on Tuesday. On the same evening she met Latvian President Juris Ozols.`,
      ["high", "medium"],
    ],
    [`${BERG} criticised ${SAAR}. Fish is dear.`, []],
    [`The visit was long. ${BERG} spoke. ${SAAR} spoke.`, []],
  ])("and what is plain does not: %s", (body, bands) => {
    expect(banded(body).map((line) => line.split(":")[0])).toEqual(bands);
  });

  test("who is known to have met needs no guess", () => {
    const body = `${BERG} met ${SAAR} on Tuesday. ${BERG} shook hands with ${SAAR} at the door.`;
    expect(banded(body)).toEqual([`high: meeting happened: ${TOGETHER} | 2015-05-12`]);
  });
});

describe("the way of a doubtful event", () => {
  const folder = mkdtempSync(join(tmpdir(), "attache-review-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("from the text over review.ndjson to the person who decides, and never as a second witness", async () => {
    const raw = (file: string, body: string) => ({ file, bytes: new TextEncoder().encode(report(body)) });
    const { built } = buildDataset(
      [
        raw("hands.txt", `${BERG} shook hands with ${SAAR} at the funeral on Tuesday.`),
        raw("met.txt", `${BERG} met ${SAAR} on Tuesday in Riga.`),
      ],
      { gazetteer, curation: [], read: readDocument },
    );
    const data = join(folder, "data");
    writeDataset(built, data);
    expect(built.events.map(({ summary, sources }) => [summary, sources.length])).toEqual([
      ["Anna Berg met Priit Saar in Riga on 12 May 2015.", 1],
    ]);
    expect(readFileSync(join(data, "review.ndjson"), "utf8").trim().split("\n")).toHaveLength(1);
    const review = openReview(data);
    const waiting = Array.from({ length: review.length }, (_, at) => review.at(at)!);
    const room = await openRoom(join(folder, "changes"), {
      base: { dataset: openDataset(data, { gazetteer }), review: waiting },
    });
    const shown = await room.say("briefadmin review", CURATOR);
    expect(shown).toContain("Anna Berg met Priit Saar on 12 May 2015.");
    expect(shown).toContain("a word of meeting beside people of two sides");
    await room.close();
  });
});
