import type { APIEmbed, RawFile, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import { leftOut, sourceLines } from "../../src/chat/lines.ts";
import { pack, type Sheet } from "../../src/chat/pack.ts";
import { plain } from "../../src/chat/plain.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { components } from "./card/components.ts";
import { literal } from "./card/escape.ts";
import { bodyOf, HAND, type Line, linesOf, tailOf } from "./card/lines.ts";
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
  const sources = sourceLines(reply, HAND);
  const title = literal(reply.title, LIMITS.title - 16) || "Answer";
  const fields = besides(reply) ? (reply.fields ?? []).map(field) : [];
  const fieldText = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  const frame = title.length + 16 + footer(reply).length + 40 + "Sources".length;
  const fits = (sheet: Sheet<Line>, message: number) => {
    const body = bodyOf(sheet).length;
    const tail = tailOf(sheet, sources, [])?.description.length ?? 0;
    const other = frame + LEFT_OUT + (message === 0 ? fieldText : 0);
    return (
      body <= LIMITS.description &&
      tail + LEFT_OUT <= LIMITS.description &&
      body + tail + other <= OURS.messageText
    );
  };
  const all = pack(linesOf(reply, sources, fields.length > 0, tooLarge(reply)), fits);
  const shown = all.slice(0, OURS.messages);
  return shown.map((sheet, n) => {
    const last = n === shown.length - 1;
    const left = last && all.length > shown.length ? [leftOut(reply, shown)] : [];
    const part = shown.length > 1 ? `part ${n + 1} of ${shown.length}` : "";
    const foot = [footer(reply), part].filter((text) => text !== "").join(" · ");
    const description = bodyOf(sheet);
    const main: APIEmbed = {
      title: n === 0 ? title : `${title} (continued)`,
      color: COLOUR,
      ...(description !== "" ? { description } : {}),
      ...(n === 0 && fields.length > 0 ? { fields } : {}),
      ...(foot !== "" ? { footer: { text: foot } } : {}),
    };
    const tail = tailOf(sheet, sources, left);
    const files = last ? attachments(reply) : [];
    return {
      body: {
        embeds: [
          main,
          ...(tail === undefined
            ? []
            : [{ title: tail.title, color: COLOUR, description: tail.description }]),
        ],
        components: last ? components(reply, stage) : [],
        allowed_mentions: { parse: [] },
        attachments: files.map(({ description }, id) => ({ id, description })),
      },
      files: files.map(({ file }) => file),
    };
  });
}

/** Room for the line that names what is left out. */
const LEFT_OUT = 300;

/**
 * Few and short fields stand beside each other. Discord puts them below the text, so before items they are lines, as
 * are many or long ones, which can pass to the next message.
 */
function besides({ fields = [], items = [] }: Reply): boolean {
  if (items.length > 0) return false;
  const length = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return fields.length <= LIMITS.fields && length <= 1_000;
}

const field = ({ name, value }: { readonly name: string; readonly value: string }) => ({
  name: literal(name, LIMITS.fieldName) || "\u2013",
  value: literal(value, LIMITS.fieldValue) || "\u2013",
  inline: value.length <= 40,
});

function footer(reply: Reply): string {
  const page = reply.page;
  if (page === undefined) return "";
  return `Items ${page.first} to ${page.last} of ${page.total} · page ${page.page} of ${page.pages}`;
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
