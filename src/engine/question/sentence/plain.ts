import { CAMEO } from "../../../model/cameo.ts";
import type { DocumentId } from "../../../model/event.ts";
import { fold } from "../../../model/text.ts";
import type { Day, Instant } from "../../../model/when.ts";
import { type Names, tokenise } from "../../names/index.ts";
import { timesIn } from "../times.ts";

/** Words without what is read apart from them, each in the place of as many blanks. */
export type Plain = {
  readonly plain: string;
  readonly quotes: readonly { readonly text: string; readonly at: number }[];
  readonly title?: DocumentId;
  readonly events: readonly string[];
  readonly since?: Instant;
};

/** Takes quotations, ids of events, names of codes and "changed since" out of a question's words. */
export function plainly(words: string, today: Day, names: Names): Plain {
  const quotes: { text: string; at: number }[] = [];
  let title: DocumentId | undefined;
  let plain = words.replace(QUOTED, (whole, text: string, at: number) => {
    if (text === undefined || /\w$/.test(words.slice(0, at))) return whole;
    const document = /\bwords?\s+$/iu.test(words.slice(0, at)) ? undefined : titled(text, names);
    if (document === undefined) quotes.push({ text: text.trim(), at });
    title ??= document;
    return " ".repeat(whole.length);
  });
  const events: string[] = [];
  plain = plain.replace(EVENT_ID, (told, id: string) => {
    events.push(id);
    return " ".repeat(told.length);
  });
  plain = codesAlone(plain);
  const changed = changedSince(plain, today);
  if (changed) plain = plain.replace(changed.text, (text) => " ".repeat(text.length));
  return {
    plain,
    quotes,
    events,
    ...(title !== undefined && { title }),
    ...(changed && { since: changed.since }),
  };
}

const EVENT_ID =
  /(?:(?<!\p{L})(?:the |this )?event )?(?<![\p{L}\p{N}-])(E-[a-z0-9]{1,20}(?:-[a-z0-9]{1,20})?)(?![\p{L}\p{N}])/gu;
const QUOTED = /["“„«]([^"“”„«»]{1,200})["”“»]/gu;

/** The one document that a quotation of three words or more is the title of, or a part of it. */
function titled(text: string, names: Names): DocumentId | undefined {
  if (tokenise(text).length < 3) return undefined;
  const [only, other] = names
    .suggest("document", text, 5)
    .filter(({ label }) => fold(label).includes(fold(text)));
  return other === undefined ? only?.value : undefined;
}

/** "Reject proposal to meet (CAMEO125)": the code alone, in its place, since its name is full of verbs. */
function codesAlone(words: string): string {
  let plain = words;
  for (const { 0: whole, 1: code = "", index } of words.matchAll(/\(CAMEO(\d{2,4})\)/giu)) {
    const name = CAMEO.get(code) ?? "";
    const from = words.slice(0, index).trimEnd().length - name.length;
    const lead = words.slice(from, from + name.length).toLowerCase() === name.toLowerCase() ? from : index;
    plain = `${plain.slice(0, lead)}${" ".repeat(index - lead)} CAMEO${code} ${plain.slice(index + whole.length)}`;
  }
  return plain;
}

/** "what changed since 1 March": when the dataset came to hold it, not when it was. */
function changedSince(
  words: string,
  today: Day,
): { readonly text: string; readonly since: Instant } | undefined {
  const instant = CHANGED_AT.exec(words);
  if (instant) return { text: instant[0], since: instant[1] ?? "" };
  const match = CHANGED.exec(words);
  const found = match && timesIn(match[1] ?? "", today);
  if (!match || !found || "problem" in found) return undefined;
  const [time] = found.times;
  if (time?.term.kind !== "period" || time.term.from === null || time.term.to !== null) return undefined;
  const start = match[0].length - (match[1] ?? "").length;
  return { text: match[0].slice(0, start + time.end), since: `${time.term.from}T00:00:00.000Z` };
}

const CHANGED_AT = /\bchanged since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)/u;
const CHANGED =
  /\b(?:changed|updated|added|new|entered|corrected)(?:,? (?:in|to|the|dataset|data|here|there|anything|something|has|have|been|was)){0,4} (since [^,;?]{3,60})/iu;
