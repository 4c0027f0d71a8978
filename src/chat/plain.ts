/**
 * Controls, bidirectional controls, invisible joiners that hide text, tag characters, unpaired surrogates: none carries
 * meaning here, and each can make an echo look like something else. U+200C and U+200D stay, since scripts and emoji
 * need them.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** Foreign text fit to be shown where a platform reads no markup: one line, nothing invisible, as it was otherwise. */
export function plain(text: string, limit = Number.POSITIVE_INFINITY): string {
  const cleaned = text
    .replace(INVISIBLE, "")
    .replace(/[\s\u2028\u2029]+/gu, " ")
    .trim();
  return cut(cleaned, limit, (point) => point);
}

/**
 * Text point by point through `write`, which is told where each stands, so that the result, its "…" included, has at most `limit` UTF-16 units and
 * neither a character nor what it is written as is cut in half.
 */
export function cut(text: string, limit: number, write: (point: string, at: number) => string): string {
  let out = "";
  let fits = 0;
  let at = 0;
  for (const point of text) {
    const piece = write(point, at);
    at += point.length;
    if (out.length + piece.length > limit) return `${out.slice(0, fits).trimEnd()}…`;
    out += piece;
    if (out.length < limit) fits = out.length;
  }
  return out;
}

/** A foreign address fit to be opened: `http(s)` only, without a name and password; undefined for any other. */
export function webLink(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return undefined;
  return username === "" && password === "" ? href : undefined;
}
