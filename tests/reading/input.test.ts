import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/reading/index.ts";
import { events, gazetteer, read, report } from "./told.ts";

const MEETING =
  "Danish Foreign Minister Lars Holmgaard met Swedish Foreign Minister Karin Bergqvist in Malmo on Tuesday.";
const MET = "meeting happened: attendee Lars Holmgaard, attendee Karin Bergqvist @ Malmo | 2015-05-12";

describe("what people paste", () => {
  test("a page with its tags and scripts", () => {
    const page = ` date 2015-05-14 <html><head><title>Ministers meet</title><script>met("Holmgaard")</script></head><body><ul><li>Home</li><li>News</li></ul><h1>Ministers meet in the south</h1><p>${MEETING.replace("Malmo", "<b>Malmo</b>")}</p></body></html>`;
    expect(events(page)).toEqual([MET]);
  });

  test("an e-mail: its subject is the title, its date the day", () => {
    const mail = `From: desk@example.org\nTo: all@example.org\nSubject: Ministers meet\nDate: Thu, 14 May 2015 10:00:00 +0200\n\n${MEETING}\n`;
    expect([read(mail).document.title, read(mail).document.published, events(mail)]).toEqual([
      "Ministers meet",
      "2015-05-14",
      [MET],
    ]);
  });

  test("two articles in one file, each with its own day", () => {
    const two = `12 May 2015 - Ministers meet\n\n${MEETING}\n\n19 May 2015 - Ministers meet again\n\n${MEETING}\n`;
    expect(events(two)).toEqual([MET, MET.replace("05-12", "05-19")]);
  });

  test.each([
    [
      "under headers",
      ` date 2015-05-14 Ministers meet in Malmo\n\n${MEETING}\n\n date 2015-05-21 Ministers meet again\n\n${MEETING}\n`,
    ],
    [
      "under bylines",
      `Ministers meet in Malmo\nBy Ole Lund\nMay 14, 2015\n\n${MEETING}\n\n* * *\n\nMinisters meet again\nBy Ole Lund\nMay 21, 2015\n\n${MEETING}\n`,
    ],
    ["under datelines", `MALMO, May 14, 2015 (AP) - ${MEETING}\n\nMALMO, May 21, 2015 (AP) - ${MEETING}\n`],
  ])("two articles %s in one file, each with its own day", (_under, text) => {
    expect(events(text)).toEqual([MET, MET.replace("05-12", "05-19")]);
  });

  test("a text with a second date but no second article is one", () => {
    const text = `Ministers meet\nPublished: 14 May 2015\nUpdated: 15 May 2015\n\n${MEETING}\n\nMalmo, 16 May 2015\n`;
    expect([events(text), read(text).document.items]).toEqual([[MET], undefined]);
  });

  test("a page is dated by its markup, and what is no text of it is not read", () => {
    const hidden = MEETING.replace("Malmo", "Oslo");
    const page = `<!DOCTYPE html><html><head><meta property="article:published_time" content="2015-05-14T10:00:00Z"><script>if (a<b) { show("${hidden}") }</script></head><body><!-- <p>${hidden}</p> --><nav><p>${hidden}</p></nav><h1>Ministers meet &amp; talk</h1><p>${MEETING}</p><footer><p>${hidden}</p></footer></body></html>`;
    expect([read(page).document.published, read(page).document.title, events(page)]).toEqual([
      "2015-05-14",
      "Ministers meet & talk",
      [MET],
    ]);
  });

  test.each([
    [
      "Russian",
      " date 2015-05-14 Министры встретились\n\nМинистр иностранных дел Дании Ларс Хольм встретился в Мальмё с министром иностранных дел Швеции. Стороны обсудили рыболовство и торговлю.",
    ],
    [
      "French",
      " date 2015-05-14 Les ministres se rencontrent\n\nLe ministre danois des Affaires étrangères Lars Holm a rencontré mardi son homologue suédoise à Malmö pour discuter de la pêche et du commerce entre les deux pays.",
    ],
    [
      "German",
      " date 2015-05-14 Die Minister\n\nDer dänische Außenminister Lars Holm traf am Dienstag in Malmö seine schwedische Amtskollegin, um über die Fischerei und den Handel zu sprechen.",
    ],
    [
      "Spanish",
      " date 2015-05-14 Los ministros\n\nEl ministro danés de Exteriores, Lars Holm, se reunió el martes en Malmö con su homóloga sueca para hablar de la pesca.",
    ],
    [
      "Turkish",
      " date 2015-05-14 Bakanlar\n\nDanimarka Dışişleri Bakanı Lars Holm, salı günü Malmö kentinde İsveçli mevkidaşı ile bir araya geldi ve balıkçılık konusunu görüştü.",
    ],
  ])("%s is kept, and said not to be read", (_language, text) => {
    const { document, mentions, notes } = read(text);
    expect([document.published, mentions, notes]).toEqual([
      "2015-05-14",
      [],
      ["Only English is read; the document is kept without events."],
    ]);
  });

  test("a text without any event says so", () => {
    expect(
      read(report("Melt the butter in a pan, add the flour and stir until it is golden.")).notes,
    ).toEqual(["No diplomatic event was found in it."]);
  });

  test.each([
    "",
    " ",
    "\n\n",
    "\uFEFF",
    "a",
    "“",
    "((((",
    "-",
    "US-",
    "Mr.",
    "of of of of",
    "The President of",
  ])("%j is no trouble", (text) => {
    expect(read(text).mentions).toEqual([]);
  });
});

describe("whatever the text", () => {
  const word = fc.constantFrom(
    ..."the a of with and between met talks meeting visited said Minister President Foreign Oslo Norway Russian US - ’s ' , . ; : ( ) “ ” \" he who counterpart their delegation from Tuesday 2015 May 3 officials ceasefire agreement signed \n \n\n é 🙂 Mr. H.E. EU Lars Holmgaard".split(
      " ",
    ),
    "\n\n",
    "06.05.2012 - ",
  );
  const text = fc.array(word, { maxLength: 120 }).map((words) => words.join(" "));

  test("every source is a passage of the text, and reading again gives the same", () => {
    fc.assert(
      fc.property(text, (body) => {
        const once = read(body);
        expect(read(body)).toEqual(once);
        for (const m of once.mentions) {
          for (const { span } of [{ span: m.key }, ...m.sources]) {
            expect(span[0] >= 0 && span[0] < span[1] && span[1] <= body.length).toBe(true);
            expect(once.text.slice(...span).trim()).toBe(once.text.slice(...span));
          }
          expect(m.participants.length).toBeGreaterThan(0);
          expect(m.rules?.length).toBeGreaterThan(0);
          expect(m.confidence.reasons.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("quotes are of at most 25 words", () => {
    const long = "word ".repeat(26).trim();
    const said = (quote: string) =>
      read(report(`Foreign Minister Lars Holmgaard said: “${quote}.”`)).mentions[0]?.sources[0]?.quote;
    expect([said(long), said("We shall fish together")]).toEqual([undefined, "We shall fish together."]);
  });

  test("a text twice as long has twice the events", () => {
    const count = (times: number) => read(report(`${MEETING}\n\n`.repeat(times))).mentions.length;
    expect([count(200), count(400), count(800)]).toEqual([200, 400, 800]);
  });
});

describe("leaving a rule family out", () => {
  test("leaves out what it reads", () => {
    const raw = { file: "a.txt", bytes: new TextEncoder().encode(report(MEETING)) };
    const aids = { gazetteer, anchors: [] };
    expect(readDocument(raw, aids).mentions).toHaveLength(1);
    expect(readDocument(raw, aids, { without: ["met"] }).mentions).toHaveLength(0);
  });
});
