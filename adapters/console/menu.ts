import type { MenuEntry } from "../../src/chat/command.ts";
import type { Bot } from "../../src/chat/platform.ts";
import type { Asker, SuggestRequest } from "../../src/chat/request.ts";
import { COMPLETIONS } from "./limits.ts";

/**
 * What the tabulator key may put in the place of the last part of a line: a command, an option of it, a value of
 * an option, or a name. The second of the pair is the part that is replaced, as `node:readline` wants it.
 */
export function complete(line: string, bot: Bot, asker: Asker): [string[], string] {
  const command = commandOf(line, bot.menu);
  const open = /(?:^|\s)([a-z]+):("?)([^":]*)$/i.exec(line);
  const option = open && command?.options.find(({ name }) => name === open[1]?.toLowerCase());
  if (open && option) {
    const typed = open[3] ?? "";
    const values = option.choices
      ? option.choices.map(({ value }) => value).filter((value) => value.startsWith(typed))
      : suggest(option.suggest, typed, bot, asker);
    return [values.map(quoted), `${open[2]}${typed}`];
  }
  const word = /\S*$/.exec(line)?.[0] ?? "";
  const first = line.trimStart() === word;
  const options = command?.options.map(({ name }) => `${name}:`) ?? [];
  const words = first ? bot.menu.map(lineName) : options;
  const known = words.filter((each) => word !== "" && each.startsWith(word.toLowerCase()));
  if (known.length > 0) return [known, word];
  if (word.length < 2) return [[], word];
  const names = [...suggest("actor", word, bot, asker), ...suggest("place", word, bot, asker)];
  return [[...new Set(names)].slice(0, COMPLETIONS), word];
}

/** A command as a line calls it: what is of `brief` goes by its name alone. */
export const lineName = ({ group, name }: MenuEntry) => (group === "brief" ? name : `${group} ${name}`);
const quoted = (value: string) => (/\s/.test(value) ? `"${value}"` : value);

function commandOf(line: string, menu: readonly MenuEntry[]): MenuEntry | undefined {
  const typed = line.trimStart().replace(/^\/?(?:brief\s+)?/i, "");
  return menu.find((entry) => `${typed} `.toLowerCase().startsWith(`${lineName(entry)} `));
}

function suggest(kind: SuggestRequest["kind"] | undefined, typed: string, bot: Bot, asker: Asker): string[] {
  if (kind === undefined) return [];
  return bot.suggest({ kind, typed, limit: COMPLETIONS, asker }).map(({ value }) => value);
}
