import { describe, expect, test } from "vitest";
import { openEngine } from "../../src/engine/index.ts";
import type { Entity } from "../../src/model/entity.ts";
import { events } from "../fixtures/events.ts";
import { at, event, when, who, world } from "../fixtures/world.ts";
import { said } from "./ask.ts";

const engine = openEngine(world());
const ask = (words: string) => engine.ask(words, { today: "2024-02-29" });

/** The kind of an answer and what it says. */
const told = (words: string) => {
  const briefing = ask(words);
  return [briefing.answer.kind, ...said(briefing)];
};

describe("a meeting whose text names a visitor", () => {
  const guest = event({
    id: "E-guest021",
    when: when("2021-06-01"),
    participants: [who("aino-rautala", "visitor"), who("joseph-kiplagat", "host")],
    places: [at("nairobi")],
  });
  const hosting = openEngine(world([...events, guest]));
  test.each([
    ["Did Aino Rautala visit Nairobi?", ["whether", "yes"]],
    ["When did Kiplagat receive Aino Rautala?", ["dates", "2021-06-01"]],
    ["Who hosted Aino Rautala in Kenya?", ["people", "Joseph Kiplagat"]],
    ["Who visited Kenya in 2021?", ["people", "Aino Rautala"]],
    ["Which visits were there in 2021?", ["events", "E-guest021"]],
  ])("was on a visit: %s", (question, answer) => {
    const briefing = hosting.ask(question, { today: "2024-02-29" });
    expect([briefing.answer.kind, ...said(briefing)]).toEqual(answer);
  });
});

describe("whoever denied something is told from those who would have taken part in it", () => {
  test.each([
    ["Did Carvalho deny anything?", ["whether", "yes"]],
    ["Did Kenya deny anything?", ["whether", "not recorded"]],
    ["What did Inês Carvalho deny?", ["events", "E-denied21"]],
    ["Who denied the talks?", ["people", "Inês Carvalho"]],
    ["Were talks between Portugal and Kenya denied?", ["whether", "yes"]],
  ])("%s", (question, answer) => expect(told(question)).toEqual(answer));
});

describe("more than one question", () => {
  test.each([
    ["Who met Mello and who met Kiplagat?", ["Who met Mello?", "Who met Kiplagat?"]],
    ["Who met Mello? When did Lind speak?", ["Who met Mello?", "When did Lind speak?"]],
    ["Did Carvalho meet Mello or Kiplagat?", ["Did Carvalho meet Mello?", "Did Carvalho meet Kiplagat?"]],
    ["Did Carvalho meet both Mello and Lind?", ["Did Carvalho meet Mello?", "Did Carvalho meet Lind?"]],
    ["Did Mello meet Kiplagat and was Lind in Porto?", ["Did Mello meet Kiplagat?", "Was Lind in Porto?"]],
    ["Compare meetings of Mello and Lind", ["Meetings of Mello", "Meetings of Lind"]],
  ])("%s", (question, questions) => {
    const { answer, notes, suggestions } = ask(question);
    expect([answer.kind, notes, suggestions]).toEqual([
      "unclear",
      ["That is more than one question. Ask each by itself."],
      questions,
    ]);
  });

  test("is none where the second goes on about the same events", () => {
    expect(ask("Who met Mello and where did they meet?").understood).toBe("Meetings of Duarte Mello");
    expect(ask("Did both Finland and Kenya meet Portugal?").understood).toBe(
      "Whether there were meetings of Finland, Kenya and Portugal",
    );
  });
});

describe("what is put as a claim", () => {
  test.each([
    [
      "Is it true that Mello met Kiplagat?",
      "Whether there were meetings of Duarte Mello and Joseph Kiplagat",
    ],
    ["Mello met Kiplagat, right?", "Whether there were meetings of Duarte Mello and Joseph Kiplagat"],
    ["Lind spoke in Turku, didn't he?", "Whether there were statements by Pertti Lind, in Turku"],
  ])("%s", (question, understood) => {
    expect(ask(question).understood).toBe(understood);
  });
});

describe("a document", () => {
  test.each([
    ["What did the Lisbon Courier report?", "Events, according to document D-a1a1a1"],
    ["What does the Nairobi Ledger say?", "Events, according to document D-b2b2b2, of any status"],
    ["According to the Nairobi Ledger, who met whom?", "Who met whom, according to document D-b2b2b2"],
    [
      "What did Lind say in the Lisbon Courier story?",
      "Statements by Pertti Lind, according to document D-a1a1a1",
    ],
    [
      "What does the article “quiet contacts between Lisbon” say?",
      "Events, according to document D-a1a1a1, of any status",
    ],
    ["Who said “calm waters”?", "People as speaker in statements, with the words “calm waters”"],
  ])("%s", (question, understood) => {
    const briefing = ask(question);
    expect([briefing.understood, briefing.notes.filter((note) => /understood|Read/.test(note))]).toEqual([
      understood,
      [],
    ]);
  });
});

describe("offices of somebody", () => {
  test.each([
    "Was Carvalho foreign minister in 2021?",
    "Which offices did Inês Carvalho hold?",
    "What is Carvalho's job?",
    "Is Carvalho still the foreign minister of Portugal?",
  ])("%s", (question) => {
    const { understood, answer } = ask(question);
    expect([understood, answer.kind]).toEqual(["Profile of Inês Carvalho", "entity"]);
  });
});

describe("small letters throughout", () => {
  test.each([
    ["when did carvallho meet mello", "Dates of meetings of Inês Carvalho and Duarte Mello"],
    ["us kenya talks", "Talks of the United States and Kenya"],
    ["tell us mello's meetings", "Meetings of Duarte Mello"],
  ])("%s", (question, understood) => {
    expect(ask(question).understood).toBe(understood);
  });
});

describe("who, how long and why", () => {
  test.each([
    ["Who from Finland was in Lisbon?", ["people", "Aino Rautala", "Finland"]],
    ["What did Portugal witness?", ["events", "E-accord19"]],
    ["How many countries witnessed the agreement?", ["number", 1]],
    ["How long did the secret talks last?", ["dates", "2020-11~/2021-05"]],
    ["When did the secret talks start?", ["dates", "2020-11~/2021-05"]],
    ["When is Mello due in Nairobi?", ["dates", "2023-04-19"]],
    ["Why was Aino Rautala absent?", ["events", "E-plan0023"]],
    ["How many documents are there?", ["number", 4]],
    ["What was on the agenda of the talks in Turku?", ["topics", "fisheries", "security"]],
  ])("%s", (question, answer) => {
    expect(told(question)).toEqual(answer);
  });
});

describe("an agreement", () => {
  test.each([
    ["Who signed the agreement with Kiplagat?", ["people", "African Union"]],
    ["Did Portugal sign the agreement with Kiplagat?", ["whether", "not recorded"]],
    ["Who witnessed the agreement with Kiplagat?", ["people", "Portugal", "United Nations"]],
  ])("is signed by its parties, not by its witnesses: %s", (question, answer) => {
    expect(told(question)).toEqual(answer);
  });
});

describe("what is ahead", () => {
  test.each([
    ["Who will travel to Nairobi?", ["people", "Duarte Mello"]],
    ["Where will Mello meet Kenya?", ["places", "Nairobi"]],
    ["Has Mello visited Mombasa before?", ["whether", "yes"]],
  ])("%s", (question, answer) => {
    expect(told(question)).toEqual(answer);
  });
});

test("beside those asked for stands only what tells of such", () => {
  expect(ask("Who were the witnesses in 2019?").also).toEqual([]);
});

describe("somebody of somebody", () => {
  test.each([
    ["What did Mello's spokesman say?", "Statements of Duarte Mello in any part, with the words “spokesman”"],
    ["Who met Mello's wife?", "Not understood: Who met Mello's wife?"],
    ["What did Mello's cousin say?", "Not understood: What did Mello's cousin say?"],
  ])("is not that somebody: %s", (question, understood) => {
    expect(ask(question).understood).toBe(understood);
  });

  test("a body of another country is nobody known", () => {
    const base = world();
    const embassy: Entity = {
      id: "embassy",
      kind: "organisation",
      name: "Embassy of Kenya in Lisbon",
      aliases: ["Embassy"],
      country: "KE",
      offices: [],
    };
    const { ask } = openEngine({ ...base, entities: new Map([...base.entities, ["embassy", embassy]]) });
    const today = "2024-02-29";
    const { answer, notes } = ask("What did the Chilean embassy say?", { today });
    expect([answer.kind, notes]).toEqual([
      "unclear",
      ["“Chilean embassy” is not known here. Close to it: Embassy of Kenya in Lisbon."],
    ]);
    expect(ask("What did the Kenyan embassy say?", { today }).understood).toBe(
      "Statements by Embassy of Kenya in Lisbon",
    );
  });
});

describe("what documents tell in their own way", () => {
  test("is found by the verbs for what was said", () => {
    const { understood, answer } = ask("What did Lind warn about?");
    expect([understood, answer.values.length]).toEqual(["Topics of statements by Pertti Lind", 2]);
    expect(ask("What did Lind warn about?").notes).toContain(
      "Nothing recorded: Topics of threats by Pertti Lind.",
    );
    expect(told("Did Lind threaten Kenya?")).toEqual(["whether", "not recorded"]);
  });

  test("a host's guests came to a meeting too", () => {
    expect(told("Whom did Carvalho host in May 2021?")).toEqual([
      "people",
      "Aino Rautala",
      "Wanjiru Odhiambo",
    ]);
  });
});

describe("words that ask for nothing in the dataset", () => {
  test.each(["hello", "Thanks a lot!", "what can you do?", "What do you know?", "who are you"])(
    "%s",
    (words) => {
      expect(ask(words).notes).toEqual(["There is no question in it. “help” shows what can be asked."]);
    },
  );

  test("are named as they were typed", () => {
    expect(ask("nothing").notes).toEqual(["Not understood: nothing."]);
  });
});

test("a follow-up of another kind leaves the parts of the kind before", () => {
  const previous = ask("Who visited Carvalho?").query ?? undefined;
  const { understood } = engine.ask("only calls", { today: "2024-02-29", previous });
  expect(understood).toBe("People who telephoned Inês Carvalho");
});

describe("fewer words, or others", () => {
  test.each([
    ["Mello itinerary", "Places of events of Duarte Mello"],
    ["Mello's timeline", "Events of Duarte Mello"],
    ["When was the agreement witnessed by Portugal signed?", "Dates of agreements of Portugal as witness"],
    ["Who are the participants of the Atlantic Forum?", "People in events, at the Atlantic Forum"],
    [
      "Who was the last Finnish foreign minister to meet Carvalho?",
      "Last foreign ministers from Finland who met Inês Carvalho",
    ],
    ["Was Chile discussed?", "Whether there were talks, with the words “Chile”"],
    ["What happened in the week of 14 April 2021?", "Events, 12 to 18 April 2021"],
    ["who met mello & where", "Meetings of Duarte Mello"],
    ["Who speaks for Kenya?", "Profile of the spokesperson of Kenya, 29 February 2024"],
  ])("%s", (question, understood) => {
    expect(ask(question).understood).toBe(understood);
  });

  test("a foreign minister is a minister", () => {
    const met = { ask: "people", who: [{ entity: "ines-carvalho" }], kinds: ["met"] } as const;
    const asked = (office: string) =>
      said(engine.answer({ ...met, asked: { office } }, { today: "2024-02-29" }));
    expect(asked("minister")).toEqual(asked("foreign-minister"));
    expect(asked("minister")).toContain("Aino Rautala");
  });
});

test("who reported something is its sources", () => {
  expect(ask("Who reported the secret talks?").events[0]?.sources.map(({ publisher }) => publisher)).toEqual([
    "Lisbon Courier",
    "Nairobi Ledger",
  ]);
});
