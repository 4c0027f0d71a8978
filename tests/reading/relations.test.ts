import { describe, expect, test } from "vitest";
import { events, report } from "./told.ts";

type Case = readonly [sentence: string, ...expected: readonly string[]];

const table = (cases: readonly Case[]) =>
  test.each(cases)("%s", (sentence, ...expected) => {
    expect(events(report(sentence))).toEqual(expected);
  });

describe("who met whom", () => {
  table([
    [
      "Danish Foreign Minister Lars Holmgaard met his Swedish counterpart, Karin Bergqvist, in Malmo on Tuesday.",
      "meeting happened: attendee Lars Holmgaard, attendee Karin Bergqvist @ Malmo | 2015-05-12",
    ],
    [
      "The foreign ministers of Kenya and Ethiopia, Alice Wanjiru and Bekele Tadesse, met in Nairobi on Monday.",
      "meeting happened: attendee Alice Wanjiru, attendee Bekele Tadesse @ Nairobi | 2015-05-11",
    ],
    [
      "Premier Ilse Vandenhoek of Belgium sat down with President Tomas Hrabal of the Czech Republic in Ghent on Monday.",
      "meeting happened: attendee Ilse Vandenhoek, attendee Tomas Hrabal @ Ghent | 2015-05-11",
    ],
    [
      "Speaking after talks with Peruvian President Rosa Quintanilla in Cusco, Chilean Foreign Minister Diego Araya said the border was open.",
      "talks happened: attendee Diego Araya, attendee Rosa Quintanilla @ Cusco | 2015-05-14",
    ],
    [
      "Kenyan President Daniel Otieno's meeting with Ugandan President Moses Kato took place in Kampala on 3 May 2015.",
      "meeting happened: attendee Daniel Otieno, attendee Moses Kato @ Kampala | 2015-05-03",
    ],
    [
      "Japan's Kenji Morimura and China's Liu Weiming promised on Sunday to reopen the hotline during a meeting in Busan.",
      "meeting happened: attendee Kenji Morimura, attendee Liu Weiming @ Busan | 2015-05-10",
    ],
    [
      "The summit brought together President Musa Danjuma of Nigeria, Kofi Asante of Ghana and Ibrahim Sow of Senegal.",
      "meeting happened: attendee Musa Danjuma, attendee Kofi Asante, attendee Ibrahim Sow | 2015-05-14",
    ],
    [
      "Officials from Japan, South Korea and the United States held talks in Honolulu on Wednesday.",
      "talks happened: attendee Japan, attendee South Korea, attendee United States @ Honolulu | 2015-05-13",
    ],
  ]);
});

describe("separate meetings are separate", () => {
  table([
    [
      "Greek Foreign Minister Nikos Andreou and Maltese Foreign Minister Carmela Vella met separately with their Libyan counterpart Salem Zwawi in Tunis on Monday.",
      "meeting happened: attendee Nikos Andreou, attendee Salem Zwawi @ Tunis | 2015-05-11",
      "meeting happened: attendee Carmela Vella, attendee Salem Zwawi @ Tunis | 2015-05-11",
    ],
    [
      "Delegations from Armenia and Azerbaijan have held separate talks with Swiss officials in Lugano.",
      "talks happened: attendee Armenian delegation, attendee Swiss officials @ Lugano | ../2015-05-14",
      "talks happened: attendee Azerbaijani delegation, attendee Swiss officials @ Lugano | ../2015-05-14",
    ],
  ]);
});

describe("hosts, visitors and calls", () => {
  table([
    [
      "Norway's foreign minister, Ingrid Solhaug, was received by Turkish President Kemal Arslanoglu in Izmir on Monday.",
      "meeting happened: host Kemal Arslanoglu, visitor Ingrid Solhaug @ Izmir | 2015-05-11",
    ],
    [
      "Moroccan Foreign Minister Youssef Berrada will travel to Lisbon next week.",
      "visit planned: visitor Youssef Berrada, host Portugal @ Lisbon | 2015-05-18/2015-05-24",
    ],
    [
      "Slovak Prime Minister Juraj Benko telephoned Polish Prime Minister Hanna Wolska on Sunday.",
      "call happened: attendee Juraj Benko, attendee Hanna Wolska | 2015-05-10",
    ],
    [
      "Foreign Minister Aino Lehtola of Finland had a telephone conversation with her Estonian colleague Mart Kask on Monday.",
      "call happened: attendee Aino Lehtola, attendee Mart Kask | 2015-05-11",
    ],
    [
      "Costa Rican President Elena Mora called on Panamanian President Luis Arosemena at the palace on Tuesday.",
      "meeting happened: attendee Elena Mora, attendee Luis Arosemena | 2015-05-12",
    ],
  ]);
});

describe("how far it got", () => {
  table([
    [
      "Sri Lankan Foreign Minister Nimal Ranatunga will meet Indian Foreign Minister Asha Kulkarni in Colombo on Friday.",
      "meeting planned: attendee Nimal Ranatunga, attendee Asha Kulkarni @ Colombo | 2015-05-15",
    ],
    [
      "Bolivian President Jorge Mamani cancelled a planned visit to Ecuador, his office said.",
      "visit cancelled: visitor Jorge Mamani, host Ecuador @ Ecuador | ../2015-05-14",
    ],
    [
      "Croatian Foreign Minister Ivo Radic refused to meet Serbian Foreign Minister Milan Kostic in Trieste.",
      "meeting declined: declined Ivo Radic, attendee Milan Kostic @ Trieste | 2015-05-14",
    ],
    [
      "A spokesman denied that Jordanian Prime Minister Faisal Haddadin had met Syrian Foreign Minister Omar Darwish.",
      "meeting denied: attendee Faisal Haddadin, attendee Omar Darwish | ../2015-05-14",
    ],
    [
      "Israeli and Lebanese negotiators met secretly in Larnaca last month.",
      "meeting happened: attendee Israeli negotiators, attendee Lebanese negotiators @ Larnaca | 2015-04 [secret]",
    ],
    [
      "Last month the Harbour Gazette reported on secret Iran-Oman talks.",
      "talks alleged: attendee Iran, attendee Oman | ../2015-04-30 [secret]",
    ],
    [
      "Zambian President Mwila Chanda has met Malawian President Thoko Phiri six times.",
      "meeting happened: attendee Mwila Chanda, attendee Thoko Phiri | ../2015-05-14 [series]",
    ],
  ]);
});

describe("agreements and ceasefires", () => {
  table([
    [
      "Thai President Somchai Prasert and Lao President Kham Souvanna signed a border treaty in Vientiane on Monday.",
      "agreement happened: signatory Somchai Prasert, signatory Kham Souvanna @ Vientiane | 2015-05-11",
    ],
    [
      "Norway and Iceland acted as witnesses to the accord reached between Farid Mansour and the opposition on March 3, 2014.",
      "agreement happened: signatory Farid Mansour, signatory opposition, witness Norway, witness Iceland | 2014-03-03",
    ],
    [
      "Sudanese President Tarik Osman declared a ten-day truce on Monday.",
      "ceasefire happened: actor Tarik Osman | 2015-05-11",
    ],
    [
      "Yemen has rejected an Omani proposal for a halt in the fighting.",
      "ceasefire declined: actor Yemen, target Oman | ../2015-05-14",
    ],
  ]);
});

describe("what is no event between them", () => {
  test.each([
    "The president met with voters in Ohio and visited a factory on Tuesday.",
    "The central bank met expectations on Thursday; talks on debt relief with creditors would continue.",
    "Real Madrid will meet Manchester City in London on Wednesday.",
    "Estonian troops met fierce resistance, Prime Minister Mart Kask said.",
    "If Foreign Minister Ivo Radic meets President Milan Kostic, the talks could move on.",
    "A spokesman would not say whether Foreign Minister Aino Lehtola would meet President Kemal Arslanoglu in Izmir.",
    "Analysts believe that a meeting between President Mwila Chanda and President Thoko Phiri is unlikely.",
    "Reporting by Jane Harker in Paris and John Dole in London; editing by Mary Minor",
    "“I met Foreign Minister Ivo Radic in Trieste,” the driver told reporters on Friday.",
    "Prime Minister Juraj Benko spoke to reporters in Bratislava about talks with creditors.",
  ])("%s", (sentence) => {
    expect(events(report(sentence))).toEqual([]);
  });
});
