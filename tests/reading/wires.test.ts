import { describe, expect, test } from "vitest";
import { events, report } from "./told.ts";

type Case = readonly [sentence: string, ...expected: readonly string[]];

const table = (cases: readonly Case[]) =>
  test.each(cases)("%s", (sentence, ...expected) => {
    expect(events(report(sentence))).toEqual(expected);
  });

describe("what is said of a meeting that was not to be", () => {
  table([
    [
      "A meeting between Polish Foreign Minister Adam Wolny and Finnish Foreign Minister Aino Lehtola is not planned, an aide said.",
      "meeting declined: attendee Adam Wolny, attendee Aino Lehtola | ../2015-05-14",
    ],
    [
      "A meeting between Polish Foreign Minister Adam Wolny and Finnish Foreign Minister Aino Lehtola was out of the question, an aide said.",
      "meeting declined: attendee Adam Wolny, attendee Aino Lehtola | ../2015-05-14",
    ],
    [
      "A meeting between Polish Foreign Minister Adam Wolny and Finnish Foreign Minister Aino Lehtola, scheduled for Turku, was called off on Tuesday.",
      "meeting cancelled: attendee Adam Wolny, attendee Aino Lehtola | 2015-05-12",
    ],
    [
      "Talks between Polish Foreign Minister Adam Wolny and Finnish Foreign Minister Aino Lehtola, in March, were postponed at short notice.",
      "talks postponed: attendee Adam Wolny, attendee Aino Lehtola | 2015-03",
    ],
    [
      "A meeting between Polish Foreign Minister Adam Wolny and Finnish Foreign Minister Aino Lehtola will not take place, an aide said.",
      "meeting declined: attendee Adam Wolny, attendee Aino Lehtola | ../2015-05-14",
    ],
    [
      "Polish Foreign Minister Adam Wolny, who had been due to meet Finnish Foreign Minister Aino Lehtola in Turku on Friday, put off the talks.",
      "meeting postponed: attendee Adam Wolny, attendee Aino Lehtola @ Turku | 2015-05-15",
    ],
    [
      "Polish Foreign Minister Adam Wolny renewed the offer during a meeting with Finnish Foreign Minister Aino Lehtola in Turku on Tuesday.",
      "meeting happened: attendee Adam Wolny, attendee Aino Lehtola @ Turku | 2015-05-12",
    ],
  ]);
});

describe("one meeting and one call", () => {
  table([
    [
      "Chilean President Rosa Araya talked with Peruvian President Diego Quispe in Lima on Tuesday.",
      "talks happened: attendee Rosa Araya, attendee Diego Quispe @ Lima | 2015-05-12",
    ],
    [
      "Chilean President Rosa Araya talked with Peruvian President Diego Quispe by telephone on Tuesday.",
      "call happened: attendee Rosa Araya, attendee Diego Quispe | 2015-05-12",
    ],
    [
      "Chilean President Rosa Araya and Peruvian President Diego Quispe spoke by phone on Monday. The two leaders agreed to meet in Lima next week.",
      "call happened: attendee Rosa Araya, attendee Diego Quispe | 2015-05-11",
      "meeting planned: attendee Rosa Araya, attendee Diego Quispe @ Lima | 2015-05-18/2015-05-24",
    ],
  ]);
});

describe("who sat there", () => {
  table([
    [
      "A Kenyan delegation headed by Foreign Minister Daniel Otieno held talks with Ugandan officials led by Foreign Minister Moses Kato in Kampala on Tuesday.",
      "talks happened: attendee Daniel Otieno, attendee Moses Kato @ Kampala | 2015-05-12",
    ],
    [
      "Kenyan Foreign Minister Daniel Otieno met Ugandan officials led by Foreign Minister Moses Kato in Kampala on Tuesday.",
      "meeting happened: attendee Daniel Otieno, attendee Moses Kato @ Kampala | 2015-05-12",
    ],
    [
      "Chilean President Rosa Araya flies to Lima next Tuesday, where Peruvian President Diego Quispe will receive her.",
      "visit planned: visitor Rosa Araya, host Peru @ Lima | 2015-05-19",
      "meeting planned: host Diego Quispe, visitor Rosa Araya @ Lima | 2015-05-19",
    ],
    [
      "Chilean President Rosa Araya is to see Peruvian President Diego Quispe and Bolivian President Ana Mamani in Lima next week.",
      "meeting planned: attendee Rosa Araya, attendee Diego Quispe @ Lima | 2015-05-18/2015-05-24",
      "meeting planned: attendee Rosa Araya, attendee Ana Mamani @ Lima | 2015-05-18/2015-05-24",
    ],
    [
      "Norwegian Foreign Minister Kari Solheim met with her Danish peer Karen Friis in Aarhus on Tuesday.",
      "meeting happened: attendee Kari Solheim, attendee Karen Friis @ Aarhus | 2015-05-12",
    ],
    [
      "Unification Minister Han In-suk of South Korea held talks with Danish Foreign Minister Karen Friis in Aarhus on Tuesday.",
      "talks happened: attendee Han In-suk, attendee Karen Friis @ Aarhus | 2015-05-12",
    ],
    [
      "Danish Foreign Minister Karen Friis had talks with World Food Programme chief Olga Marsh in Aarhus on Tuesday.",
      "talks happened: attendee Karen Friis, attendee Olga Marsh @ Aarhus | 2015-05-12",
    ],
  ]);
});

describe("where", () => {
  table([
    [
      "Danish Foreign Minister Karen Friis met Kenyan Foreign Minister Daniel Otieno in Aarhus on Tuesday, their first encounter since talks in Mombasa in March.",
      "meeting happened: attendee Karen Friis, attendee Daniel Otieno @ Aarhus | 2015-05-12",
    ],
    [
      "Danish Foreign Minister Karen Friis met Kenyan Foreign Minister Daniel Otieno in Denmark's Aarhus on Tuesday.",
      "meeting happened: attendee Karen Friis, attendee Daniel Otieno @ Aarhus | 2015-05-12",
    ],
    [
      "Danish Foreign Minister Karen Friis left Mombasa on Tuesday after talks with Kenyan Foreign Minister Daniel Otieno.",
      "talks happened: attendee Karen Friis, attendee Daniel Otieno @ Mombasa | 2015-05-12",
    ],
    [
      "The decree came after Danish Foreign Minister Karen Friis and Kenyan Foreign Minister Daniel Otieno met in Aarhus on Tuesday.",
      "meeting happened: attendee Karen Friis, attendee Daniel Otieno @ Aarhus | 2015-05-12",
    ],
    [
      "The decree was signed as Danish Foreign Minister Karen Friis and Kenyan Foreign Minister Daniel Otieno wrapped up a two-hour meeting in Aarhus on Tuesday.",
      "meeting happened: attendee Karen Friis, attendee Daniel Otieno @ Aarhus | 2015-05-12",
    ],
    [
      "Chilean President Rosa Araya, who arrived from a forum in Mombasa, called on Peruvian President Diego Quispe on Tuesday.",
      "meeting happened: attendee Rosa Araya, attendee Diego Quispe | 2015-05-12",
    ],
    [
      "Chilean President Rosa Araya called Peruvian President Diego Quispe and congratulated him on his victory.",
      "call happened: attendee Rosa Araya, attendee Diego Quispe | 2015-05-14",
    ],
  ]);
});
