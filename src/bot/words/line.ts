import { GROUPS, type Group, type MenuEntry } from "../../chat/command.ts";
import type { Fields } from "../../model/engine.ts";

/** What a typed line turned out to be. `unfit` names what the command does not take. */
export type Line =
  | { readonly kind: "question"; readonly text: string }
  | {
      readonly kind: "command";
      readonly group: Group;
      readonly name: string;
      readonly fields: Fields;
    }
  | { readonly kind: "group"; readonly group: Group; readonly word?: string }
  | { readonly kind: "unfit"; readonly command: MenuEntry; readonly problem: Unfit };

export type Unfit =
  | { readonly kind: "unknown-option"; readonly option: string }
  | { readonly kind: "given-twice"; readonly option: string }
  | { readonly kind: "loose-words"; readonly words: string };

type Token = { readonly key?: string; readonly value: string; readonly quoted: boolean };

/**
 * Reads a typed line: `met "Ann Example" place:Oslo period:"last week"`. The group may stand before the
 * command, with or without a slash; without it the group is `brief`. A first word that is no command makes the
 * line a question. Words that name no option go to the option marked `rest`; where that one is given already,
 * they belong to the value before them (`place:New York`). Straight, curly and angled quotation marks are alike.
 */
export function readLine(text: string, menu: readonly MenuEntry[]): Line {
  const line = text.trim();
  const head = /^\/?(\S+)\s*(.*)$/s.exec(line);
  const group = GROUPS.find((name) => name === head?.[1]?.toLowerCase());
  if (group === undefined || head === null) return inGroup(line.replace(/^\//, ""), "brief", menu);
  const after = head[2] ?? "";
  if (after === "") return { kind: "group", group };
  const read = inGroup(after, group, menu);
  // "brief the minister on …" is no call of the group; "/brief who met …" is one.
  if (read.kind === "question" && group === "brief" && !line.startsWith("/")) {
    return { kind: "question", text: line };
  }
  if (read.kind === "question" && group !== "brief") {
    return { kind: "group", group, word: after.split(/\s/)[0] ?? "" };
  }
  return read;
}

function inGroup(line: string, group: Group, menu: readonly MenuEntry[]): Line {
  const [, word = "", after = ""] = /^(\S*)\s*(.*)$/s.exec(line) ?? [];
  const command = menu.find((entry) => entry.group === group && entry.name === word.toLowerCase());
  if (command === undefined || isQuestionAfterAll(command, after)) return { kind: "question", text: line };
  const read = assign(tokens(after), command);
  return read.kind === "unfit"
    ? { kind: "unfit", command, problem: read.problem }
    : { kind: "command", group, name: command.name, fields: read.fields };
}

/**
 * "Events about trade", "events Lisbon?" and "between March and May, who met …?" begin with a command's name and are
 * questions; so is everything that gives plain words to a command that takes none.
 */
function isQuestionAfterAll(command: MenuEntry, after: string): boolean {
  if (after === "" || tokens(after).some(({ key }) => key !== undefined)) return false;
  const rest = command.options.find((option) => option.rest);
  if (rest === undefined) return true;
  return rest.name !== "question" && (after.trimEnd().endsWith("?") || LEADS.test(after));
}

/** "events about trade", "profile of …": words that lead a name, and are none. */
const LEADS =
  /^(?:about|regarding|concerning|on|in|at|near|of|by|with|from|for|involving|since|before|after|during|until|between)\s/iu;

type Assigned =
  | { readonly kind: "fields"; readonly fields: Fields }
  | { readonly kind: "unfit"; readonly problem: Unfit };

const unfit = (problem: Unfit): Assigned => ({ kind: "unfit", problem });

function assign(words: readonly Token[], command: MenuEntry): Assigned {
  const rest = command.options.find((option) => option.rest);
  const keyed = new Set(words.flatMap(({ key }) => (key === undefined ? [] : [key])));
  const startsLoose = words[0] !== undefined && words[0].key === undefined;
  const restIsOpen = rest !== undefined && !keyed.has(rest.name);
  const fields: Record<string, string> = {};
  const loose: Token[] = [];
  let open: string | undefined;
  for (const { key, value, quoted } of words) {
    if (key !== undefined) {
      const option = command.options.find(({ name }) => name === key);
      if (option === undefined) return unfit({ kind: "unknown-option", option: key });
      if (key in fields) return unfit({ kind: "given-twice", option: key });
      fields[key] = value;
      open = option.choices || (quoted && value !== "") ? undefined : key;
    } else if (open !== undefined && (fields[open] === "" || !restIsOpen || startsLoose)) {
      fields[open] = `${fields[open]} ${value}`.trim();
    } else if (!restIsOpen) {
      return unfit({ kind: "loose-words", words: value });
    } else {
      loose.push({ value, quoted });
    }
  }
  if (rest === undefined || loose.length === 0) return { kind: "fields", fields };
  return { kind: "fields", fields: { ...fields, ...inTwo(loose, command, fields) } };
}

/** `between Portugal and Kenya`, `between "Portugal" "Kenya"`: the two options that a command needs. */
function inTwo(loose: readonly Token[], command: MenuEntry, fields: Fields): Fields {
  const rest = command.options.find((option) => option.rest);
  const needed = command.options.filter(({ name, required }) => required && !(name in fields));
  const whole = loose.map(({ value }) => value).join(" ");
  const [first, second] = needed;
  if (first && second && needed.length === 2) {
    const sides =
      loose.length === 2 && loose.every(({ quoted }) => quoted)
        ? loose.map(({ value }) => value)
        : whole.split(/\s+(?:and|&)\s+/);
    if (sides.length === 2) return { [first.name]: sides[0] ?? "", [second.name]: sides[1] ?? "" };
  }
  return rest ? { [rest.name]: whole } : {};
}

/** `key:` begins an option, but a link is no option. */
const TOKEN = /(?:([a-z][a-z-]*):(?!\/\/))?(?:"([^"]*)"?|(\S*))/giy;

function tokens(text: string): readonly Token[] {
  const line = text.replace(/[“”„‟«»＂]/g, '"');
  const found: Token[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] ?? "")) {
      at++;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(line);
    if (match === null || match[0] === "") break;
    const [whole, key, quoted, plain = ""] = match;
    found.push({
      ...(key !== undefined && { key: key.toLowerCase() }),
      value: (quoted ?? plain).trim(),
      quoted: quoted !== undefined,
    });
    at += whole.length;
  }
  return found;
}
