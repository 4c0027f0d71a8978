import type { Exchange, Json, Seen } from "./records.ts";

/** Waits until something is true; an Error with what was waited for when it does not come. */
export async function until<T>(what: string, found: () => T | undefined | false, ms = 10_000): Promise<T> {
  for (let waited = 0; waited < ms; waited += 5) {
    const value = found();
    if (value !== undefined && value !== false) return value;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** The first message behind a payload's response_url. */
export const answerTo = (exchange: Exchange, n = 0): Promise<Seen> =>
  until(`an answer to ${exchange.what}`, () => exchange.posts[n]);

/** All words of a message as a reader meets them, Slack's entities read. */
export function wordsOf({ blocks, text }: Pick<Seen, "blocks" | "text">): string {
  const parts = blocks.flatMap((block) => [
    block.text,
    ...((block.fields as Json[] | undefined) ?? []),
    ...(block.type === "context" ? (block.elements as Json[]) : []),
  ]);
  const words = parts.filter((part) => part !== undefined).map((part) => String((part as Json).text));
  return (words.length > 0 ? words.join("\n") : text)
    .replace(/<([^|>]+)\|([^>]*)>/g, "$2")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The labels of a message's buttons. */
export const labelsOf = ({ blocks }: Seen): readonly string[] =>
  blocks
    .filter(({ type }) => type === "actions")
    .flatMap(({ elements }) => (elements as Json[]).flatMap((one) => labelOf(one) ?? []) as string[]);

/** The label of a button. */
export const labelOf = (element: Json) => (element.text as Json | undefined)?.text;
