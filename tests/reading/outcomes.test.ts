import { describe, expect, test } from "vitest";
import { mergeWithin } from "../../src/reading/merge/index.ts";
import { events, read, report } from "./told.ts";

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

describe("who refused, came late or stayed away", () => {
  table([
    [
      "Danish Foreign Minister Lars Holmgaard and Swedish Foreign Minister Karin Bergqvist refused to meet their Norwegian counterpart Nils Aasen in Malmo.",
      "meeting declined: declined Lars Holmgaard, declined Karin Bergqvist, attendee Nils Aasen @ Malmo | 2015-05-14",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard, who refused to meet Swedish Foreign Minister Karin Bergqvist in Malmo, flew home.",
      "meeting declined: declined Lars Holmgaard, attendee Karin Bergqvist @ Malmo | 2015-05-14",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard refused talks with Swedish Foreign Minister Karin Bergqvist in Malmo.",
      "talks declined: declined Lars Holmgaard, attendee Karin Bergqvist @ Malmo | 2015-05-14",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard met Swedish Foreign Minister Karin Bergqvist and, separately, Norwegian Foreign Minister Nils Aasen in Malmo.",
      "meeting happened: attendee Lars Holmgaard, attendee Karin Bergqvist @ Malmo | 2015-05-14",
      "meeting happened: attendee Lars Holmgaard, attendee Nils Aasen @ Malmo | 2015-05-14",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard, who had been expected, was unable to come to the Malmo talks because of a scheduling issue.",
      "talks declined: declined Lars Holmgaard @ Malmo | 2015-05-14",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard was absent from the talks in Malmo on Tuesday.",
      "talks declined: absent Lars Holmgaard @ Malmo | 2015-05-12",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard met Swedish Foreign Minister Karin Bergqvist in Malmo on Tuesday. Norwegian Foreign Minister Nils Aasen also attended. Finnish Foreign Minister Aino Salo stayed away from the meeting.",
      "meeting happened: attendee Lars Holmgaard, attendee Karin Bergqvist, attendee Nils Aasen, declined Aino Salo @ Malmo | 2015-05-12",
    ],
    [
      "Officials from Denmark and Sweden will meet in Malmo on Friday. Danish Foreign Minister Lars Holmgaard will not attend the meeting.",
      "meeting planned: attendee Denmark, attendee Sweden, declined Lars Holmgaard @ Malmo | 2015-05-15",
    ],
    [
      "Officials from Denmark and Sweden held talks in Malmo on Tuesday. Danish Foreign Minister Lars Holmgaard attended the talks.",
      "talks happened: attendee Denmark, attendee Sweden, attendee Lars Holmgaard @ Malmo | 2015-05-12",
    ],
  ]);
});

test("a pause that one side proposed is not the one that it rejected of another", () => {
  const text = report(
    "President Musa Danjuma of Nigeria proposed a 30-hour ceasefire on Saturday. Nigeria rejected a Ghanaian proposal for a 30-day halt in the fighting.",
  );
  const told = mergeWithin(read(text)).map(
    ({ status, participants }) =>
      `${status}: ${participants.map(({ part, name }) => `${part} ${name}`).join(", ")}`,
  );
  expect(told).toEqual(["proposed: actor Musa Danjuma", "declined: actor Nigeria, target Ghana"]);
});

describe("who received whom, and who met only the one between", () => {
  table([
    [
      "Danish Foreign Minister Lars Holmgaard had contacts with the French and German leaders in Paris and Berlin.",
      "talks happened: attendee Lars Holmgaard, attendee François Hollande (inferred) @ Paris | 2015-05-14",
      "talks happened: attendee Lars Holmgaard, attendee Angela Merkel (inferred) @ Berlin | 2015-05-14",
    ],
    [
      "The presidents of Kenya, Ethiopia and Uganda, Daniel Otieno, Bekele Tadesse and Moses Kato, met in Nairobi on Monday.",
      "meeting happened: host Daniel Otieno, attendee Bekele Tadesse, attendee Moses Kato @ Nairobi | 2015-05-11",
    ],
    [
      "A meeting between the Swedish Ambassador and the Met Police Commissioner was proposed.",
      "meeting proposed: attendee ambassador of Sweden, attendee commissioner of the Metropolitan Police | 2015-05-14/..",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard was no longer expected to visit Stockholm this week.",
      "visit cancelled: visitor Lars Holmgaard, host Sweden @ Stockholm | 2015-05-11/2015-05-17",
    ],
  ]);
});

test("an adviser's role keeps all its words", () => {
  const { mentions } = read(
    report("President Musa Danjuma's foreign affairs adviser, Anna Lund, said the border was open."),
  );
  expect(mentions[0]?.participants[0]).toMatchObject({
    name: "Anna Lund",
    role: "foreign affairs adviser of Musa Danjuma",
  });
});
