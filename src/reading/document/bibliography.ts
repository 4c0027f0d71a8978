import { fold, slug } from "../names/tokens.ts";
import type { RawDocument } from "../types.ts";
import type { Layout } from "./items.ts";

/** What a document says of itself. */
export type Bibliography = {
  readonly title: string;
  readonly publisher: string | null;
  /** The newspaper or agency that the text retells, normalised; null when it speaks for itself. */
  readonly retells: string | null;
  /** For a page of an embassy: the capitals of its clocks, home first. */
  readonly clocks: readonly string[];
};

const ORGANISATION =
  /\b(?:press|association|news|agency|times|post|journal|herald|reuters|afp|xinhua|tass|bbc|cnn|telegraph|guardian|tribune|gazette|media|tv|radio|ministry|office|department|pravda|today|online|desk)\b/i;

/**
 * Title, publisher and origin, by the document's own words. A title is a headline; without one, the first words and
 * an ellipsis. A publisher is named by a byline of a body, a source line, an agency's mark at the dateline, the
 * page's masthead, or the ministry behind its title.
 */
export function bibliography(raw: RawDocument, text: string, layout: Layout, original: string): Bibliography {
  const first = layout.items[0]?.title ?? null;
  const prose =
    layout.paragraphs.find((p) => text.slice(...p.span).split(/\s+/).length >= 3) ?? layout.paragraphs[0];
  const headline = first ? text.slice(...first) : null;
  const opening = prose
    ? text
        .slice(...prose.span)
        .split(/\s+/)
        .slice(0, 8)
        .join(" ")
    : raw.file;
  const subject = /^Subject:\s*([^\n]{3,200})$/m.exec(original.slice(0, 4_000))?.[1];
  const title = raw.given?.title ?? subject ?? headline ?? (prose ? `${opening}…` : raw.file);
  const clocks = [
    ...original.slice(0, 2_000).matchAll(/^(\p{Lu}[\p{L} ]{1,30}):\s*\d{1,2}:\d{2}\s*$/gmu),
  ].map((m) => (m[1] as string).trim());
  return {
    title: title.replace(/\s+/g, " ").trim(),
    publisher: raw.given?.publisher ?? publisher(original, text, layout, headline),
    retells: retold(text.slice(0, 20_000)),
    clocks,
  };
}

function publisher(original: string, text: string, layout: Layout, headline: string | null): string | null {
  const head = original.slice(0, 6_000);
  const byline = /^\s*By (?:the )?([\p{Lu}][\p{L}&.' ]{2,50})\s*$/mu.exec(head)?.[1];
  if (byline && ORGANISATION.test(byline)) return byline.trim();
  const source =
    /^Source:\s*(.{2,60}?)(?:,| with reference to | citing | quoting | referring to |\s*$)/im.exec(text)?.[1];
  if (source) return source.trim();
  const agency =
    /^[\p{Lu}][\p{Lu}\p{L} ,.]{2,40}\((Reuters|AP|AFP|Xinhua|TASS|IANS|PTI|ANI|Interfax|Anadolu|AA|UPI|dpa|EFE|Kyodo|Yonhap)\)/mu.exec(
      text.slice(0, 4_000),
    )?.[1];
  if (agency) return agency;
  const behind = headline
    ? /\s[-–|]\s((?:Ministry|Embassy|Permanent Mission|Office|Department|Government)\b[^-–|]{4,80})$/.exec(
        headline,
      )?.[1]
    : null;
  if (behind) return behind.trim();
  return masthead(text, layout);
}

/** A line of one to three capitalised words right above the headline. */
function masthead(text: string, layout: Layout): string | null {
  const at = layout.paragraphs.findIndex((p) => p.heading);
  if (at < 1) return null;
  const line = text.slice(...(layout.paragraphs[at - 1]?.span ?? [0, 0]));
  const words = line.split(/\s+/);
  return words.length <= 3 &&
    words.every((w) => /^\p{Lu}/u.test(w)) &&
    /\p{Ll}/u.test(line) &&
    !/[:.?!]/.test(line)
    ? line
    : null;
}

const PAPER = "(?:the )?(?:\\p{Lu}\\p{L}+ )?(?:national |state |British |daily |weekly )*";
const RETELLING = [
  new RegExp(
    `with reference to ${PAPER}(?:newspaper|publication|agency|outlet|magazine|broadcaster|website)? ?([A-Za-z](?:[\\w.]*\\w)?(?: \\p{Lu}(?:[\\w.]*\\w)?){0,3})`,
    "iu",
  ),
  /according to (?:a |an )?(?:\w+ )?(?:report|article|investigation|story)s? (?:by|in|from|of) (?:the )?(?:\p{Lu}\p{L}+ )?(?:newspaper|publication|agency|outlet|magazine|broadcaster|website|daily)? ?(\w(?:[\w.]*\w)?(?: \p{Lu}(?:[\w.]*\w)?){0,3})/u,
  /\b(?:the )?(?:newspaper|publication|news agency|news outlet|magazine|broadcaster|daily) ([A-Za-z](?:[\w.]*\w)?(?: \p{Lu}(?:[\w.]*\w)?){0,3}) (?:reported|reports|revealed|wrote|has learned|said)/u,
];

function retold(text: string): string | null {
  for (const pattern of RETELLING) {
    const name = pattern.exec(text)?.[1];
    if (name && !/^(?:the|a|an|his|her|its|their|this|that|reports?)$/i.test(name)) return originKey(name);
  }
  return null;
}

/** One key for a newspaper however it is called: "the newspaper o", "onews" and "o" are one. */
export function originKey(name: string): string {
  const plain = slug(
    fold(name).replace(
      /\b(?:the|newspaper|news|publication|paper|website|agency|daily|online|co|uk|com)\b/g,
      " ",
    ),
  );
  const short = plain.replace(/^([a-z]{1,4})news$/, "$1");
  return short === "" ? slug(name) : short;
}
