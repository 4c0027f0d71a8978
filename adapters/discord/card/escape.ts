import { cut, plain, webLink } from "../../../src/chat/plain.ts";
import { OURS } from "../limits.ts";

/**
 * Foreign text as Discord shows it literally: no markdown, mention, timestamp, link or invisible control comes
 * alive, and line breaks become spaces. The result has at most `limit` UTF-16 units.
 */
export function literal(text: string, limit = Number.POSITIVE_INFINITY): string {
  const cleaned = plain(text);
  return cut(cleaned, limit, (point, at) => escapePoint(point, cleaned, at));
}

const MARKUP = new Set("\\*_~`|<>[]()#");

function escapePoint(point: string, text: string, at: number): string {
  if (MARKUP.has(point)) return `\\${point}`;
  // A mention is found in the raw text, where a backslash does not help: a zero-width space does.
  if (point === "@") return "@\u200b";
  // Bare links come alive by their scheme.
  if (point === ":" && text.startsWith("://", at)) return "\\:";
  if (at === 0 && (point === "-" || point === "+")) return `\\${point}`;
  // "1. " at the start of a line becomes a list, which renumbers.
  if (point === "." && text[at + 1] === " " && /^[0-9]*$/.test(text.slice(0, at))) return "\\.";
  return point;
}

/** A numbered source's title as a link; the title alone where the address is none that we open. */
export function linked(title: string, url: string | undefined): string {
  const href = url === undefined ? undefined : webLink(url);
  const safe = href?.replace(
    /[()<>[\]\\`*_~|]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return safe === undefined || safe.length > OURS.url ? title : `[${title}](${safe})`;
}
