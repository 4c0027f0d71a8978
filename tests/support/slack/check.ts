/**
 * What Slack refuses, by its documentation. The numbers stand here a second time on purpose: the stand-in must not
 * trust the adapter's own table. Each function returns what is wrong, in words; nothing when all is well.
 */
type Json = Record<string, unknown>;
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

const TYPES = {
  message: ["actions", "context", "divider", "header", "image", "section"],
  modal: ["actions", "context", "divider", "header", "image", "input", "section"],
  home: ["actions", "context", "divider", "header", "image", "input", "section"],
} as const;
type Surface = keyof typeof TYPES;

export function checkMessage(body: Json): string[] {
  const blocks = list(body.blocks);
  const wrong: string[] = [];
  if (text(body.text).trim() === "") wrong.push("a message without text");
  if (text(body.text).length > 40_000) wrong.push(`text of ${text(body.text).length}`);
  if (blocks.length > 50) wrong.push(`${blocks.length} blocks in a message`);
  const whole = JSON.stringify(blocks).length + text(body.text).length;
  if (whole > 12_000) wrong.push(`a message of ${whole} characters`);
  if (body.unfurl_links !== false || body.unfurl_media !== false) wrong.push("links are unfurled");
  return [
    ...wrong,
    ...checkBlocks(blocks, "message"),
    ...inert(text(body.text), "text"),
    ...checkCitations(blocks),
  ];
}

export function checkView(view: Json): string[] {
  const surface: Surface = view.type === "home" ? "home" : "modal";
  const blocks = list(view.blocks);
  const wrong: string[] = [];
  if (blocks.length === 0 || blocks.length > 100) wrong.push(`${blocks.length} blocks in a view`);
  if (surface === "modal") {
    for (const name of ["title", "submit", "close"]) {
      const said = text((view[name] as Json | undefined)?.text);
      if (said.length < 1 || said.length > 24) wrong.push(`a modal's ${name}: ${said}`);
    }
  }
  if (text(view.private_metadata).length > 3_000) wrong.push("long metadata");
  if (text(view.callback_id).length > 255) wrong.push("a long callback_id");
  return [...wrong, ...checkBlocks(blocks, surface)];
}

function checkBlocks(blocks: readonly Json[], surface: Surface): string[] {
  const ids = blocks.map((block) => block.block_id).filter((id) => id !== undefined);
  const wrong = new Set(ids).size === ids.length ? [] : ["a block_id twice"];
  return [...wrong, ...blocks.flatMap((block) => checkBlock(block, surface))];
}

function checkBlock(block: Json, surface: Surface): string[] {
  const wrong: string[] = [];
  if (!(TYPES[surface] as readonly string[]).includes(text(block.type)))
    wrong.push(`a ${block.type} in a ${surface}`);
  if (text(block.block_id).length > 255) wrong.push("a long block_id");
  switch (block.type) {
    case "header":
      return [...wrong, ...checkText(block.text, 150, "plain_text")];
    case "section": {
      const fields = list(block.fields);
      if (block.text === undefined && fields.length === 0) wrong.push("an empty section");
      if (fields.length > 10) wrong.push(`${fields.length} fields`);
      const own = block.text === undefined ? [] : checkText(block.text, 3_000);
      return [...wrong, ...own, ...fields.flatMap((field) => checkText(field, 2_000))];
    }
    case "context": {
      const elements = list(block.elements);
      if (elements.length < 1 || elements.length > 10) wrong.push(`${elements.length} elements of a context`);
      return [...wrong, ...elements.flatMap((one) => checkText(one, 2_000))];
    }
    case "actions": {
      const elements = list(block.elements);
      if (elements.length < 1 || elements.length > 25) wrong.push(`${elements.length} actions`);
      const ids = elements.map((one) => one.action_id);
      if (new Set(ids).size !== ids.length) wrong.push("an action_id twice");
      return [...wrong, ...elements.flatMap(checkElement)];
    }
    case "input": {
      if (typeof block.optional !== "boolean") wrong.push("an input that does not say whether it is needed");
      const hint = block.hint === undefined ? [] : checkText(block.hint, 2_000, "plain_text");
      return [
        ...wrong,
        ...checkText(block.label, 2_000, "plain_text"),
        ...hint,
        ...checkElement((block.element ?? {}) as Json),
      ];
    }
    default:
      return wrong;
  }
}

const ELEMENTS = ["button", "static_select", "external_select", "plain_text_input", "file_input"];

function checkElement(element: Json): string[] {
  const wrong: string[] = [];
  const id = text(element.action_id);
  if (!ELEMENTS.includes(text(element.type))) wrong.push(`an element ${element.type}`);
  if (id.length < 1 || id.length > 255) wrong.push(`an action_id of ${id.length}`);
  if (element.placeholder !== undefined) wrong.push(...checkText(element.placeholder, 150, "plain_text"));
  if (element.type === "button") {
    wrong.push(...checkText(element.text, 75, "plain_text"));
    if (text(element.value).length > 2_000) wrong.push("a button's value");
    if (!["primary", "danger", undefined].includes(element.style as string | undefined))
      wrong.push(`a style ${element.style}`);
  }
  if (element.type === "plain_text_input") {
    if (Number(element.max_length ?? 0) > 3_000) wrong.push("a long input");
    if (text(element.initial_value).length > 3_000) wrong.push("a long value");
  }
  if (element.type === "static_select") wrong.push(...checkOptions(list(element.options)));
  if (element.initial_option !== undefined) wrong.push(...checkOptions([element.initial_option as Json]));
  return wrong;
}

export function checkOptions(options: readonly Json[], least = 1): string[] {
  const wrong: string[] = [];
  if (options.length < least || options.length > 100) wrong.push(`${options.length} options`);
  for (const { text: label, value, description } of options) {
    wrong.push(...checkText(label, 75, "plain_text"));
    if (text(value).length < 1 || text(value).length > 75) wrong.push(`option value ${value}`);
    if (description !== undefined) wrong.push(...checkText(description, 75, "plain_text"));
  }
  return wrong;
}

function checkText(value: unknown, limit: number, kind?: string): string[] {
  const { type, text: said, verbatim } = (value ?? {}) as Json;
  const wrong: string[] = [];
  if (kind !== undefined && type !== kind) wrong.push(`${type} where ${kind} belongs`);
  if (text(said).length < 1 || text(said).length > limit)
    wrong.push(`text of ${text(said).length}, at most ${limit}`);
  if (/\p{Cs}/u.test(text(said))) wrong.push("a character was cut in half");
  if (/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(text(said)))
    wrong.push("a control of direction is alive");
  if (type === "mrkdwn" && verbatim !== true) wrong.push("bare links come alive");
  return type === "mrkdwn" ? [...wrong, ...inert(text(said), "mrkdwn")] : wrong;
}

/** Ours: nothing foreign comes alive. The only angle brackets are those of numbered sources' links. */
export function inert(said: string, where: string): string[] {
  const rest = said.replace(/^(\[\d+\] )<https?:\/\/[^\s<>|]+\|[^<>|]*>/gm, "$1");
  return [
    [/[<>]/, "an angle bracket"],
    [/&(?!amp;|lt;|gt;)/, "an entity"],
    [/`|~/, "formatting"],
    [/(?:^|\s):[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:/i, "an emoji"],
    [/^&gt;/m, "a quotation"],
    [/[\u0000-\u0009\u000b-\u001f\u007f]/, "a control character"],
  ].flatMap(([live, what]) => ((live as RegExp).test(rest) ? [`${what} is alive in ${where}: ${said}`] : []));
}

/** Ours: every number that a claim cites has its source in the same message. */
function checkCitations(blocks: readonly Json[]): string[] {
  const lines = blocks.flatMap((block) => [
    ...text((block.text as Json | undefined)?.text).split("\n"),
    ...list(block.elements).flatMap((one) => text(one.text).split("\n")),
  ]);
  const cited = lines.filter((line) => line.startsWith("• ")).flatMap(cites);
  const there = new Set(lines.map((line) => /^\[(\d+)\] /.exec(line)?.[1]));
  return cited.filter((n) => !there.has(n)).map((n) => `[${n}] is cited without its source`);
}

const cites = (line: string) =>
  [...(/ ((?:\[\d+\])+)(?: and \d+ more sources)?$/.exec(line)?.[1] ?? "").matchAll(/\d+/g)].map(
    (match) => match[0],
  );
