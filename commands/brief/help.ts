import type { Desk } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Command, MenuEntry } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { exampleOf } from "../examples.ts";

export const help: Command<Desk> = {
  group: "brief",
  name: "help",
  describe: "What can be asked, and how a command is used",
  example: exampleOf("help"),
  options: [{ name: "command", describe: "A command's name", suggest: "command", rest: true }],
  run: async ({ fields }, { menu, audience }) => {
    const wanted = fields.command
      ?.toLowerCase()
      .replace(/^\//, "")
      .replace(/^brief /, "");
    if (wanted === undefined) return overview(menu, audience);
    const entry = menu.find((each) => nameOf(each) === wanted);
    return entry ? one(entry, audience) : overview(menu, audience, wanted);
  },
};

const nameOf = ({ group, name }: MenuEntry) => (group === "brief" ? name : `${group} ${name}`);
const lineOf = (entry: MenuEntry) =>
  entry.group === "brief" ? entry.example : `${entry.group} ${entry.example}`;

function overview(menu: readonly MenuEntry[], audience: Reply["audience"], unknown?: string): Reply {
  return {
    title: "What can be asked",
    text: [
      ...(unknown === undefined ? [] : [`There is no command “${cut(unknown, 40)}”.`]),
      "Ask in plain words, or with a command. Every line of an answer names its sources.",
    ],
    fields: menu.map((entry) => ({ name: nameOf(entry), value: `${entry.describe}. ${lineOf(entry)}` })),
    notes: [
      "Options are given as name:value, with quotation marks where a value has blanks.",
      "An answer can be followed up: “and in 2024?”, “only calls”.",
    ],
    audience,
  };
}

function one(entry: MenuEntry, audience: Reply["audience"]): Reply {
  return {
    title: nameOf(entry),
    text: [`${entry.describe}.`, `For example: ${lineOf(entry)}`],
    fields: entry.options.map(({ name, describe, required, choices }) => ({
      name: required ? `${name} (needed)` : name,
      value: choices ? `${describe}: ${choices.map(({ value }) => value).join(", ")}` : describe,
    })),
    audience,
  };
}
