import { describe, expect, test } from "vitest";
import { openEngine } from "../../src/engine/index.ts";
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
