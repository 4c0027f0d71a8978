import { describe, expect, test } from "vitest";
import { openEngine } from "../../src/engine/index.ts";
import { world } from "../fixtures/world.ts";
import { said } from "./ask.ts";

const engine = openEngine(world());
const ask = (words: string) => engine.ask(words, { today: "2024-02-29" });

/** The kind of an answer and what it says. */
const told = (words: string) => {
  const briefing = ask(words);
  return [briefing.answer.kind, ...said(briefing)];
};

describe("a predicate that is not understood", () => {
  test.each([
    ["Did Kiplagat abdicate?", "Not understood: abdicate."],
    ["Has Mello ever flattered Kiplagat?", "Not understood: flattered."],
    ["Is Pertti Lind a genius?", "Not understood: genius."],
    ["Did Kiplagat swallow the truce?", "Not understood: swallow."],
    ["Who outsmarted Mello?", "Not understood: outsmarted."],
    ["When did Carvalho sneeze?", "Not understood: sneeze."],
    ["What did Kiplagat paint?", "Not understood: paint."],
  ])("%s", (question, note) => {
    const { answer, notes } = ask(question);
    expect([answer.kind, notes]).toEqual(["unclear", [note]]);
  });

  test("leaves what is asked of all events alone", () => {
    expect(told("Were there events of Pertti Lind?")).toEqual(["whether", "yes"]);
    expect(told("Was Wanjiru Odhiambo in New York?")).toEqual(["whether", "yes"]);
  });
});

describe("words for what became of an event", () => {
  test.each([
    ["Which talks fell apart?", "Cancelled talks"],
    ["What visits were called off?", "Cancelled visits"],
    ["Which visits have fallen through?", "Cancelled visits"],
    ["Whose visit was scrapped?", "People in cancelled visits"],
    ["Which talks of Chile were put off?", "Postponed talks of Chile"],
    ["Which talks were shelved?", "Postponed talks"],
    ["Which meetings were rebuffed?", "Declined meetings"],
    ["Which proposals were turned down?", "Declined events"],
    ["What proposals did Finland make?", "Proposed events of Finland"],
  ])("%s", (question, understood) => {
    expect(ask(question).understood).toBe(understood);
  });
});

describe("a city before its event", () => {
  test("is where it was, also after an auxiliary", () => {
    expect(ask("Did the Nairobi talks take place?").understood).toBe("Whether there were talks, in Nairobi");
    expect(ask("Will the Porto talks go ahead?").understood).toBe("Whether there were talks, in Porto");
    expect(ask("Lisbon's talks with Kenya").understood).toBe("Talks of Portugal and Kenya");
    expect(ask("Did Lisbon talk to Nairobi?").understood).toContain("Portugal and Kenya");
  });
});

describe("a period of which one end has a year", () => {
  test.each([
    [
      "What happened from 10 May to 3 May 2021?",
      "The period ends before it starts: 10 May 2021 to 3 May 2021.",
    ],
    [
      "What happened from 10 May 2021 to 3 May?",
      "The period ends before it starts: 10 May 2021 to 3 May 2021.",
    ],
  ])("%s", (question, note) => {
    const { answer, notes } = ask(question);
    expect([answer.kind, notes]).toEqual(["unclear", [note]]);
  });

  test("may run over the turn of a year", () => {
    expect(ask("What happened from November to February 2021?").understood).toBe(
      "Events, 1 November 2020 to 28 February 2021",
    );
  });
});

describe("letters", () => {
  test.each([
    ["WHO MET INÊS CARVALHO?", "People who met Inês Carvalho"],
    ["WHO MET THE US SECRETARY OF STATE?", "People who met the secretary of state of the United States"],
    ["Who Met Inês Carvalho In Lisbon?", "People who met Inês Carvalho, in Lisbon"],
    ["who met the us secretary of state", "People who met the secretary of state of the United States"],
    ["\u001b[31mWho met Mello?\u001b[0m", "People who met Duarte Mello"],
    ["[1;32mWho met Mello?[0m", "People who met Duarte Mello"],
  ])("%s", (question, understood) => {
    expect(ask(question).understood).toBe(understood);
  });
});

describe("who exactly is asked for", () => {
  test.each([
    ["Who came to Nairobi?", "Guests in events, in Nairobi"],
    ["Who was expected in Nairobi?", "Guests in planned events, in Nairobi"],
    ["Did Mello travel to Mombasa?", "Whether there were events of Duarte Mello, in Mombasa"],
    ["Which anonymous officials are there?", "Unnamed people in events"],
    ["Which officials were not named?", "Unnamed people in events"],
    ["Which Kenyans met Inês Carvalho?", "People from Kenya who met Inês Carvalho"],
    ["How many Finns met Carvalho?", "Number of people from Finland in meetings of Inês Carvalho"],
    ["What was the trilateral about?", "Topics of trilateral meetings"],
    ["Which bilateral talks did Kenya hold?", "Bilateral talks of Kenya"],
    [
      "Was a meeting of the ambassador with Kiplagat proposed?",
      "Whether there were proposed meetings of Joseph Kiplagat, with the words “ambassador”",
    ],
  ])("%s", (question, understood) => {
    const briefing = ask(question);
    expect(briefing.understood).toBe(understood);
    expect(ask(understood).query).toEqual(briefing.query);
  });

  test("guests are neither hosts nor of that country", () => {
    expect(told("Who came to Lisbon?")).toEqual([
      "people",
      "Tomás Echenique",
      "Aino Rautala",
      "Finland",
      "Kenya",
      "Wanjiru Odhiambo",
    ]);
    expect(told("Who is expected in Nairobi?")).toEqual(["people", "Duarte Mello"]);
    expect(told("Did Wanjiru Odhiambo go to New York?")).toEqual(["whether", "yes"]);
  });

  test("sides are counted by country", () => {
    expect(told("Which trilateral meetings were there?")).toEqual(["events", "E-forum021", "E-trio0022"]);
  });
});

describe("offices at a date", () => {
  test.each([
    ["Who was the foreign minister of Portugal in 2021?", ["entity", "Inês Carvalho"]],
    ["Who was Portugal's foreign minister in 2022?", ["entity", "Inês Carvalho", "Duarte Mello"]],
    ["Who is the president of Kenya?", ["entity", "Joseph Kiplagat"]],
    ["Who was the Finnish foreign minister before 2019?", ["entity", "Heikki Salo"]],
    ["Who were the foreign ministers of Finland?", ["entity", "Heikki Salo", "Aino Rautala"]],
    ["president of Kenya", ["entity", "Joseph Kiplagat"]],
    ["Who is the president of Portugal?", ["nothing"]],
  ])("%s", (question, answer) => {
    expect(told(question)).toEqual(answer);
    const { query, understood } = ask(question);
    expect(ask(understood).query).toEqual(query);
  });

  test("say that they are from the table and from no document", () => {
    expect(ask("Who is the president of Kenya?").notes[0]).toBe(
      "From the table of office holders in the gazetteer, not from a document.",
    );
  });
});

describe("wording", () => {
  test("a code is told by its name, and read back", () => {
    const query = { ask: "events", kinds: ["cameo:125"] } as const;
    expect(engine.tell(query)).toBe(
      "Events of kind Reject proposal to meet, discuss, or negotiate (CAMEO125)",
    );
    expect(engine.read(engine.tell(query), { today: "2024-02-29" })).toMatchObject({ query, ignored: [] });
  });

  test("an office is called as its country calls it", () => {
    expect(ask("Who met the US foreign minister?").understood).toBe(
      "People who met the secretary of state of the United States",
    );
  });

  test("open dates and days of an evidence are in words", () => {
    expect(ask("Who met Wanjiru Odhiambo in 2020?").notes.join(" ")).not.toMatch(/\.\.\/|\/\.\./);
    expect(ask("Which meetings of Aino Rautala and Wanjiru Odhiambo were there?").notes).toContain(
      "The date until 30 June 2020 is limited only by the publication: before the speech of 30 June 2020 that tells of it.",
    );
  });

  test("a series says how little its number tells", () => {
    const { notes } = ask("How many times did Aino Rautala meet Wanjiru Odhiambo?");
    expect(notes).toContain(
      "One event tells of several meetings as one; how many they were is not recorded.",
    );
  });
});

describe("those without a name", () => {
  test("are found by what they are, and bodies by whose they are", () => {
    expect(ask("What did the Chilean diplomat say?").understood).toBe(
      "Statements by a senior Chilean diplomat",
    );
  });
});

describe("what is not known here", () => {
  test("a misspelt word is put right and said", () => {
    expect(ask("Who met Carvallho?").notes[0]).toBe("Read “Carvallho” as Inês Carvalho.");
    expect(ask("Who mett Mello?").notes[0]).toBe("Read “mett” as meet.");
  });

  test("a place is never read as anything else", () => {
    const { answer, notes } = ask("Who met Inês Carvalho in Atlanticc?");
    expect([answer.kind, notes[0]]).toEqual([
      "unclear",
      expect.stringContaining("“Atlanticc” is not known here."),
    ]);
    expect(ask("Who met Carvalho in Lisbonn?").notes[0]).toBe("Read “Lisbonn” as Lisbon.");
  });

  test.each([
    "Wer traf Carvalho?",
    "Qui a rencontré Mello?",
    "Quién se reunió con Mello?",
    "Кто встретил Раутала?",
  ])("%s is not English", (question) => {
    const { answer, notes } = ask(question);
    expect(answer.kind).toBe("unclear");
    expect(notes[0]).toContain("Questions are read in English only.");
  });
});

describe("words that must stand in an event", () => {
  test("stand there in either number", () => {
    expect(told("What did Lind say about waters?")).toEqual(told("What did Lind say about the water?"));
    expect(told("What did Lind say about waters?")).toEqual(["events", "E-lind0022"]);
  });
});

describe("what to try instead", () => {
  test.each([
    ["What happened on 31 June 2022?", "What happened on 30 June 2022?"],
    ["What happened from 9 May 2021 to 2 May 2021?", "What happened from 2 May 2021 to 9 May 2021?"],
    ["Did Kiplagat abdicate?", "Profile of Joseph Kiplagat"],
    ["Who met Zzyzx?", "Who met Joseph Kiplagat?"],
    ["Who met Inês Carvalho in Atlantide?", "Who met Inês Carvalho in Lisbon?"],
  ])("%s", (question, line) => {
    expect(ask(question).suggestions[0]).toBe(line);
  });

  test("newest first, with what has only an end by its end", () => {
    const values = told("newest events of Wanjiru Odhiambo");
    expect(values.indexOf("E-undated0")).toBeLessThan(values.indexOf("E-tour0020"));
  });
});
