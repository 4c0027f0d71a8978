import { expect, test } from "vitest";
import { actOf } from "../../adapters/console/request.ts";
import type { Reply } from "../../src/chat/reply.ts";

const list: Reply = {
  title: "Events",
  items: [
    { id: "E-one", what: "One.", cites: [1] },
    { id: "E-two", what: "Two.", cites: [1] },
  ],
  page: { page: 2, pages: 3, first: 11, last: 12, total: 25 },
  buttons: [
    { verb: "more", label: "More", page: 3 },
    { verb: "followup", label: "When?", value: "and when?" },
    { verb: "followup", label: "Where?", value: "and where?" },
  ],
  choices: { verb: "event", prompt: "Open an event", options: [{ value: "E-one", label: "One." }] },
  receipt: "r1",
  audience: "private",
};

const menu: Reply = {
  title: "Which?",
  choices: {
    verb: "pick",
    prompt: "Which is meant?",
    options: [
      { value: "aino", label: "Aino" },
      { value: "mikko", label: "Mikko" },
    ],
  },
  receipt: "r2",
  audience: "private",
};

const line = (text: string) => ({ kind: "line", text, follows: true });

test.each([
  ["more", list, { kind: "press", verb: "more", receipt: "r1", page: 3 }],
  ["MORE ", list, { kind: "press", verb: "more", receipt: "r1", page: 3 }],
  ["where?", list, { kind: "press", verb: "followup", receipt: "r1", value: "and where?" }],
  ["12", list, { kind: "press", verb: "event", receipt: "r1", value: "E-two" }],
  ["2", menu, { kind: "press", verb: "pick", receipt: "r2", value: "mikko" }],
  ["3", menu, line("3")],
  ["2021", list, line("2021")],
  ["followup", list, line("followup")],
  ["Who met Aino?", list, line("Who met Aino?")],
  ["2", undefined, line("2")],
  ["more", undefined, "no-more"],
  ["back", list, "no-more"],
  ["quit", list, "quit"],
  [" Exit", undefined, "quit"],
])("%s", (typed, last, act) => {
  expect(actOf(typed, last)).toEqual(act);
});

test("a word that a button offered before is too late, unless it is a command or waits again", () => {
  const offered = new Set(["confirm"]);
  const open: Reply = { ...list, buttons: [{ verb: "confirm", label: "Confirm", value: "v" }] };
  expect(actOf("confirm", list, offered)).toBe("too-late");
  expect(actOf("confirm", open, offered)).toMatchObject({ kind: "press", verb: "confirm" });
  expect(actOf("network", list, offered)).toMatchObject({ kind: "line", text: "network" });
});
