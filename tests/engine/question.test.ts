import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openNames } from "../../src/engine/names/index.ts";
import { readFields, readQuestion, tell } from "../../src/engine/question/index.ts";
import type { Context, Fields } from "../../src/model/engine.ts";
import type { Query } from "../../src/model/query.ts";
import { world } from "../fixtures/world.ts";

const names = openNames(world());
const context: Context = { today: "2024-02-29" };
const read = (words: string, previous?: Query) => readQuestion(words, { ...context, previous }, names);

/** How a question was understood, in words, with what was not. */
function understood(words: string, previous?: Query): string {
  const reading = read(words, previous);
  if (reading.kind === "which") return `which: ${reading.which.choices.map(({ name }) => name).join(" | ")}`;
  if (reading.kind === "unclear") return `unclear: ${reading.unclear.problem}`;
  const told = tell(reading.query, names);
  return reading.ignored.length === 0 ? told : `${told} (not understood: ${reading.ignored.join(", ")})`;
}

function queryOf(words: string): Query {
  const reading = read(words);
  if (reading.kind !== "query") throw new Error(`${words}: ${JSON.stringify(reading)}`);
  return reading.query;
}

describe("questions in plain words", () => {
  test.each([
    // who met whom
    ["Who met Inês Carvalho?", "People who met Inês Carvalho"],
    ["Whom has Carvalho met in Lisbon?", "People who met Inês Carvalho, in Lisbon"],
    ["Who did Aino Rautala meet with in 2021?", "People who met Aino Rautala, 1 January to 31 December 2021"],
    ["With whom did Wanjiru Odhiambo sit down in New York?", "People who met Wanjiru Odhiambo, in New York"],
    ["Who met whom in Lisbon?", "Who met whom, in Lisbon"],
    ["Who met in Lisbon?", "Who met whom, in Lisbon"],
    ["Which people met each other in Mombasa?", "Who met whom, in Mombasa"],
    ["Did Mello meet Kiplagat?", "Whether there were meetings of Duarte Mello and Joseph Kiplagat"],
    ["Have Mello and Kiplagat ever met?", "Whether there were meetings of Duarte Mello and Joseph Kiplagat"],
    [
      "Was there a meeting between Mello and Kiplagat?",
      "Whether there were meetings of Duarte Mello and Joseph Kiplagat",
    ],
    // when and where
    [
      "When did Aino Rautala first meet Carvalho?",
      "Dates of first meetings of Aino Rautala and Inês Carvalho",
    ],
    [
      "In which month did Aino Rautala last meet Carvalho?",
      "Months of last meetings of Aino Rautala and Inês Carvalho",
    ],
    [
      "When was the last time Aino Rautala met Carvalho?",
      "Dates of last meetings of Aino Rautala and Inês Carvalho",
    ],
    ["Where did Mello meet Kiplagat?", "Places of meetings of Duarte Mello and Joseph Kiplagat"],
    ["When and where did Mello meet Kiplagat?", "Meetings of Duarte Mello and Joseph Kiplagat"],
    ["Where was Echenique in 2019?", "Places of events of Tomás Echenique, 1 January to 31 December 2019"],
    ["Where did Echenique go?", "Places of events of Tomás Echenique"],
    // what happened
    ["What happened in Lisbon in May 2021?", "Events, in Lisbon, 1 to 31 May 2021"],
    ["What went on in Kenya?", "Events, in Kenya"],
    ["What happened between Portugal and Kenya?", "Events of Portugal and Kenya"],
    ["What was agreed on 8 March 2019 and who witnessed it?", "Agreements, 8 March 2019"],
    ["What is planned?", "Planned events"],
    ["Which events are coming up?", "Planned events"],
    ["What is the latest on Kenya?", "Newest events of Kenya"],
    ["What changed since 1 March 2023?", "Events, changed since 1 March 2023"],
    ["latest on Kenya", "Newest events of Kenya"],
    ["Any news about Chile?", "Newest events of Chile"],
    // statements
    ["What did Pertti Lind say about trade?", "Statements by Pertti Lind, on the topic of trade"],
    ["What has Lind said?", "Statements by Pertti Lind"],
    ["Where did Lind speak on 13 May 2021?", "Places of statements by Pertti Lind, 13 May 2021"],
    ["What did Helsinki say?", "Statements by Finland"],
    // direction
    ["Who visited Inês Carvalho?", "People who visited Inês Carvalho"],
    ["By whom was Inês Carvalho visited?", "People who visited Inês Carvalho"],
    ["Who paid a visit to Carvalho?", "People who visited Inês Carvalho"],
    ["Who did Carvalho receive a visit from?", "People who visited Inês Carvalho"],
    ["Who was hosted by Inês Carvalho?", "People who visited Inês Carvalho"],
    ["Whom did Echenique visit?", "People whom Tomás Echenique visited"],
    ["Who hosted Echenique?", "People whom Tomás Echenique visited"],
    ["Who received a visit from Echenique?", "People whom Tomás Echenique visited"],
    ["Who was visited by Echenique?", "People whom Tomás Echenique visited"],
    ["Who visited Mombasa?", "People who visited Mombasa"],
    ["Who was expected to visit Santiago?", "People expected to visit Santiago"],
    ["Who imposed sanctions on Chile?", "People who imposed sanctions on Chile"],
    ["Whom did Kenya sanction?", "People whom Kenya imposed sanctions on"],
    ["Who was sanctioned by Kenya?", "People whom Kenya imposed sanctions on"],
    ["Who gave Kenya humanitarian aid?", "People who gave humanitarian aid to Kenya"],
    ["Who telephoned Aino Rautala?", "People who telephoned Aino Rautala"],
    ["Who spoke to Aino Rautala by phone?", "People who telephoned Aino Rautala"],
    ["Who spoke with Aino Rautala?", "People who spoke with Aino Rautala"],
    // attendance
    ["Who attended the Nairobi talks?", "People in talks, in Nairobi"],
    ["Who did not come to the Nairobi talks?", "People who did not come to the talks, in Nairobi"],
    ["Who was unable to attend the talks in Nairobi?", "People who did not come to the talks, in Nairobi"],
    [
      "Who was absent from the Atlantic Forum?",
      "People who did not come to the events, at the Atlantic Forum",
    ],
    ["Who was expected at the Nairobi talks?", "People in planned talks, in Nairobi"],
    ["Which talks did Mello attend?", "Talks of Duarte Mello"],
    // flags, status, lists
    ["Which meetings were secret?", "Secret meetings"],
    ["Which talks were denied?", "Denied talks"],
    ["Which visits were cancelled or postponed?", "Cancelled or postponed visits"],
    ["Which ceasefires are mentioned?", "Ceasefires, of any status"],
    ["What were the secret Portugal–Kenya talks about?", "Topics of secret talks of Portugal and Kenya"],
    [
      "Did Portugal negotiate peace with Kenya?",
      "Whether there were negotiations of Portugal and Kenya, on the topic of peace",
    ],
    ["meetings about fishing", "Meetings, on the topic of fisheries"],
    ["Which foreign ministers visited Mombasa?", "Foreign ministers who visited Mombasa"],
    ["Which Finnish officials met Carvalho?", "People from Finland who met Inês Carvalho"],
    // numbers
    ["How many times did Mello meet Kiplagat?", "Number of meetings of Duarte Mello and Joseph Kiplagat"],
    ["How often did Mello meet Kiplagat?", "Number of meetings of Duarte Mello and Joseph Kiplagat"],
    ["How many people met Carvalho?", "Number of people in meetings of Inês Carvalho"],
    ["How many sources report the Portugal-Kenya talks?", "Number of sources on talks of Portugal and Kenya"],
    [
      "In how many cities did Mello meet Kiplagat?",
      "Number of places of meetings of Duarte Mello and Joseph Kiplagat",
    ],
    // order and time of other events
    ["Who was the first to visit Carvalho?", "First people who visited Inês Carvalho"],
    [
      "Who was the last country to visit Carvalho before Chile?",
      "Last countries who visited Inês Carvalho, before Chile did",
    ],
    ["After Aino Rautala, who met Carvalho?", "People who met Inês Carvalho, after Aino Rautala did"],
    [
      "Who met Carvalho in the same month as Wanjiru Odhiambo?",
      "People who met Inês Carvalho, in the same month as Wanjiru Odhiambo did",
    ],
    [
      "Who met Carvalho before the Nairobi talks?",
      "People who met Inês Carvalho, before the talks, in Nairobi",
    ],
    ["Who praised Portugal before 2020?", "People who praised Portugal, before 2020"],
    // one name, keywords
    ["Who is Pertti Lind?", "Profile of Pertti Lind"],
    ["Tell me about Duarte Mello", "Profile of Duarte Mello"],
    ["Carvalho Lisbon 2021", "Events of Inês Carvalho, in Lisbon, 1 January to 31 December 2021"],
    // governments
    ["Lisbon's talks with Nairobi", "Talks of Portugal and Kenya"],
    [
      "Did the Portuguese foreign minister meet the Kenyan president?",
      "Whether there were meetings of the foreign minister of Portugal and the president of Kenya",
    ],
    [
      "Who met the foreign ministers of Portugal and Finland?",
      "People who met the foreign minister of Portugal and the foreign minister of Finland",
    ],
    // courtesies, contractions, slips of the finger
    ["Hello, could you please tell me who met Inês Carvalho?", "People who met Inês Carvalho"],
    [
      "I'd like to know whether Mello met Kiplagat, please",
      "Whether there were meetings of Duarte Mello and Joseph Kiplagat",
    ],
    ["Who's Pertti Lind?", "Profile of Pertti Lind"],
    ["Who didn't come to the Nairobi talks?", "People who did not come to the talks, in Nairobi"],
    ["whoo met carvalho", "People who met Inês Carvalho"],
    ["Who vistied Mombasa?", "People who visited Mombasa"],
    ["Who met Carvahlo?", "People who met Inês Carvalho"],
    ["Who met Айно Раутала?", "People who met Aino Rautala"],
    ["**Who met** `Carvalho`? <@U123>", "People who met Inês Carvalho"],
    // named, not dropped
    ["Who met Carvalho xylophonically?", "People who met Inês Carvalho (not understood: xylophonically)"],
  ])("%s", (words, told) => {
    expect(understood(words)).toBe(told);
  });

  test("a name that fits several is offered as whole questions, each of which fits one", () => {
    const reading = read("When did Rautala's visit to Lisbon take place?");
    if (reading.kind !== "which") throw new Error(reading.kind);
    expect(reading.which.word).toBe("Rautala");
    expect(reading.which.choices.map(({ id }) => id)).toEqual(["aino-rautala", "mikko-rautala"]);
    for (const { id, question } of reading.which.choices)
      expect(queryOf(question).who).toEqual([{ entity: id, part: "visitor" }]);
  });

  test.each([
    ["", { problem: "empty" }],
    [" \u0000\u0007 ?! ", { problem: "empty" }],
    ["x".repeat(1_001), { problem: "too-long", limit: 1_000 }],
    ["Who met Zorblatt?", { problem: "unknown-name", word: "Zorblatt", near: [] }],
    ["Who met Carvalho on 31 June 2021?", { problem: "no-such-day", word: "31 June 2021" }],
    ["blah blubb", { problem: "not-understood", words: ["blah", "blubb"] }],
    ["Who did not meet Carvalho?", { problem: "not-understood", words: ["not"] }],
  ])("%j is unclear", (words, problem) => {
    expect(read(words)).toEqual({ kind: "unclear", unclear: problem });
  });

  test("a period that ends before it begins is named with its days", () => {
    expect(read("Who met Carvalho between 5 May 2021 and 1 May 2021?")).toEqual({
      kind: "unclear",
      unclear: { problem: "backwards-period", from: "2021-05-05", to: "2021-05-01" },
    });
  });

  test("any text is read without an error, and the same text the same way", () => {
    const word = fc.oneof(
      fc.constantFrom(
        ..."who met visited before after the first in same month as Carvalho Lisbon Rautala Portugal not talks 2021 and , ? as host by of what did".split(
          " ",
        ),
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const text = words.join(" ");
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a follow-up", () => {
  test.each([
    [
      "Who met Carvalho in 2021?",
      "and in 2022?",
      "People who met Inês Carvalho, 1 January to 31 December 2022",
    ],
    [
      "Who met Carvalho in 2021?",
      "And in Porto?",
      "People who met Inês Carvalho, in Porto, 1 January to 31 December 2021",
    ],
    ["Who met Carvalho?", "only calls", "People who telephoned Inês Carvalho"],
    [
      "Who met Carvalho in 2021?",
      "what about Mello?",
      "People who met Duarte Mello, 1 January to 31 December 2021",
    ],
    [
      "Did Mello meet Kiplagat?",
      "and Wanjiru Odhiambo?",
      "Whether there were meetings of Wanjiru Odhiambo and Joseph Kiplagat",
    ],
    ["Did Mello meet Kiplagat?", "when was that?", "Dates of meetings of Duarte Mello and Joseph Kiplagat"],
    ["Did Mello meet Kiplagat?", "Where was it?", "Places of meetings of Duarte Mello and Joseph Kiplagat"],
    ["Who is Pertti Lind?", "What did he say?", "Statements by Pertti Lind"],
    ["Who met Carvalho in 2021?", "Who visited Mombasa?", "People who visited Mombasa"],
  ])("%s %s", (first, next, told) => {
    expect(understood(next, queryOf(first))).toBe(told);
  });
});

describe("a command line", () => {
  test.each([
    ['met person:"Inês Carvalho" place:Lisbon period:2021', "Who met Inês Carvalho in Lisbon in 2021?"],
    ["met person:Carvalho", "Who met Carvalho?"],
    ["events place:Lisbon period:2021 kind:statement", "Statements in Lisbon in 2021"],
    ["events actor:Kenya status:planned", "Planned events of Kenya"],
    ["between a:Portugal b:Kenya period:2021", "What happened between Portugal and Kenya in 2021?"],
    ["itinerary person:Echenique period:2019", "Where was Echenique in 2019?"],
    ["profile name:Lind", "Who is Lind?"],
    ['ask question:"Who met Carvalho?"', "Who met Carvalho?"],
    ['timeline question:"What happened in Lisbon?"', "What happened in Lisbon?"],
  ])("%s asks what its question asks", (line, question) => {
    expect(read(line)).toEqual(read(question));
  });

  test("fields are read as the line is", () => {
    const fields: Fields = { person: "Carvalho", place: "Lisbon", period: "2021" };
    expect(readFields("met", fields, context, names)).toEqual(
      read("met person:Carvalho place:Lisbon period:2021"),
    );
  });

  test("a field that fits several is offered as whole lines", () => {
    const reading = read("met person:Rautala period:2021");
    if (reading.kind !== "which") throw new Error(reading.kind);
    expect(reading.which.choices.map(({ question }) => question)).toEqual([
      'met person:"Aino Rautala" period:"2021"',
      'met person:"Mikko Rautala" period:"2021"',
    ]);
  });

  test.each([
    ["met person:Zorblatt", { problem: "unknown-name", word: "Zorblatt", near: [] }],
    ["met person:Carvalho period:soonish", { problem: "not-understood", words: ["soonish"] }],
    ["events kind:dancing", { problem: "not-understood", words: ["dancing"] }],
    ["events period:2021-02-30", { problem: "no-such-day", word: "2021-02-30" }],
  ])("%s is unclear", (line, problem) => {
    expect(read(line)).toEqual({ kind: "unclear", unclear: problem });
  });
});
