import type { types } from "@slack/bolt";
import { headed, leftOut, sourceLines } from "../../src/chat/lines.ts";
import { pack, type Sheet } from "../../src/chat/pack.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { actions, words } from "./card/actions.ts";
import { mrkdwn } from "./card/escape.ts";
import { HAND, type Line, linesOf } from "./card/lines.ts";
import { LIMITS, OURS } from "./limits.ts";

/** A message in Slack's own words. Files go up beside it, after it. */
export type Outgoing = {
  /** For notifications and screen readers; mrkdwn. */
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
  readonly files: readonly FileUp[];
};

export type FileUp = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Says in words what it holds. */
  readonly alt: string;
};

/** Where a message will stand: for the asker alone, in their direct message with the bot, or for everyone. */
export type Stage = "private" | "direct" | "public";

/**
 * A reply as one message or, where it is longer than a message may be, as several up to `OURS.messages`: header, how it
 * was understood, text, fields, items, the sources cited there, notes. Files, menu and buttons come with the last. What
 * does not fit even so is named.
 */
export function render(reply: Reply, stage: Stage): readonly Outgoing[] {
  const sources = sourceLines(reply, HAND);
  const draw = (sheet: Sheet<Line>) => body(sheet, reply, sources);
  const foot = footer(reply, stage);
  const fits = (blocks: readonly types.KnownBlock[]) =>
    blocks.length < LIMITS.messageBlocks - 2 && size(blocks) <= OURS.blocks - LIMITS.header - 400;
  const packed = pack(linesOf(reply, sources), (sheet) => fits(draw(sheet)));
  const last = packed.at(-1);
  const crowded = last !== undefined && !fits([...draw(last), ...foot]);
  const sheets = crowded ? [...packed, { lines: [], sources: [] }] : packed;
  const shown = sheets.slice(0, OURS.messages);
  return shown.map((sheet, n) => {
    const ends = n === shown.length - 1;
    const left = ends && sheets.length > shown.length ? [context(leftOut(reply, shown))] : [];
    const part = shown.length > 1 ? ` (part ${n + 1} of ${shown.length})` : "";
    const title = words(reply.title, LIMITS.header - 20)?.text ?? "Answer";
    const heading = words(`${title}${part}`, LIMITS.header);
    const head: types.KnownBlock[] = heading === undefined ? [] : [{ type: "header", text: heading }];
    const blocks = [...head, ...draw(sheet), ...left, ...(ends ? foot : [])];
    return {
      text: summary(`${title}${part}`, sheet, sources, OURS.message - size(blocks)),
      blocks,
      files: ends ? filesOf(reply) : [],
    };
  });
}

const size = (blocks: readonly types.KnownBlock[]) => JSON.stringify(blocks).length;

function body(
  { lines, sources: cited }: Sheet<Line>,
  reply: Reply,
  sources: ReadonlyMap<number, string>,
): readonly types.KnownBlock[] {
  const of = (...kinds: readonly Line["kind"][]) => lines.filter(({ kind }) => kinds.includes(kind));
  const cells = besides(reply) ? of("field").flatMap(({ cell }) => cell ?? []) : [];
  const listed = cited.flatMap((n) => sources.get(n) ?? []);
  return [
    ...of("understood").map(({ text }) => context(text)),
    ...sections(of("text").map(({ text }) => text)),
    ...(cells.length > 0 ? [grid(cells)] : sections(of("field").map(({ text }) => text))),
    ...sections(headed(of("item"))),
    ...contexts(listed.length > 0 ? ["*Sources*", ...listed] : []),
    ...contexts(of("note").map(({ text }) => text)),
  ];
}

/** Few and short fields stand beside each other; others are lines, which can pass to the next message. */
function besides({ fields = [] }: Reply): boolean {
  const length = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return fields.length <= LIMITS.sectionFields && length <= 800;
}

const grid = (cells: readonly string[]): types.SectionBlock => ({
  type: "section",
  fields: cells.map(markup),
});

const sections = (lines: readonly string[]): readonly types.SectionBlock[] =>
  grouped(lines, LIMITS.section).map((text) => ({ type: "section", text: markup(text), expand: true }));

const contexts = (lines: readonly string[]) => grouped(lines, OURS.context).map(context);
const context = (text: string): types.ContextBlock => ({ type: "context", elements: [markup(text)] });

/** Bare addresses and names in foreign text stay text. */
const markup = (text: string): types.MrkdwnElement => ({ type: "mrkdwn", text, verbatim: true });

/** Lines joined as long as the limit allows; lines without a word are left out. */
function grouped(lines: readonly string[], limit: number): readonly string[] {
  const groups: string[] = [];
  for (const line of lines.filter((each) => each.trim() !== "")) {
    const last = groups.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= limit)
      groups[groups.length - 1] = `${last}\n${line}`;
    else groups.push(line);
  }
  return groups;
}

function footer(reply: Reply, stage: Stage): readonly types.KnownBlock[] {
  const { page } = reply;
  const where =
    page && `Items ${page.first} to ${page.last} of ${page.total} · page ${page.page} of ${page.pages}`;
  return [...(where === undefined ? [] : [context(where)]), ...actions(reply, stage)];
}

/** The same words again, whole lines of them, for those who do not see the blocks. */
function summary(
  title: string,
  { lines, sources: cited }: Sheet<Line>,
  sources: ReadonlyMap<number, string>,
  limit: number,
): string {
  const room = Math.min(limit, LIMITS.text) - 2;
  let text = mrkdwn(title, LIMITS.header * 2) || "Answer";
  for (const line of [...headed(lines), ...cited.flatMap((n) => sources.get(n) ?? [])].filter(
    (each) => each !== "",
  )) {
    if (text.length + 1 + line.length > room) return `${text}\n…`;
    text = `${text}\n${line}`;
  }
  return text;
}

/** What goes up beside a reply. */
export function filesOf({ picture, file }: Pick<Reply, "picture" | "file">): readonly FileUp[] {
  const named = (name: string) => name.replace(/[^A-Za-z0-9.-]+/g, "-");
  const told = (alt: string) => words(alt, LIMITS.altText)?.text ?? "Without a description";
  const bytes = (content: string | Uint8Array) =>
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  return [
    ...(picture ? [{ name: named(picture.name), bytes: picture.png, alt: told(picture.alt) }] : []),
    ...(file ? [{ name: named(file.name), bytes: bytes(file.content), alt: told(file.description) }] : []),
  ];
}
