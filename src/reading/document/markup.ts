type Drop = (start: number, end: number, reason: string) => void;

/** True for a text with tags of HTML. */
export const isMarkup = (text: string): boolean =>
  /<\/?(?:html|body|p|div|br|a|span|h\d|table|script|b|i|em|strong)\b[^>]{0,500}>/i.test(text);

/**
 * A page without its markup, as long as before: what is dropped is spaces, a tag that begins a block two line ends.
 * Comments, scripts and the furniture of a page (menus, footers, forms, captions) go with what they hold.
 */
export function unmark(text: string, drop: Drop): string {
  const bare = WHOLE.reduce((rest, [open, close, reason]) => without(rest, open, close, reason, drop), text);
  return bare
    .replace(/<(\/?)([a-z][a-z0-9]*)\b[^<>]{0,2000}>/gi, (m, _c, tag: string, at: number) => {
      drop(at, at + m.length, "markup");
      return BLOCK_TAGS.has(tag.toLowerCase()) && m.length > 1 ? `\n\n${" ".repeat(m.length - 2)}` : pad(m);
    })
    .replace(
      /&(nbsp|amp|quot|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|copy|#\d{2,5}|#x[0-9a-f]{2,5});/gi,
      (m, name) => pad(m, ENTITIES[name.toLowerCase()] ?? numeric(name)),
    );
}

const WHOLE: readonly (readonly [open: RegExp, close: string, reason: string])[] = [
  [/<!--/g, "-->", "comment"],
  ...["script", "style", "noscript", "svg"].map(
    (tag) => [new RegExp(`<${tag}\\b`, "gi"), `</${tag}>`, "script"] as const,
  ),
  ...["nav", "footer", "aside", "form", "button", "figcaption"].map(
    (tag) => [new RegExp(`<${tag}\\b`, "gi"), `</${tag}>`, "page furniture"] as const,
  ),
];

/** Blanks from each opening to its end; one that is never closed is left, so that each character is looked at once. */
function without(text: string, open: RegExp, close: string, reason: string, drop: Drop): string {
  const parts: string[] = [];
  const plain = text.toLowerCase();
  let at = 0;
  for (const m of text.matchAll(open)) {
    if (m.index < at) continue;
    const end = plain.indexOf(close, m.index);
    if (end < 0) break;
    const to = end + close.length;
    drop(m.index, to, reason);
    parts.push(text.slice(at, m.index), text.slice(m.index, to).replace(/[^\n]/g, " "));
    at = to;
  }
  return parts.join("") + text.slice(at);
}

const pad = (s: string, by = " ") => by + " ".repeat(s.length - by.length);

const BLOCK_TAGS = new Set(
  "p div br li ul ol h1 h2 h3 h4 h5 h6 tr td table article section header footer title time main figure blockquote".split(
    " ",
  ),
);
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  quot: '"',
  apos: "'",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  copy: "©",
};
const numeric = (name: string) => {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 32 && code < 0xd800 ? String.fromCharCode(code) : " ";
};
