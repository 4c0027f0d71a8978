/**
 * Foreign text as Discord shows it literally: no markdown, mention, timestamp, link or invisible control comes
 * alive, and line breaks become spaces. Cut by whole code points so that the result, its "…" included, has at
 * most `limit` UTF-16 units.
 */
export function literal(text: string, limit = Number.POSITIVE_INFINITY): string {
  const points = Array.from(clean(text));
  let out = "";
  let fits = 0;
  for (const [at, point] of points.entries()) {
    const piece = escapePoint(point, points, at);
    if (out.length + piece.length > limit) return `${out.slice(0, fits).trimEnd()}…`;
    out += piece;
    if (out.length < limit) fits = out.length;
  }
  return out;
}

/** As `literal`, for places without markdown: button labels, footers, modal titles, file descriptions. */
export function plain(text: string, limit = Number.POSITIVE_INFINITY): string {
  const cleaned = clean(text);
  if (cleaned.length <= limit) return cleaned;
  let out = "";
  for (const point of cleaned) {
    if (out.length + point.length > limit - 1) break;
    out += point;
  }
  return `${out.trimEnd()}…`;
}

/** A link as Discord opens it, or undefined when it is not `http(s)` or carries a name and password. */
export function link(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return undefined;
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  const href = parsed.href.replace(
    /[()<>[\]\\`*_~|]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return href.length <= 400 ? href : undefined;
}

/**
 * Controls, bidirectional controls, invisible joiners that hide text, unpaired surrogates and tag characters go;
 * U+200C and U+200D stay, since scripts and emoji need them.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const clean = (text: string) =>
  text
    .replace(INVISIBLE, "")
    .replace(/[\s\u2028\u2029]+/gu, " ")
    .trim();

const MARKUP = new Set("\\*_~`|<>[]()#");

function escapePoint(point: string, points: readonly string[], at: number): string {
  if (MARKUP.has(point)) return `\\${point}`;
  // A mention is found in the raw text, where a backslash does not help: a zero-width space does.
  if (point === "@") return "@\u200b";
  // Bare links come alive by their scheme.
  if (point === ":" && points[at + 1] === "/" && points[at + 2] === "/") return "\\:";
  if (at === 0 && (point === "-" || point === "+")) return `\\${point}`;
  // "1. " at the start of a line becomes a list, which renumbers.
  if (point === "." && points[at + 1] === " " && points.slice(0, at).every((p) => p >= "0" && p <= "9"))
    return "\\.";
  return point;
}
