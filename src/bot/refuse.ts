import type { Group, MenuEntry, Option } from "../chat/command.ts";
import { RECEIPT_DAYS } from "../chat/memory.ts";
import type { Form, FormField, Reply } from "../chat/reply.ts";
import type { Fields } from "../model/engine.ts";
import { cut } from "./words/clean.ts";
import type { Checked } from "./words/fields.ts";
import type { Unfit } from "./words/line.ts";
import { explain } from "./words/unclear.ts";

/** The line that calls a command, as one types it: `/digest create …`, and for `brief` the name alone. */
export const exampleOf = ({ group, example }: MenuEntry): string =>
  group === "brief" ? example : `${group} ${example}`;

const plain = (title: string, text: readonly string[]): Reply => ({ title, text, audience: "private" });

/** A typed line that a command does not take, with what it takes. */
export function unfit(command: MenuEntry, problem: Unfit): Reply {
  return plain("Not understood", [sentence(command, problem), takes(command), example(command)]);
}

function sentence(command: MenuEntry, problem: Unfit): string {
  switch (problem.kind) {
    case "unknown-option":
      return `“${command.name}” has no option “${cut(problem.option, 40)}”.`;
    case "given-twice":
      return `“${problem.option}” is there twice; give it once.`;
    case "loose-words":
      return `“${cut(problem.words, 60)}” belongs to no option. Put it after a name and a colon, in quotation marks where it has blanks.`;
  }
}

/** Fields that a command can't be called with. What is missing is asked for in a form. */
export function misfit(command: MenuEntry, checked: Exclude<Checked, { kind: "fit" }>, given: Fields): Reply {
  switch (checked.kind) {
    case "unknown-option":
      return unfit(command, { kind: "unknown-option", option: checked.option });
    case "missing": {
      const needs = checked.options.map(({ name, describe }) => `${name} (${lower(describe)})`).join(", ");
      const text = [`“${command.name}” needs ${needs}.`, example(command)];
      return { ...plain(heading(command), text), form: formOf(command, given) };
    }
    case "no-choice": {
      const choices = checked.option.choices?.map(({ value }) => value).join(", ");
      return plain("Not understood", [
        `“${cut(checked.value, 60)}” is no ${checked.option.name}. It is one of: ${choices}.`,
        example(command),
      ]);
    }
    case "no-number":
      return plain("Not understood", [
        `“${cut(checked.value, 60)}” is no number for ${checked.option.name}.`,
        example(command),
      ]);
  }
}

const heading = ({ group, name }: MenuEntry) => (group === "brief" ? name : `${group} ${name}`);
const example = (command: MenuEntry) => `For example: ${exampleOf(command)}`;
const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

function takes(command: MenuEntry): string {
  if (command.options.length === 0) return `“${command.name}” takes no options.`;
  return `It takes ${command.options.map(({ name }) => name).join(", ")}.`;
}

/** A command's options as a form. Its name brings the filled form back to the command. */
export function formOf(command: MenuEntry, given: Fields = {}): Form {
  return {
    name: `${command.group} ${command.name}`,
    title: heading(command),
    fields: command.options.map((option) => fieldOf(option, given[option.name])),
  };
}

function fieldOf(option: Option, value: string | undefined): FormField {
  const { name, describe, required, type, choices, suggest, long } = option;
  return {
    name,
    label: name,
    hint: describe,
    ...(value && { value }),
    required: required ?? false,
    type: choices ? "choice" : suggest ? "suggest" : type === "file" ? "file" : long ? "text" : "line",
    ...(choices && { choices }),
    ...(suggest && { suggest }),
  };
}

/** A group named alone, or with a word that is none of its commands. */
export function groupOnly(group: Group, word: string | undefined, menu: readonly MenuEntry[]): Reply {
  const commands = menu.filter((entry) => entry.group === group);
  const unknown = word === undefined ? [] : [`“${cut(word, 40)}” is no command of ${group}.`];
  if (commands.length === 0) return plain(group, [...unknown, `There are no commands of ${group} here.`]);
  return {
    ...plain(group, [...unknown, "These are its commands:"]),
    fields: commands.map((command) => ({ name: heading(command), value: command.describe })),
  };
}

/** A command that is not there: an old menu, or one of another version. */
export const noCommand = (name: string): Reply =>
  plain("Not known", [`There is no command “${cut(name, 40)}”. “help” lists those there are.`]);

export const nothingAsked = (): Reply => plain("Nothing asked", explain({ problem: "empty" }));

export const tooFast = (seconds: number): Reply =>
  plain("One moment", [
    `That were many requests at once. Ask again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`,
  ]);

export const receiptGone = (): Reply =>
  plain("No longer known", [
    `This answer is not kept any more: its buttons work for ${RECEIPT_DAYS} days. Ask the question again.`,
  ]);

export const notYours = (): Reply =>
  plain("Somebody else's answer", [
    "This answer belongs to the person who asked for it. Ask the question yourself to have one of your own.",
  ]);

export const brokeDown = (incident: string): Reply =>
  plain("Something broke", [
    `The question could not be answered; the fault is ours. Try once more, and if it happens again, tell whoever runs this bot the incident number ${incident}.`,
  ]);
