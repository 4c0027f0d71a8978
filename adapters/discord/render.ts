import type { APIEmbed, RawFile, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { Reply } from "../../src/chat/reply.ts";
import { components } from "./card/components.ts";
import { literal, plain } from "./card/escape.ts";
import { bold, itemLine, noteLine, paragraphs, sourceLines } from "./card/lines.ts";
import { type Line, type Packed, pack } from "./card/split.ts";
import { LIMITS, OURS } from "./limits.ts";

/** A message in Discord's own words, ready to be sent or to replace another. */
export type Outgoing = {
  readonly body: Pick<
    RESTPostAPIChannelMessageJSONBody,
    "embeds" | "components" | "allowed_mentions" | "attachments"
  >;
  readonly files: readonly File[];
};

type File = RawFile & { readonly data: string | Buffer };

/** Where a message will stand: for the asker alone, in a direct message, or for everyone in a channel. */
export type Stage = "private" | "direct" | "public";

const COLOUR = 0x2f5d8a;

/**
 * A reply as one message or, where it is longer than a message may be, as several up to `OURS.messages`: title,
 * understood, text, fields and items in the first card, the sources cited there and the notes in the second.
 * Files, buttons and menus stand under the last. What does not fit even so is named.
 */
export function render(reply: Reply, stage: Stage): readonly Outgoing[] {
  const { lines, sources } = body(reply);
  const title = literal(reply.title, LIMITS.title - 16) || "Answer";
  const fields = besides(reply) ? (reply.fields ?? []).map(field) : [];
  const fieldText = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  const frame = title.length + 16 + footer(reply).length + 40 + "SourcesNotes".length;
  const all = pack(lines, sources, { body: 0, other: frame + fieldText }, { body: 0, other: frame });
  const shown = all.slice(0, OURS.messages);
  return shown.map((packed, n) => {
    const last = n === shown.length - 1;
    const left = last && all.length > shown.length ? [leftOut(reply, packed)] : [];
    const part = shown.length > 1 ? `part ${n + 1} of ${shown.length}` : "";
    const foot = [footer(reply), part].filter((text) => text !== "").join(" · ");
    const description = packed.body.join("\n").trim();
    const main: APIEmbed = {
      title: n === 0 ? title : `${title} (continued)`,
      color: COLOUR,
      ...(description !== "" ? { description } : {}),
      ...(n === 0 && fields.length > 0 ? { fields } : {}),
      ...(foot !== "" ? { footer: { text: foot } } : {}),
    };
    const files = last ? attachments(reply) : [];
    return {
      body: {
        embeds: [main, ...tail(packed, sources, left)],
        components: last ? components(reply, stage) : [],
        allowed_mentions: { parse: [] },
        attachments: files.map(({ description }, id) => ({ id, description })),
      },
      files: files.map(({ file }) => file),
    };
  });
}

function body(reply: Reply): {
  readonly lines: readonly Line[];
  readonly sources: ReadonlyMap<number, string>;
} {
  const sources = sourceLines(reply);
  const items = (reply.items ?? []).map((item, n) => itemLine(item, n, sources));
  const cited = new Set(items.flatMap((line) => line.cites));
  const spoken: Line[] = [
    ...(reply.understood === undefined ? [] : [understood(reply.understood)]),
    ...(reply.text ?? []).flatMap(paragraphs),
    ...(besides(reply) ? [] : (reply.fields ?? []).map(fieldLine)),
  ].map((text) => ({ part: "body", text, cites: [] }));
  const gap: Line[] = spoken.length > 0 && items.length > 0 ? [{ part: "body", text: "", cites: [] }] : [];
  const uncited = [...sources.keys()].filter((n) => !cited.has(n));
  return {
    lines: [
      ...spoken,
      ...gap,
      ...items,
      ...uncited.map((n): Line => ({ part: "tail", text: "", cites: [n] })),
      ...[...(reply.notes ?? []), ...tooLarge(reply)].map(
        (note): Line => ({ part: "tail", text: noteLine(note), cites: [] }),
      ),
    ],
    sources,
  };
}

const understood = (text: string) => `*${literal(text, OURS.paragraph) || "Not understood"}*`;

/**
 * Few and short fields stand beside each other. Discord puts them below the text, so before items they are lines, as
 * are many or long ones, which can pass to the next message.
 */
function besides({ fields = [], items = [] }: Reply): boolean {
  if (items.length > 0) return false;
  const length = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return fields.length <= LIMITS.fields && length <= 1_000;
}

const fieldLine = ({ name, value }: { readonly name: string; readonly value: string }) =>
  `${bold(literal(name, LIMITS.fieldName))}: ${literal(value, OURS.paragraph)}`;

const field = ({ name, value }: { readonly name: string; readonly value: string }) => ({
  name: literal(name, LIMITS.fieldName) || "\u2013",
  value: literal(value, LIMITS.fieldValue) || "\u2013",
  inline: value.length <= 40,
});

function tail(
  packed: Packed,
  sources: ReadonlyMap<number, string>,
  left: readonly string[],
): readonly APIEmbed[] {
  const cited = packed.sources.map((n) => sources.get(n)).filter((line) => line !== undefined);
  const notes = [...packed.tail.filter((line) => line !== ""), ...left];
  if (cited.length === 0 && notes.length === 0) return [];
  const parts = [...cited, ...(cited.length > 0 && notes.length > 0 ? ["**Notes**"] : []), ...notes];
  return [{ title: cited.length > 0 ? "Sources" : "Notes", color: COLOUR, description: parts.join("\n") }];
}

function footer(reply: Reply): string {
  const page = reply.page;
  if (page === undefined) return "";
  return `Items ${page.first} to ${page.last} of ${page.total} · page ${page.page} of ${page.pages}`;
}

function leftOut(reply: Reply, packed: Packed): string {
  const first = reply.page?.first ?? 1;
  const items = reply.items?.length ?? 0;
  const way = reply.buttons?.some(({ verb }) => verb === "export")
    ? "Export has them all."
    : "A narrower question shows them.";
  if (packed.lastItem + 1 >= items) return "- The rest is longer than a message can be and is left out here.";
  return `- Items ${first + packed.lastItem + 1} to ${first + items - 1} are left out here. ${way}`;
}

function attachments(reply: Reply): readonly { readonly file: File; readonly description: string }[] {
  const { picture } = reply;
  const file = tooLarge(reply).length > 0 ? undefined : reply.file;
  return [
    ...(picture === undefined
      ? []
      : [{ file: raw(picture.name, picture.png, "image/png"), description: described(picture.alt) }]),
    ...(file === undefined
      ? []
      : [{ file: raw(file.name, file.content, file.type), description: described(file.description) }]),
  ];
}

/** What to say in place of a file that Discord does not take. */
function tooLarge({ file }: Reply): readonly string[] {
  const bytes = file === undefined ? 0 : Buffer.byteLength(file.content);
  if (bytes <= LIMITS.fileBytes) return [];
  const size = Math.ceil(bytes / 1024 / 1024);
  return [`The file would have ${size} MB, and Discord takes 10 MB: ask more narrowly for a smaller one.`];
}

const described = (text: string) => plain(text, LIMITS.attachmentDescription) || "Without a description";

function raw(name: string, content: string | Uint8Array, contentType: string): File {
  const data = typeof content === "string" ? content : Buffer.from(content);
  return { name: name.replace(/[^A-Za-z0-9.-]+/g, "-"), data, contentType };
}
