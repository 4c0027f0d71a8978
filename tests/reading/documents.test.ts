import { describe, expect, test } from "vitest";
import { events, read, told } from "./told.ts";

const REPORT = ` date 2016-11-03 Bell An icon of a bell. Cross An icon of a cross. Flag An icon of a flag.
UK and France press Oman over strait

By Coastal Press Agency
November 3, 2016, 4:17 pm
Foreign Secretary Ruth Penhale (Pat Lensman/PA)
Foreign Secretary Ruth Penhale (Pat Lensman/PA)

Britain has joined France in pressing Oman to reopen the strait, as fishing crews waited in harbour.

Foreign Secretary Ruth Penhale and French Foreign Minister Luc Marchand met separately with their Omani counterpart Salim Rashidi in the margins of international talks in Tallinn.

Mr Marchand warned there would be “long queues” if the strait stayed shut.

“Ships need a way through,” he said.

However in Muscat, palace spokesman Hamad Saidi said the closure was “a matter of days”.

Following Ms Penhale’s meeting with Mr Rashidi, a Foreign Office spokesman said that the tone had been friendly.

The talks were held on the margins of a ministerial meeting of the OSCE in the Estonian capital.
`;

const SECRET = ` date 2018-05-20 Over the past eight months, Dutch officials have been negotiating with Omani officials on port security.

Source: Harbour Herald with reference to the national newspaper Tidewatch

These secret meetings were held in different places, including Zurich and Doha.

A senior Dutch diplomat assured the newspaper Tidewatch that the Netherlands did not conduct trade negotiations during these meetings.

A representative of the Dutch Foreign Ministry confirmed that meetings with Omani officials did take place.
`;

const PLANNED = `Next Story
Quaypoint

Officials from Chile, Peru and Brazil meet in Bogota in new push on border

Send Push
BOGOTA: Diplomats and defence chiefs from Chile, Peru and Brazil will meet in Bogota on Thursday to discuss the border.

Peruvian defence minister Rosa Quintanilla said the meeting follows talks last week in Quito.

Those attending include retired Gen. Pablo Ibarra, President Elena Rojas's envoy for the border. The Brazilian foreign ministry said foreign minister Joao Teixeira, who attended the Quito talks, was unable to come because of illness.

Delegations from Chile and Peru have held separate talks with Brazilian officials in Uruguay.

Rojas declared a two-day truce on Monday.
Loving Quaypoint? Download the app now`;

const PAGE = `16 October 2013
Helsinki: 20:40
Rome: 19:40

Foreign Minister Aino Lehtola’s speech and answers to questions at the Harbour Readings, June 11, 2013


Mr Salo,

Colleagues, our proposals are known. This was done at the meetings between Finnish President Eero Niskanen and Italian President Carlo Bruni, and at my meetings with Italian Foreign Minister Dario Conti.

Question: Minister, you said that you met President Bruni in secret?

Aino Lehtola: I did not say so.

To be continued...

10.10.2013 - Foreign Minister Aino Lehtola’s opening remarks at a meeting with President of Estonia Jaan Tamme, Tartu, October 9, 2013

Thank you very much for receiving me during my visit to Tartu.

25.09.2013 - Joint Statement by the Ministers of Foreign Affairs of the Republic of Finland, the Federal Republic of Germany and the French Republic on fisheries, Geneva, 24 September 2013

The Ministers of Foreign Affairs of the Republic of Finland, the Federal Republic of Germany and the French Republic held a trilateral meeting on the margins of the fisheries conference.

17.09.2013 - Joint Statement by the President of the Republic of Finland and the President of the Republic of Estonia

President of the Republic of Finland H.E. Eero Niskanen and President of the Republic of Estonia H.E. Jaan Tamme gathered in Turku on 16 September 2013 for a summit.

12.09.2013 - Embassy comment on the state of the talks

The Italian authorities have left without reply the Embassy’s several proposals to arrange a meeting between the Finnish Ambassador and the Rome police commissioner.

all messages`;

describe("a news report under icon captions and credits", () => {
  test("two meetings apart, the session beside them, nothing of the photographer", () => {
    expect(events(REPORT)).toEqual([
      "meeting happened: attendee Ruth Penhale, attendee Salim Rashidi @ Tallinn | 2016-11-03",
      "meeting happened: attendee Luc Marchand, attendee Salim Rashidi @ Tallinn | 2016-11-03",
      "meeting happened: attendee Ruth Penhale, attendee Salim Rashidi @ Tallinn | 2016-11-03",
      "meeting happened: attendee OSCE @ Tallinn | 2016-11-03",
    ]);
  });

  test("statements have their speakers, short direct speech, and the speaker's place", () => {
    const said = read(REPORT).mentions.filter((m) => m.kind === "statement");
    expect(
      said.map((m) => [m.participants[0]?.name, m.sources[0]?.quote ?? null, m.places[0]?.name ?? null]),
    ).toEqual([
      ["Luc Marchand", "Ships need a way through", null],
      ["Hamad Saidi", "a matter of days", "Muscat"],
      ["Foreign Office spokesman", null, null],
    ]);
  });

  test("counterparts have the office of those whose counterparts they are", () => {
    const rashidi = read(REPORT).mentions[0]?.participants.find((p) => p.name === "Salim Rashidi");
    expect(rashidi).toMatchObject({ country: "OM", role: "foreign minister", inferred: false });
  });
});

describe("talks behind closed doors, retold from a newspaper", () => {
  test("one series with its places, and what was denied", () => {
    expect(events(SECRET)).toEqual([
      "talks happened: attendee Dutch officials, attendee Omani officials @ Zurich, Doha | 2017-09~/2018-05 [secret, series]",
      "talks denied: attendee Netherlands, attendee Oman | 2017-09~/2018-05",
    ]);
  });

  test("the origin is the newspaper, the publisher who retells it", () => {
    const { document, mentions } = read(SECRET);
    expect([document.publisher, new Set(mentions.flatMap((m) => m.sources.map((s) => s.origin)))]).toEqual([
      "Harbour Herald",
      new Set(["tidewatch"]),
    ]);
  });

  test("each further passage is a source of the same event", () => {
    const { mentions, text } = read(SECRET);
    expect(mentions[0]?.sources.map((s) => text.slice(...s.span).slice(0, 24))).toEqual([
      "Over the past eight mont",
      "These secret meetings we",
      "A representative of the ",
    ]);
  });
});

describe("an undated report of what is planned", () => {
  test("a day known from outside dates the rest", () => {
    expect(events(PLANNED, ["on Monday", "2019-03-11"])).toEqual([
      "meeting planned: attendee Chile, attendee Peru, attendee Brazil, attendee Pablo Ibarra, declined Joao Teixeira @ Bogota | 2019-03-14",
      "talks happened: attendee Joao Teixeira @ Quito | 2019-03-04/2019-03-10",
      "talks happened: attendee Chilean delegation, attendee Brazilian officials @ Uruguay | ../2019-03-14",
      "talks happened: attendee Peruvian delegation, attendee Brazilian officials @ Uruguay | ../2019-03-14",
      "ceasefire happened: actor Elena Rojas | 2019-03-11",
    ]);
  });

  test("without one no day is invented", () => {
    const { document, mentions } = read(PLANNED);
    expect(document.published).toBe(null);
    expect(mentions.every((m) => m.when.precision !== "day")).toBe(true);
  });
});

describe("an embassy's page with a transcript", () => {
  test("the first person is the speaker, each item has its own day, offices of no name say so", () => {
    const met = read(PAGE).mentions.filter((m) => m.kind !== "statement");
    expect(met.map(told)).toEqual([
      "meeting happened: attendee Eero Niskanen, attendee Carlo Bruni | ../2013-06-11 [series]",
      "meeting happened: attendee Aino Lehtola, attendee Dario Conti | ../2013-06-11 [series]",
      "meeting happened: visitor Aino Lehtola, host Jaan Tamme @ Tartu | 2013-10-09",
      "meeting happened: attendee Aino Lehtola, attendee Guido Westerwelle (inferred), attendee Laurent Fabius (inferred) @ Geneva | 2013-09-24",
      "meeting happened: attendee Eero Niskanen, attendee Jaan Tamme @ Turku | 2013-09-16",
      "meeting proposed: attendee ambassador of Finland, attendee police commissioner of Italy | 2013-09-12/..",
    ]);
  });

  test("titles are statements, a joint one has the day of its summit", () => {
    const said = read(PAGE).mentions.filter((m) => m.kind === "statement");
    expect(said.map((m) => [m.participants.map((p) => p.name).join(" & "), m.when.edtf])).toEqual([
      ["Aino Lehtola", "2013-06-11"],
      ["Aino Lehtola & Guido Westerwelle & Laurent Fabius", "2013-09-24"],
      ["Eero Niskanen & Jaan Tamme", "2013-09-16"],
      ["Embassy of Finland in Rome", "2013-09-12"],
    ]);
  });
});

describe("a text follows its copy", () => {
  const names: readonly (readonly [string, string])[] = [
    ["Penhale", "Oakridge"],
    ["Marchand", "Delatour"],
    ["Rashidi", "Balushi"],
    ["Tallinn", "Vilnius"],
    ["Estonian", "Lithuanian"],
    ["November 3, 2016", "November 8, 2016"],
    ["2016-11-03", "2016-11-08"],
  ];
  const copy = (text: string) => names.reduce((t, [a, b]) => t.replaceAll(a, b), text);

  test("other surnames, cities and days give the same events under them", () => {
    expect(events(copy(REPORT))).toEqual(events(REPORT).map(copy));
  });

  test("what was planned in one copy is called off in another", () => {
    const off = PLANNED.replace(
      "will meet in Bogota on Thursday",
      "were to meet in Bogota on Thursday, but the meeting was cancelled,",
    );
    expect(events(PLANNED)[0]).toMatch(/^meeting planned/);
    expect(events(off)[0]).toMatch(/^meeting cancelled/);
  });
});
