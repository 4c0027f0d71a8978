import { describe, expect, test } from "vitest";
import { events, report } from "./told.ts";

type Case = readonly [sentence: string, ...expected: readonly string[]];

const table = (cases: readonly Case[]) =>
  test.each(cases)("%s", (sentence, ...expected) => {
    expect(events(report(sentence))).toEqual(expected);
  });

describe("several times is said only where the words say it", () => {
  table([
    [
      "Danish officials have held talks with Norwegian officials over the past six months.",
      "talks happened: attendee Danish officials, attendee Norwegian officials | 2014-11~/2015-05 [series]",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard met Swedish Foreign Minister Karin Bergqvist in Malmo this spring.",
      "meeting happened: attendee Lars Holmgaard, attendee Karin Bergqvist @ Malmo | 2015-03~/2015-05~",
    ],
  ]);
});

describe("what was called off or lies ahead did not happen", () => {
  table([
    [
      "Ahead of Ms Holmgaard's meeting with Mr Bergqvist, Norwegian officials said the talks would be difficult.",
      "meeting planned: attendee Holmgaard, attendee Bergqvist | 2015-05-14/..",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard cancelled his visit to Stockholm on Monday.",
      "visit cancelled: visitor Lars Holmgaard, host Sweden @ Stockholm | 2015-05-11",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard cancelled his meeting with Swedish Foreign Minister Karin Bergqvist in Malmo.",
      "meeting cancelled: attendee Lars Holmgaard, attendee Karin Bergqvist @ Malmo | ../2015-05-14",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard postponed a visit to Stockholm.",
      "visit postponed: visitor Lars Holmgaard, host Sweden @ Stockholm | 2015-05-14/..",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard was supposed to visit Stockholm last week but did not.",
      "visit cancelled: visitor Lars Holmgaard, host Sweden @ Stockholm | 2015-05-04/2015-05-10",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard and Swedish Foreign Minister Karin Bergqvist failed to meet in Malmo.",
      "meeting cancelled: attendee Lars Holmgaard, attendee Karin Bergqvist @ Malmo | 2015-05-14",
    ],
  ]);
});
