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
