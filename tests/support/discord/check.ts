/**
 * What Discord refuses, by its documentation. The numbers stand here a second time on purpose: the stand-in must
 * not trust the adapter's own table. Each function returns what is wrong, in words; nothing when all is well.
 */
type Json = Record<string, unknown>;
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function checkMessage(
  body: Json,
  files: readonly { readonly name: string; readonly bytes: number }[],
): string[] {
  const wrong: string[] = [];
  const most = (what: string, length: number, limit: number) => {
    if (length > limit) wrong.push(`${what} has ${length}, at most ${limit}`);
  };
  const embeds = list(body.embeds);
  most("content", text(body.content).length, 2000);
  most("embeds", embeds.length, 10);
  let total = 0;
  for (const embed of embeds) {
    const footer = text((embed.footer as Json | undefined)?.text);
    most("title", text(embed.title).length, 256);
    most("description", text(embed.description).length, 4096);
    most("footer", footer.length, 2048);
    most("fields", list(embed.fields).length, 25);
    total += text(embed.title).length + text(embed.description).length + footer.length;
    for (const field of list(embed.fields)) {
      if (text(field.name) === "" || text(field.value) === "") wrong.push("a field is empty");
      most("field name", text(field.name).length, 256);
      most("field value", text(field.value).length, 1024);
      total += text(field.name).length + text(field.value).length;
    }
    if (text(embed.title) === "" || embed.description === "") wrong.push("an embed is empty");
  }
  most("text of all embeds", total, 6000);
  if (body.content === undefined && embeds.length === 0 && files.length === 0)
    wrong.push("the message is empty");
  wrong.push(...checkRows(list(body.components)));
  const mentions = body.allowed_mentions as Json | undefined;
  if (mentions === undefined || list(mentions.parse).length > 0 || mentions.parse === undefined)
    wrong.push("mentions are not switched off");
  if (body.nonce !== undefined) {
    most("nonce", String(body.nonce).length, 25);
    if (body.enforce_nonce !== true) wrong.push("the nonce is not enforced");
  }
  for (const file of files) most(`file ${file.name}`, file.bytes, 10 * 1024 * 1024);
  const described = list(body.attachments);
  if (described.length !== files.length) wrong.push("a file has no description");
  for (const one of described) {
    if (text(one.description) === "") wrong.push("a file's description is empty");
    most("file description", text(one.description).length, 1024);
  }
  if (/\p{Cs}/u.test(JSON.stringify([body.content, body.embeds]))) wrong.push("a character was cut in half");
  return [...wrong, ...checkCitations(embeds), ...checkInert(body)];
}

/** Ours: nothing foreign comes alive. The only links are those of numbered sources. */
function checkInert(body: Json): string[] {
  const texts = list(body.embeds).flatMap((embed) => [
    text(embed.title),
    text(embed.description),
    ...list(embed.fields).flatMap(({ name, value }) => [text(name), text(value)]),
  ]);
  const alive = [text(body.content), ...texts]
    .join("\n")
    .replace(/\\[^0-9A-Za-z\s]/g, "")
    .replace(/^(\[\d+\] \[[^[\]\n]*\])\(https?:\/\/[^\s()<>]+\)/gm, "$1");
  return [
    [/<[@#:/t]/, "a mention or timestamp"],
    [/@(?:everyone|here)/, "a mention of everyone"],
    [/:\/\//, "a link"],
    [/\]\(/, "a masked link"],
    [/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/, "a control of direction"],
    [/[\u0000-\u0009\u000b-\u001f\u007f]/, "a control character"],
  ].flatMap(([live, what]) => ((live as RegExp).test(alive) ? [`${what} is alive`] : []));
}

/** Ours: every number that a claim cites has its source in the same message. */
function checkCitations(embeds: readonly Json[]): string[] {
  const lines = embeds.flatMap((embed) => text(embed.description).split("\n"));
  const cited = lines.filter((line) => line.startsWith("- **")).flatMap((line) => cites(line));
  const there = new Set(lines.map((line) => /^\[(\d+)\] /.exec(line)?.[1]));
  return cited.filter((n) => !there.has(n)).map((n) => `[${n}] is cited without its source`);
}

const cites = (line: string) =>
  [...(/(?:\[\d+\])+$/.exec(line)?.[0] ?? "").matchAll(/\d+/g)].map((match) => match[0]);

function checkRows(rows: readonly Json[]): string[] {
  const wrong: string[] = [];
  if (rows.length > 5) wrong.push(`${rows.length} rows`);
  const ids = new Set<unknown>();
  for (const row of rows) {
    const inside = list(row.components);
    if (row.type !== 1 || inside.length === 0 || inside.length > 5)
      wrong.push("a row is empty, too long or no row");
    if (inside.some(({ type }) => type === 3) && inside.length > 1) wrong.push("a select shares its row");
    for (const one of inside) {
      const id = text(one.custom_id);
      if (id.length < 1 || id.length > 100) wrong.push(`a custom_id of ${id.length}`);
      if (ids.has(id)) wrong.push(`custom_id ${id} twice`);
      ids.add(id);
      if (one.type === 2 && (text(one.label) === "" || text(one.label).length > 80))
        wrong.push(`button ${one.label}`);
      if (one.type === 3) wrong.push(...checkSelect(one));
    }
  }
  return wrong;
}

function checkSelect(select: Json): string[] {
  const options = list(select.options);
  const wrong: string[] = [];
  if (options.length < 1 || options.length > 25) wrong.push(`a select of ${options.length}`);
  if (text(select.placeholder).length > 150) wrong.push("a long placeholder");
  if (new Set(options.map(({ value }) => value)).size !== options.length)
    wrong.push("an option's value twice");
  for (const { label, value, description } of options) {
    if (text(label) === "" || text(label).length > 100) wrong.push(`option ${label}`);
    if (text(value) === "" || text(value).length > 100) wrong.push(`option value ${value}`);
    if (description !== undefined && (text(description) === "" || text(description).length > 100))
      wrong.push(`option description ${description}`);
  }
  return wrong;
}

export function checkModal(data: Json): string[] {
  const wrong: string[] = [];
  const components = list(data.components);
  if (text(data.title).length < 1 || text(data.title).length > 45) wrong.push("a modal's title");
  if (text(data.custom_id).length < 1 || text(data.custom_id).length > 100) wrong.push("a modal's custom_id");
  if (components.length < 1 || components.length > 5) wrong.push(`a modal of ${components.length}`);
  for (const { type, label, description, component } of components) {
    const field = component as Json;
    if (type !== 18) wrong.push("a modal's field has no label");
    if (text(label).length < 1 || text(label).length > 45) wrong.push(`label ${label}`);
    if (description !== undefined && text(description).length > 100) wrong.push(`hint ${description}`);
    if (text(field.custom_id).length < 1 || text(field.custom_id).length > 100)
      wrong.push("a field's custom_id");
    if (text(field.value).length > 4000) wrong.push("a field's value");
    if (field.type === 3) wrong.push(...checkSelect(field));
  }
  return wrong;
}

export function checkChoices(choices: readonly Json[]): string[] {
  const wrong: string[] = choices.length > 25 ? [`${choices.length} choices`] : [];
  for (const { name, value } of choices)
    if ([name, value].some((one) => text(one).length < 1 || text(one).length > 100))
      wrong.push(`choice ${name}`);
  return wrong;
}

const CHAT_NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

export function checkCommands(commands: readonly Json[]): string[] {
  return commands.flatMap((command) => {
    const wrong: string[] = [];
    if (command.type === 3) return text(command.name).length <= 32 ? [] : [`menu ${command.name}`];
    const length = lengthOf(command);
    if (length > 8000) wrong.push(`/${command.name} has ${length} characters`);
    return [...wrong, ...checkOption(command)];
  });
}

function checkOption(option: Json): string[] {
  const wrong: string[] = [];
  const name = text(option.name);
  if (!CHAT_NAME.test(name) || name !== name.toLowerCase()) wrong.push(`name ${name}`);
  if (text(option.description).length < 1 || text(option.description).length > 100)
    wrong.push(`description of ${name}`);
  const options = list(option.options);
  if (options.length > 25) wrong.push(`${name} has ${options.length} options`);
  const optional = options.findIndex(({ required }) => required !== true);
  if (optional >= 0 && options.slice(optional).some(({ required }) => required === true))
    wrong.push(`${name}: a required option after an optional one`);
  if (option.choices !== undefined) {
    wrong.push(...checkChoices(list(option.choices)));
    if (option.autocomplete === true) wrong.push(`${name}: choices and autocomplete`);
  }
  return [...wrong, ...options.flatMap(checkOption)];
}

function lengthOf(option: Json): number {
  const own = text(option.name).length + text(option.description).length;
  const choices = list(option.choices).reduce(
    (sum, c) => sum + text(c.name).length + String(c.value).length,
    0,
  );
  return own + choices + list(option.options).reduce((sum, one) => sum + lengthOf(one), 0);
}
