import { describe, expect, test } from "vitest";
import { events, report } from "./told.ts";

type Case = readonly [sentence: string, ...expected: readonly string[]];

const table = (cases: readonly Case[]) =>
  test.each(cases)("%s", (sentence, ...expected) => {
    expect(events(report(sentence))).toEqual(expected);
  });

describe("several sides of one who met them", () => {
  table([
    [
      "Beside the summit in Lusaka, Danish Prime Minister Karen Friis held bilateral talks with Zambian President Joseph Mwale, Ghana's Kwame Ofori and Kenya's Daniel Otieno on Tuesday.",
      "talks happened: attendee Karen Friis, attendee Joseph Mwale @ Lusaka | 2015-05-12",
      "talks happened: attendee Karen Friis, attendee Kwame Ofori @ Lusaka | 2015-05-12",
      "talks happened: attendee Karen Friis, attendee Daniel Otieno @ Lusaka | 2015-05-12",
    ],
    [
      "Polish Foreign Minister Adam Wolny met Finnish Foreign Minister Aino Lehtola in Turku on Monday and Estonian Prime Minister Jaan Tamme in Tartu on Tuesday.",
      "meeting happened: attendee Adam Wolny, attendee Aino Lehtola @ Turku | 2015-05-11",
      "meeting happened: attendee Adam Wolny, attendee Jaan Tamme @ Tartu | 2015-05-12",
    ],
    [
      "Polish Foreign Minister Adam Wolny held a trilateral meeting with Finnish Foreign Minister Aino Lehtola and Estonian Foreign Minister Jaan Tamme in Riga on Monday.",
      "meeting happened: attendee Adam Wolny, attendee Aino Lehtola, attendee Jaan Tamme @ Riga | 2015-05-11",
    ],
    [
      "Chilean President Rosa Araya spoke by telephone with Peru's Diego Quispe, with Bolivia's Ana Mamani and with Uruguay's Pablo Olivera on Tuesday.",
      "call happened: attendee Rosa Araya, attendee Diego Quispe | 2015-05-12",
      "call happened: attendee Rosa Araya, attendee Ana Mamani | 2015-05-12",
      "call happened: attendee Rosa Araya, attendee Pablo Olivera | 2015-05-12",
    ],
    [
      "Norwegian Foreign Minister Kari Solheim had a 40-minute conversation with Swedish Foreign Minister Karin Bergqvist in Oslo on Monday.",
      "talks happened: attendee Kari Solheim, attendee Karin Bergqvist @ Oslo | 2015-05-11",
    ],
  ]);
});

describe("verbs and nouns of meeting", () => {
  table([
    [
      "Prime Minister Tobias Krag of Denmark held a rare sit-down with Finnish President Aino Lehtola in Turku on Monday.",
      "meeting happened: attendee Tobias Krag, attendee Aino Lehtola @ Turku | 2015-05-11",
    ],
    [
      "Pakistani Foreign Secretary Imran Qazi co-chaired the eighth round of political consultations with Uzbek Deputy Foreign Minister Botir Karimov in Samarkand on Tuesday.",
      "meeting happened: co-chair Imran Qazi, co-chair Botir Karimov @ Samarkand | 2015-05-12",
    ],
    [
      "Nepalese Foreign Minister Sita Gurung paid a courtesy call on Thai Prime Minister Somsak Wattana in Bangkok on Tuesday.",
      "meeting happened: attendee Sita Gurung, attendee Somsak Wattana @ Bangkok | 2015-05-12",
    ],
    [
      "Belgian Prime Minister Ilse Vandenhoek spent three hours with Moroccan Foreign Minister Omar Idrissi in Ghent on Monday.",
      "talks happened: attendee Ilse Vandenhoek, attendee Omar Idrissi @ Ghent | 2015-05-11",
    ],
    [
      "Egyptian Foreign Minister Karim Nassar received a phone call from Omani Foreign Minister Salim Harthy on Tuesday.",
      "call happened: attendee Karim Nassar, attendee Salim Harthy | 2015-05-12",
    ],
    [
      "Kenyan President Daniel Otieno briefed Ugandan President Moses Kato on the drought by telephone on Monday.",
      "call happened: attendee Daniel Otieno, attendee Moses Kato | 2015-05-11",
    ],
    [
      "Greek Foreign Minister Eleni Pappas received on Monday at the ministry in Athens the Deputy Prime Minister and Minister for Foreign Affairs of Kuwait, Sheikh Dr. Fahad Al-Mutairi.",
      "meeting happened: host Eleni Pappas, visitor Fahad Al-Mutairi @ Athens | 2015-05-11",
    ],
    [
      "The Honourable Claire Fontaine, Foreign Minister of Canada, saw Jamaican Foreign Minister Delroy Grant in Kingston on Monday.",
      "meeting happened: attendee Claire Fontaine, attendee Delroy Grant @ Kingston | 2015-05-11",
    ],
  ]);
});

describe("who was there", () => {
  table([
    [
      "Zambian President Joseph Mwale met Kenyan President Daniel Otieno in Lusaka on Monday in the presence of Ghanaian Foreign Minister Akua Mensah.",
      "meeting happened: host Joseph Mwale, attendee Daniel Otieno, attendee Akua Mensah @ Lusaka | 2015-05-11",
    ],
    [
      "Lithuanian President Rasa Petraite welcomed Danish Prime Minister Tobias Krag to Kaunas on Monday; Latvia's President Juris Ozols joined them for the talks.",
      "meeting happened: host Rasa Petraite, visitor Tobias Krag, attendee Juris Ozols @ Kaunas | 2015-05-11",
    ],
    [
      "Armenian Foreign Minister Davit Harutyun received the envoys Piotr Zaremba (Poland), Luca Ferri (Italy) and Jan Peeters (Belgium) in Gyumri on Monday.",
      "meeting happened: host Davit Harutyun, visitor Piotr Zaremba, visitor Luca Ferri, visitor Jan Peeters @ Gyumri | 2015-05-11",
    ],
  ]);
});

describe("plans, refusals, other clauses", () => {
  table([
    [
      "Spanish Foreign Minister Ines Robledo, who will not stand again, met Portuguese Foreign Minister Rui Sequeira in Porto on Monday.",
      "meeting happened: attendee Ines Robledo, attendee Rui Sequeira @ Porto | 2015-05-11",
    ],
    [
      "Swiss President Urs Zbinden will travel to Graz on Friday and hold talks with Austrian Chancellor Eva Gruber.",
      "visit planned: visitor Urs Zbinden @ Graz | 2015-05-15",
      "talks planned: attendee Urs Zbinden, attendee Eva Gruber @ Graz | 2015-05-15",
    ],
    [
      "Austrian Chancellor Eva Gruber and Hungarian Prime Minister Bela Kovats have not spoken since Monday.",
      "talks denied: attendee Eva Gruber, attendee Bela Kovats | 2015-05-11/2015-05-14",
    ],
    ["Ivory Coast meet Algeria in the quarter-finals of the cup in Malabo on Sunday."],
    [
      "Slovak Prime Minister Jozef Hudak would not meet Czech President Pavel Benda in Brno, his office said.",
      "meeting declined: declined Jozef Hudak, attendee Pavel Benda @ Brno | ../2015-05-14",
    ],
  ]);
});

describe("names and offices", () => {
  table([
    [
      "South Korean Foreign Minister Kim Tae-won met Thai Foreign Minister Malee Suksai in Busan on Monday. Kim later called on King Bhumibol Adulyadej.",
      "meeting happened: attendee Kim Tae-won, attendee Malee Suksai @ Busan | 2015-05-11",
      "meeting happened: attendee Kim Tae-won, attendee Bhumibol Adulyadej @ Busan | 2015-05-11",
    ],
    [
      "Prime Minister-designate Haris Delic of Bosnia met Croatian President Ivo Matic in Mostar on Monday. Delic also met Slovenian Foreign Minister Tina Zupan.",
      "meeting happened: attendee Haris Delic, attendee Ivo Matic @ Mostar | 2015-05-11",
      "meeting happened: attendee Haris Delic, attendee Tina Zupan @ Mostar | 2015-05-11",
    ],
    [
      "Cuban Foreign Minister Jorge Pena Ruiz met Mexican Foreign Minister Lucia Vega Soto in Merida on Monday. Pena Ruiz then met Panamanian President Mario Arosemena.",
      "meeting happened: attendee Jorge Pena Ruiz, attendee Lucia Vega Soto @ Merida | 2015-05-11",
      "meeting happened: attendee Jorge Pena Ruiz, attendee Mario Arosemena @ Merida | 2015-05-11",
    ],
    [
      "Malian Foreign Minister Lieutenant-General (Rtd) Seydou Traore met the Personal Envoy of the Secretary-General Ingrid Aas in Gao on Monday.",
      "meeting happened: attendee Seydou Traore, attendee Ingrid Aas @ Gao | 2015-05-11",
    ],
    [
      "Moroccan Foreign Minister Omar Idrissi met UN chief Ban Ki-moon in Tangier on Monday. The UN chief also met Algerian Foreign Minister Lina Benali.",
      "meeting happened: attendee Omar Idrissi, attendee Ban Ki-moon @ Tangier | 2015-05-11",
      "meeting happened: attendee Ban Ki-moon, attendee Lina Benali @ Tangier | 2015-05-11",
    ],
    [
      "On 5 May in Gyumri, Armenian Foreign Minister Davit Harutyun received Georgian Foreign Minister Nino Lomidze.",
      "meeting happened: host Davit Harutyun, visitor Nino Lomidze @ Gyumri | 2015-05-05",
    ],
  ]);
});
