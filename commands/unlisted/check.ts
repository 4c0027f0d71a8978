import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { exampleOf } from "../examples.ts";
import { replyOf } from "../reply/index.ts";
import { type Found, findIn } from "./find.ts";
import { matching } from "./match.ts";

/** "Check against the dataset": what a message names, and what is recorded of it. */
export const check: Command<Desk> = {
  group: "brief",
  name: "check",
  describe: "People, places and days in a text, and the events that match",
  example: exampleOf("check"),
  options: [{ name: "text", describe: "The text of a message", rest: true }],
  run: async ({ fields }, desk) => {
    const title = "Check against the dataset";
    const further = desk.again();
    if (further) return { ...replyOf(further, desk, { title, notes: [NO_VERDICT] }), title };
    const found = findIn(fields.text ?? "", desk);
    const match = matching(found, desk);
    if (match === undefined) return nothingIn(found, desk);
    const reply = replyOf(desk.answer(match.query), desk, {
      title,
      fields: fieldsOf(found),
      text: [`Events that match ${match.by.join(", ")}:`],
      notes: [NO_VERDICT],
    });
    return { ...reply, title };
  },
};

const NO_VERDICT =
  "Names, places and days are compared, not what the message claims: read the sources to judge it.";

function nothingIn(found: Found, { audience }: Desk): Reply {
  const fields = fieldsOf(found);
  return {
    title: "Check against the dataset",
    text: [
      fields.length === 0
        ? "The message names no person, place or day that this dataset knows. Nothing recorded to compare with."
        : "Nothing recorded that matches. That does not prove that nothing happened.",
    ],
    ...(fields.length > 0 && { fields }),
    audience,
  };
}

function fieldsOf({ actors, places, days, several }: Found): NonNullable<Reply["fields"]> {
  const named = [
    { name: "People and sides", value: actors.map(({ name }) => name).join(", ") },
    { name: "Places", value: places.map(({ name }) => name).join(", ") },
    { name: "Days", value: days.map(({ words }) => words).join(", ") },
    { name: "Borne by several, so left out", value: several.join(", ") },
  ];
  return named.filter(({ value }) => value !== "");
}
