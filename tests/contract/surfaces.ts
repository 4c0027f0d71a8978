import { ComponentType } from "discord.js";
import { render as renderConsole } from "../../adapters/console/render.ts";
import { render as renderDiscord } from "../../adapters/discord/render.ts";
import { render as renderSlack } from "../../adapters/slack/render.ts";
import type { Reply } from "../../src/chat/reply.ts";

/** What reaches a person of one message: its words in the order of reading, its ways on, its files. */
export type Reached = {
  readonly words: string;
  readonly ways: readonly string[];
  readonly choices: readonly string[];
  readonly files: readonly { readonly name: string; readonly told: string }[];
};

type Json = Record<string, unknown>;
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Every adapter, as a person meets what it makes of a reply. */
export const SURFACES: Readonly<Record<string, (reply: Reply) => readonly Reached[]>> = {
  console: (reply) => [inTerminal(reply)],
  discord: (reply) => renderDiscord(reply, "private").map(inDiscord),
  slack: (reply) => renderSlack(reply, "private").map(inSlack),
};

/** A terminal shows a picture in words, and names its ways on by their verbs. */
function inTerminal(reply: Reply): Reached {
  const words = renderConsole(reply, { width: Number.POSITIVE_INFINITY, colours: false, interactive: true });
  const ways = /Go on: (.*)$/m.exec(words)?.[1]?.split(" · ") ?? [];
  const picture = reply.picture && words.includes(`Picture: ${reply.picture.alt}`) ? [reply.picture] : [];
  const ids = list(reply.items).map(({ id }) => text(id));
  return {
    words,
    ways,
    choices: ids.filter((id) => id !== "" && words.includes(id)),
    files: [
      ...picture.map(({ name, alt }) => ({ name, told: alt })),
      // The file lies beside the person who asked; the adapter writes it, the words come with the reply.
      ...(reply.file ? [{ name: reply.file.name, told: reply.file.description }] : []),
    ],
  };
}

function inDiscord({ body, files }: ReturnType<typeof renderDiscord>[number]): Reached {
  const words = list(body.embeds).flatMap((embed) => [
    text(embed.title),
    text(embed.description),
    ...list(embed.fields).map(({ name, value }) => `${text(name)}: ${text(value)}`),
    text((embed.footer as Json | undefined)?.text),
  ]);
  const components = list(body.components).flatMap(({ components }) => list(components));
  return {
    words: words.join("\n").replace(/\\([^0-9A-Za-z\s])/g, "$1"),
    ways: components.filter(({ type }) => type === ComponentType.Button).map(({ label }) => text(label)),
    choices: components.flatMap(({ options }) => list(options)).map(({ value }) => text(value)),
    files: files.map(({ name }, n) => ({ name, told: text(list(body.attachments)[n]?.description) })),
  };
}

function inSlack({ blocks, files }: ReturnType<typeof renderSlack>[number]): Reached {
  const all = list(JSON.parse(JSON.stringify(blocks)));
  const parts = all.flatMap((block) => [
    block.text,
    ...list(block.fields),
    ...(block.type === "context" ? list(block.elements) : []),
  ]);
  const elements = all.flatMap((block) => (block.type === "actions" ? list(block.elements) : []));
  return {
    words: parts
      .map((part) => text((part as Json | undefined)?.text))
      .join("\n")
      .replace(/<([^|>]+)\|([^>]*)>/g, "$2")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
    ways: elements
      .filter(({ type }) => type === "button")
      .map((element) => text((element.text as Json | undefined)?.text)),
    choices: elements.flatMap(({ options }) => list(options)).map(({ value }) => text(value)),
    files: files.map(({ name, alt }) => ({ name, told: alt })),
  };
}
