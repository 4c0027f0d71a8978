import type { Button, Form, Item, Reply, SourceLine } from "../../src/chat/reply.ts";
import { type Ink, inkFor, plain, wrap } from "./plain.ts";

export type Paper = {
  /** Columns; infinite where nothing is to be broken. */
  readonly width: number;
  readonly colours: boolean;
  /** Whether somebody is there to type a number or a word. */
  readonly interactive: boolean;
};

/** A reply as the text of a terminal, without a line break at its end. */
export function render(reply: Reply, paper: Paper): string {
  const ink = inkFor(paper.colours);
  const flow = (text: string, indent = 0) => wrap(text, paper.width, indent);
  const blocks = [
    [
      ink.bold(flow(plain(reply.title))),
      ...(reply.understood ? [ink.dim(flow(`Understood: ${plain(reply.understood)}`, 2))] : []),
    ],
    (reply.text ?? []).map((paragraph) => flow(plain(paragraph))),
    (reply.fields ?? []).map(({ name, value }) => flow(`${plain(name)}: ${plain(value)}`, 2)),
    ...itemBlocks(reply, ink, flow),
    sourceBlock(reply.sources ?? [], ink, flow),
    (reply.notes ?? []).map((note) => flow(`Note: ${plain(note)}`, 2)),
    reply.picture ? [flow(`Picture: ${plain(reply.picture.alt)}`, 2)] : [],
    formBlock(reply.form, flow),
    choiceBlock(reply, flow),
    wayBlock(reply, paper, ink, flow),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}

type Flow = (text: string, indent?: number) => string;

/** Items under one heading stand together; they are numbered over the whole answer. */
function itemBlocks({ items = [], page }: Reply, ink: Ink, flow: Flow): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let heading: string | undefined;
  items.forEach((item, at) => {
    if (blocks.length === 0 || item.heading !== heading) {
      heading = item.heading;
      blocks.push(heading === undefined ? [] : [ink.bold(plain(heading))]);
    }
    blocks.at(-1)?.push(itemLines(item, (page?.first ?? 1) + at, ink, flow));
  });
  return blocks;
}

function itemLines(item: Item, number: number, ink: Ink, flow: Flow): string {
  const parts = [item.date, item.who, item.where, item.what].filter((part) => part !== undefined).map(plain);
  const marks = item.marks?.length ? ` (${item.marks.map(plain).join("; ")})` : "";
  const cites = item.cites.map((cite) => `[${cite}]`).join("");
  const id = item.id === undefined ? "" : ` ${item.id}`;
  const head = `${number}. `;
  const line = flow(
    `${head}${parts.join(" · ")}${marks}${cites === "" ? "" : ` ${cites}`}${id}`,
    head.length,
  );
  const quote = item.quote === undefined ? "" : `\n     ${flow(`“${plain(item.quote)}”`, 5)}`;
  return `${id === "" ? line : line.replace(new RegExp(`${id.trim()}$`), (text) => ink.dim(text))}${quote}`;
}

function sourceBlock(sources: readonly SourceLine[], ink: Ink, flow: Flow): readonly string[] {
  if (sources.length === 0) return [];
  const lines = sources.map(({ number, title, publisher, published, where, url }) => {
    const parts = [title, publisher, published, where, url].filter((part) => part !== undefined);
    return flow(`[${number}] ${parts.map(plain).join(", ")}`, 4);
  });
  return [ink.bold("Sources"), ...lines];
}

/** A terminal has no forms: the line that calls the command is shown in its place. */
function formBlock(form: Form | undefined, flow: Flow): readonly string[] {
  if (form === undefined) return [];
  const fields = form.fields.map(({ name, required, value }) => {
    if (value) return `${name}:${/\s/.test(value) ? `"${plain(value).replaceAll('"', "”")}"` : plain(value)}`;
    return required ? `${name}:…` : `[${name}:…]`;
  });
  return [flow(`As a line: ${form.name.replace(/^brief /, "")} ${fields.join(" ")}`, 2)];
}

/** Where the choices are the items themselves, their numbers are there already. */
function choiceBlock({ choices, items = [] }: Reply, flow: Flow): readonly string[] {
  if (choices === undefined || items.length > 0) return [];
  const lines = choices.options.map(({ label, hint }, at) =>
    flow(`${at + 1}. ${plain(label)}${hint ? ` (${plain(hint)})` : ""}`, 3),
  );
  return [plain(choices.prompt), ...lines];
}

function wayBlock({ page, buttons = [], choices, items = [] }: Reply, paper: Paper, ink: Ink, flow: Flow) {
  const shown = page === undefined ? [] : [`${page.first}–${page.last} of ${page.total}.`];
  if (!paper.interactive) return shown;
  const number =
    choices === undefined ? [] : [items.length > 0 ? "a number opens its event" : "type a number"];
  const ways = [...new Set(buttons.map(wayOf)), ...number];
  const line = [...shown, ...(ways.length > 0 ? [`Go on: ${ways.map(plain).join(" · ")}`] : [])].join(" ");
  return line === "" ? [] : [ink.dim(flow(line, 2))];
}

/** The word to type, with what it does where it does not say so itself. */
const wayOf = ({ verb, label }: Button): string =>
  verb === "followup" ? label : label.toLowerCase() === verb ? verb : `${verb} (${label})`;
