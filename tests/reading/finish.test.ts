import { describe, expect, test } from "vitest";
import { mergeWithin } from "../../src/reading/merge/index.ts";
import { events, read, report, told } from "./told.ts";

/** As published after merging: statements left out. */
const merged = (text: string) =>
  mergeWithin(read(text))
    .filter(({ kind }) => kind !== "statement")
    .map((event) => told({ ...event, key: event.keys[0].span }));

describe("what an event gets from the words around it", () => {
  test("an office that several may hold is the one holder whom the text names", () => {
    const body =
      "Kenyan Deputy Prime Minister Amina Otieno met Ugandan President Paul Kato in Kampala on Tuesday. The Deputy Prime Minister also met Ugandan Foreign Minister Grace Nabwire.";
    expect(events(report(body))).toEqual([
      "meeting happened: attendee Amina Otieno, attendee Paul Kato @ Kampala | 2015-05-12",
      "meeting happened: attendee Amina Otieno, attendee Grace Nabwire @ Kampala | 2015-05-12",
    ]);
  });

  test("a clause of before or after is elsewhere", () => {
    const body =
      "Before arriving in Sweden, Danish Foreign Minister Lars Holmgaard met Norwegian Foreign Minister Anna Berg on Tuesday.";
    expect(events(report(body))).toEqual([
      "meeting happened: attendee Lars Holmgaard, attendee Anna Berg | 2015-05-12",
    ]);
  });

  test("who met in a country met in the city where they are told to have been that day", () => {
    const body =
      "Kenyan President Daniel Otieno met Ugandan President Paul Kato in Uganda on Tuesday. Otieno met Ugandan Prime Minister Grace Nabwire in Kampala on Tuesday.";
    expect(events(report(body))).toEqual([
      "meeting happened: attendee Daniel Otieno, attendee Paul Kato @ Kampala | 2015-05-12",
      "meeting happened: attendee Daniel Otieno, attendee Grace Nabwire @ Kampala | 2015-05-12",
    ]);
  });

  test("the present tense tells of what is ahead", () => {
    const body =
      "Danish Foreign Minister Lars Holmgaard meets Norwegian Foreign Minister Anna Berg on Friday.";
    expect(events(report(body))).toEqual([
      "meeting planned: attendee Lars Holmgaard, attendee Anna Berg | 2015-05-15",
    ]);
  });

  test("a stay of several days and a meeting on one of them are two events", () => {
    const body =
      "Danish Foreign Minister Lars Holmgaard wrapped up a three-day visit to Norway on Wednesday. Holmgaard met Norwegian Foreign Minister Anna Berg on Tuesday.";
    expect(merged(report(body))).toEqual([
      "visit happened: visitor Lars Holmgaard, host Norway @ Norway | 2015-05-11/2015-05-13",
      "meeting happened: attendee Lars Holmgaard, attendee Anna Berg | 2015-05-12",
    ]);
  });
});
