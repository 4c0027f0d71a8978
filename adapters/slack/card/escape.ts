import { cut, plain, webLink } from "../../../src/chat/plain.ts";
import { OURS } from "../limits.ts";

/**
 * Foreign text as Slack's mrkdwn shows it literally: no mention, link, formatting, emoji code or invisible control
 * comes alive, and line breaks become spaces. The result has at most `limit` UTF-16 units.
 *
 * mrkdwn knows no escape for its formatting characters, so those that could format are shown by characters that look
 * like them. Bare links stay text by `verbatim` on the object.
 */
export function mrkdwn(text: string, limit = Number.POSITIVE_INFINITY): string {
  const inert = plain(text)
    .replace(/^>/, "›")
    .replace(/[*~`]/g, (mark) => LOOKALIKES[mark] ?? mark)
    // Between letters and digits an underscore formats nothing.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "ˍ")
    .replace(/:(?=(?:[a-z0-9_+'-]*[a-z_+][a-z0-9_+'-]*|100|1234):)/gi, ":\u200b");
  return cut(inert, limit, (point) => ENTITIES[point] ?? point);
}

const LOOKALIKES: Readonly<Record<string, string>> = { "*": "∗", "~": "∼", "`": "ˋ" };
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A numbered source's title as a link; the title alone where the address is none that we open. */
export function linked(title: string, url: string | undefined): string {
  const href = url === undefined ? undefined : webLink(url);
  const safe = href?.replace(/[<>|`]/g, (mark) => PERCENT[mark] ?? mark).replaceAll("&", "&amp;");
  return safe === undefined || safe.length > OURS.url ? title : `<${safe}|${title.replaceAll("|", "¦")}>`;
}

const PERCENT: Readonly<Record<string, string>> = { "<": "%3C", ">": "%3E", "|": "%7C", "`": "%60" };

/**
 * What a person wrote, as they meant it: Slack sends mentions, links and the three entities encoded. `self` is the
 * bot, whose mention is no part of what was said.
 */
export function written(text: string, self?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (whole, inside: string) =>
      inside === `@${self}` ? " " : (told(inside) ?? whole),
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/** `@U1|ann` · `#C1|general` · `!channel` · `!date^…|2 May` · `https://…|label`; undefined for anything else. */
function told(inside: string): string | undefined {
  const [head = "", label] = inside.split(/\|(.*)/s);
  if (/^@[UWB]\w+$/.test(head)) return `@${label || head.slice(1)}`;
  if (/^#[CGD]\w+$/.test(head)) return `#${label || head.slice(1)}`;
  if (/^!subteam\^/.test(head)) return label || "@group";
  if (/^!date\^/.test(head)) return label ?? "";
  if (/^!\w+$/.test(head)) return `@${head.slice(1)}`;
  if (/^(?:https?|mailto|tel):/.test(head)) return label || head;
  return undefined;
}
