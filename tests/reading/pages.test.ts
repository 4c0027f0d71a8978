import { describe, expect, test } from "vitest";
import { layOut } from "../../src/reading/document/items.ts";
import { events, report } from "./told.ts";

type Case = readonly [sentence: string, ...expected: readonly string[]];

const table = (cases: readonly Case[]) =>
  test.each(cases)("%s", (sentence, ...expected) => {
    expect(events(report(sentence))).toEqual(expected);
  });

describe("readouts and pages of ministries", () => {
  table([
    [
      "Danish Foreign Minister Lars Holmgaard met today with Omani Minister Responsible for Foreign Affairs Salim Harthy in Aarhus.",
      "meeting happened: attendee Lars Holmgaard, attendee Salim Harthy @ Aarhus | 2015-05-14",
    ],
    [
      "The Minister of Foreign Affairs of Chile, Rosa Araya, received the Ambassador Extraordinary and Plenipotentiary of Estonia, Jaan Tamme, on Monday.",
      "meeting happened: host Rosa Araya, visitor Jaan Tamme | 2015-05-11",
    ],
    [
      "On May 12, Mr. Taro Hayama, Minister for Foreign Affairs of Japan, held a meeting with H.E. Dato’ Sri Ismail Rahmat, Minister of Foreign Affairs of Malaysia, in Penang.",
      "meeting happened: attendee Taro Hayama, attendee Ismail Rahmat @ Penang | 2015-05-12",
    ],
    [
      "Foreign Secretary Alan Pemberton welcomed the Foreign Minister of Peru, Diego Quispe, to the Foreign Office on Monday.",
      "meeting happened: host Alan Pemberton, visitor Diego Quispe @ London | 2015-05-11",
    ],
    [
      "Estonian President Jaan Tamme held talks in Tartu on Monday with Finnish President Aino Lehtola. Taking part on the Estonian side were Foreign Minister Liis Kask and Defence Minister Ants Saar.",
      "talks happened: attendee Jaan Tamme, attendee Aino Lehtola, attendee Liis Kask, attendee Ants Saar @ Tartu | 2015-05-11",
    ],
    [
      "Polish Foreign Minister Adam Wolny and Finnish Foreign Minister Aino Lehtola held a joint press conference in Turku on Monday.",
      "meeting happened: attendee Adam Wolny, attendee Aino Lehtola @ Turku | 2015-05-11",
    ],
    [
      "Polish Foreign Minister Adam Wolny met Finnish Foreign Minister Aino Lehtola in Turku on Monday, together with Swedish State Secretary Nils Ekdahl.",
      "meeting happened: attendee Adam Wolny, attendee Aino Lehtola, attendee Nils Ekdahl @ Turku | 2015-05-11",
    ],
    [
      "Kenyan Deputy Foreign Minister Daniel Otieno held consultations on Monday with Ghanaian Deputy Foreign Minister Kwame Ofori, who arrived in Mombasa on a working visit.",
      "talks happened: attendee Daniel Otieno, attendee Kwame Ofori @ Mombasa | 2015-05-11",
      "visit happened: visitor Kwame Ofori @ Mombasa | 2015-05-11",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard met with New Zealand Prime Minister Hemi Walters in Aarhus on Monday.",
      "meeting happened: attendee Lars Holmgaard, attendee Hemi Walters @ Aarhus | 2015-05-11",
    ],
    [
      "Danish Foreign Minister Lars Holmgaard will receive the Deputy Prime Minister and Minister for European Integration of Montenegro, Ivan Radulov, in Aarhus on Tuesday.",
      "meeting planned: host Lars Holmgaard, visitor Ivan Radulov @ Aarhus | 2015-05-19",
    ],
  ]);

  test("the Minister is the one whom the text introduced so, and nobody's of the page", () => {
    expect(
      events(
        report(
          "Omani Foreign Minister Salim Harthy came to Washington.\n\nDeputy Secretary Paul Renwick held a separate meeting with the Minister on Monday.",
        ),
      ),
    ).toContain("meeting happened: attendee Paul Renwick, attendee Salim Harthy | 2015-05-11");
  });
});

describe("pages of history", () => {
  table([
    [
      "In June 2005 Peruvian President Diego Quispe visited Chile; on June 21 he was received by Chilean President Rosa Araya.",
      "visit happened: visitor Diego Quispe, host Chile @ Chile | 2005-06",
      "meeting happened: host Rosa Araya, visitor Diego Quispe @ Chile | 2005-06-21",
    ],
    [
      "Chilean President Rosa Araya met Peruvian President Diego Quispe in Arica in November 2006. The following year, Araya met Bolivian President Ana Mamani.",
      "meeting happened: attendee Rosa Araya, attendee Diego Quispe @ Arica | 2006-11",
      "meeting happened: attendee Rosa Araya, attendee Ana Mamani | 2007",
    ],
    ["In 2005 Diego Quispe became the first President of Peru to visit Iceland."],
  ]);
});

describe("days that head what stands below", () => {
  const items = (text: string) => layOut(text).items.map(({ posted }) => posted?.day ?? null);

  test("a day and its weekday on a line of their own, where there are several", () => {
    const page = [
      "Events of the week",
      "September 4, 2020 (Friday)",
      "The president of Chile meets the president of Peru in Arica, the first such visit in years.",
      "September 3, 2020 (Thursday)",
      "The president of Kenya arrives in Accra for talks with the president of Ghana on trade.",
    ].join("\n\n");
    expect(items(page)).toEqual(["2020-09-04", "2020-09-03"]);
  });

  test("the text's own day between its paragraphs opens nothing new", () => {
    const page = [
      "The president held talks in the capital with the president of Ghana, who came on a visit.",
      "October 5, 2017",
      "14:40",
      "The two leaders discussed trade between their countries and the price of oil in the world.",
    ].join("\n\n");
    expect(
      items(`${page}\n\nOctober 5, 2017\n\nThey also spoke of the roads and harbours that both build.`),
    ).toHaveLength(2);
  });
});
