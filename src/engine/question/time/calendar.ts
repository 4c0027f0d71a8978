import { monthNumber } from "../../../model/calendar.ts";
import { bounds, type Day, span, toDay } from "../../../model/when.ts";
import {
  DAY_NUMBER,
  type Known,
  MONTH_WORD,
  matchAt,
  type Now,
  type Piece,
  pattern,
  WEEKDAY_WORD,
  type Yearless,
} from "./piece.ts";

/** "of 2005", "the year 2005", "in the year of 2005". */
const OF_YEAR = "(?:(?:of|in)\\s+)?(?:the\\s+year\\s+(?:of\\s+)?|year\\s+)?";
const YEAR = `${OF_YEAR}(\\d{4})`;
const WEEKDAY = `(?:${WEEKDAY_WORD},?\\s+(?:the\\s+)?)?`;
const THE = "(?:the\\s+)?";

const ORDINALS_AFTER_TWENTY = "first second third fourth fifth sixth seventh eighth ninth".split(" ");
const ISO = pattern("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?(?!-\\d)");
const SLASHED = pattern("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})");
const RUN_TOGETHER = pattern("((?:19|20)\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])");
const YEAR_MONTH = pattern(`((?:1[5-9]|20|21)\\d\\d),\\s*(${MONTH_WORD})(?!\\s*\\d)`);
const ORDINAL_DAYS = [
  ..."first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  ),
  ...ORDINALS_AFTER_TWENTY.map((word) => `twenty-${word}`),
  "thirtieth",
  "thirty-first",
];
const ORDINAL_DAY = pattern(
  `${WEEKDAY}${THE}(${ORDINAL_DAYS.toReversed().join("|")})\\s+(?:day\\s+)?of\\s+(${MONTH_WORD})(?:,?\\s+${YEAR})?`,
);
const NUMERIC = pattern("(?:(\\d{1,2})[./])?(\\d{1,2})[./](\\d{4})");
const DAY_MONTH = pattern(
  `${WEEKDAY}${THE}${DAY_NUMBER}(?:\\s+of\\s+|[\\s-]*)(${MONTH_WORD})(?:(?:,?\\s+|-)${YEAR})?`,
);
const MONTH_DAY = pattern(`${WEEKDAY}(${MONTH_WORD})\\s*${THE}${DAY_NUMBER}(?!\\d)(?:,?\\s+${YEAR})?`);
const MONTH_YEAR = pattern(
  `(?:the\\s+month\\s+of\\s+)?(${MONTH_WORD}),?\\s*(?:${YEAR}|(?:of\\s+)?(last|this|next)\\s+year|['\u2019](\\d\\d))`,
);
const MONTH = pattern(`(?:(last|this|next)\\s+)?(${MONTH_WORD})`);
const YEARS = pattern(
  "(?:the\\s+)?(?:years?\\s+(?:of\\s+)?)?((?:1[5-9]|20|21)\\d\\d)(?:\\s?[-/\\u2010-\\u2015]\\s?((?:1[5-9]|20|21)?\\d\\d))?(?![.,]\\d)",
);
const DECADE = pattern("(?:the\\s+)?((?:1[5-9]|20|21)?\\d)0['\u2019]?s");
const PART = pattern(
  `(?:(early|mid|late)[\\s-]+|${THE}(?:(first|second)\\s+half|(first|second|third|fourth|last)\\s+quarter|(beginning|start|middle|end))\\s+of\\s+|q([1-4])\\s+)((?:1[5-9]|20|21)\\d\\d)`,
);
const SEASON = pattern(`${THE}(spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?(\\d{4})`);

/** A date as the calendar names it: a day, month, year, decade, season, half or quarter; days come first in `17.12.2005`. */
export function calendarAt(words: string, at: number, now: Now): Piece | null {
  const numbers = numberAt(words, at);
  if (numbers) return numbers;
  let m = matchAt(DAY_MONTH, words, at);
  if (m) return dated(m, Number(m[1]), m[2], m[3]);
  m = matchAt(ORDINAL_DAY, words, at);
  if (m) return dated(m, ORDINAL_DAYS.indexOf((m[1] ?? "").toLowerCase()) + 1, m[2], m[3]);
  m = matchAt(YEAR_MONTH, words, at);
  if (m) return known(m, `${m[1]}-${String(monthNumber(m[2] ?? "")).padStart(2, "0")}`);
  m = matchAt(MONTH_YEAR, words, at);
  if (m) {
    const shift = m[3] ? SHIFTS[m[3].toLowerCase() as keyof typeof SHIFTS] : 0;
    const year = m[2] ?? (m[4] ? `20${m[4]}` : String(Number(now.today.slice(0, 4)) + shift));
    return known(m, `${year}-${String(monthNumber(m[1] ?? "")).padStart(2, "0")}`);
  }
  m = matchAt(MONTH_DAY, words, at);
  if (m) return dated(m, Number(m[2]), m[1], m[3]);
  m = matchAt(PART, words, at);
  if (m) return partOfYear(m);
  m = matchAt(SEASON, words, at);
  if (m) return season(m, (m[1] ?? "").toLowerCase(), Number(m[2]));
  m = matchAt(DECADE, words, at);
  if (m) {
    const from = Number((m[1] ?? "").padStart(3, "19")) * 10;
    return covering(m, `${from}`, `${from + 9}`);
  }
  return monthAt(words, at, now) ?? yearsAt(words, at);
}

/** Of days and months without a year the latest that has begun or, in a question that looks ahead, the next that is not over. */
export function inYear(piece: Yearless, now: Now): Known | null {
  const year = Number(now.today.slice(0, 4));
  const candidates = Array.from({ length: 17 }, (_, i) => ofYear(piece, year - 8 + i)).filter(
    (p) => p !== null,
  );
  const found = now.ahead
    ? candidates.find((p) => p.to >= now.today)
    : candidates.findLast((p) => p.from <= now.today);
  return found ?? null;
}

export function ofYear(piece: Yearless, year: number): Known | null {
  const month = `${String(year).padStart(4, "0")}-${String(piece.month).padStart(2, "0")}`;
  const edtf = piece.day === null ? month : `${month}-${String(piece.day).padStart(2, "0")}`;
  const days = span(edtf);
  return days && { kind: "known", end: piece.end, ...days, edtf };
}

const SHIFTS = { last: -1, this: 0, next: 1 } as const;

function numberAt(words: string, at: number): Piece | null {
  const iso = matchAt(ISO, words, at);
  if (iso && (iso[3] !== undefined || Number(iso[2]) <= 12)) {
    const [, year, month, day] = iso;
    const edtf = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-");
    return known(iso, edtf);
  }
  const together = matchAt(SLASHED, words, at) ?? matchAt(RUN_TOGETHER, words, at);
  if (together)
    return known(
      together,
      together
        .slice(1, 4)
        .map((part) => part.padStart(2, "0"))
        .join("-"),
    );
  const m = matchAt(NUMERIC, words, at);
  if (!m) return null;
  const [, day, month, year] = m;
  return known(m, [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-"));
}

function dated(m: RegExpExecArray, day: number, name: string | undefined, year: string | undefined): Piece {
  const end = m.index + m[0].length;
  const month = monthNumber(name ?? "") ?? 0;
  // 2000 has every day that any year has.
  if (toDay(year === undefined ? 2000 : Number(year), month, day) === null) {
    return { kind: "no-such-day", end, word: m[0] };
  }
  const piece: Yearless = { kind: "yearless", end, month, day };
  return (year === undefined ? null : ofYear(piece, Number(year))) ?? piece;
}

function monthAt(words: string, at: number, now: Now): Piece | null {
  const m = matchAt(MONTH, words, at);
  if (!m) return null;
  const name = (m[2] ?? "").toLowerCase();
  const piece: Yearless = {
    kind: "yearless",
    end: m.index + m[0].length,
    month: monthNumber(name) ?? 0,
    day: null,
  };
  switch (m[1]?.toLowerCase()) {
    case "this":
      return ofYear(piece, Number(now.today.slice(0, 4)));
    case "last":
      return inYear(piece, { today: `${now.today.slice(0, 7)}-00` as Day, ahead: false });
    case "next":
      return inYear(piece, { today: `${now.today.slice(0, 7)}-32` as Day, ahead: true });
    default:
      return mayBeMonth(name, words.slice(0, at), words.slice(piece.end)) ? piece : null;
  }
}

const TIME_BEFORE =
  /(?:^|[^\p{L}])(?:in|since|during|until|till|throughout|early|mid|late)[\s-]+(?:the\s+month\s+of\s+)?$/iu;
const OFTEN_BEFORE =
  /(?:^|[^\p{L}])(?:in|since|during|until|till|throughout|early|mid|late|by|before|after|from|between|of|to|and|through)[\s-]+$/iu;
const ANOTHER_AFTER = new RegExp(`^\\s*(?:-|\\u2013|to|and|until|till|through)\\s*${MONTH_WORD}`, "iu");
const ONLY_MONTHS = /^(?:january|february|july|september|october|november|december)$/;

/** "May" is a surname and a verb: it needs a word of time that stands before no person, or another month beside it. */
function mayBeMonth(name: string, before: string, after: string): boolean {
  if (
    TIME_BEFORE.test(before) ||
    ANOTHER_AFTER.test(after) ||
    new RegExp(`${MONTH_WORD}\\s*(?:-|\\u2013|to|and|until|till|through)\\s*$`, "iu").test(before)
  )
    return true;
  if (name === "may") return false;
  return ONLY_MONTHS.test(name) || OFTEN_BEFORE.test(before);
}

const NUMBERED = /(?:resolutions?|no\.?|nos\.?|\u2116|#|article|flight|agenda|vision|[$\u20ac\u00a3])\s*$/iu;

function yearsAt(words: string, at: number): Piece | null {
  const m = matchAt(YEARS, words, at);
  if (!m || NUMBERED.test(words.slice(Math.max(0, at - 12), at))) return null;
  const first = m[1] ?? "";
  const last = m[2] === undefined ? first : first.slice(0, 4 - m[2].length) + m[2];
  // "2008/09" is two years; where the second could only lie before, it is a month.
  if (last < first)
    return m[2]?.length === 2 && Number(m[2]) >= 1 && Number(m[2]) <= 12 && /\/\d\d$/.test(m[0])
      ? known(m, `${first}-${m[2]}`)
      : null;
  return first === last ? known(m, first) : covering(m, first, last);
}

function partOfYear(m: RegExpExecArray): Piece {
  const [, third, half, quarter, edge, q, year] = m.map((g) => g?.toLowerCase());
  const word = third ?? edge ?? "";
  const months = third || edge ? 4 : half ? 6 : 3;
  const index =
    third || edge
      ? /early|beg|sta/.test(word)
        ? 0
        : /mid/.test(word)
          ? 1
          : 2
      : q
        ? Number(q) - 1
        : ORDINALS.indexOf(half ?? quarter ?? "");
  const first = (index < 0 ? 12 / months - 1 : index) * months + 1;
  const month = (n: number) => `${year}-${String(n).padStart(2, "0")}`;
  return covering(m, month(first), month(first + months - 1));
}

const ORDINALS = ["first", "second", "third", "fourth"];

function season(m: RegExpExecArray, name: string, year: number): Piece {
  const first = { spring: "03", summer: "06", autumn: "09", fall: "09" }[name];
  if (first === undefined) return covering(m, `${year}-12`, `${year + 1}-02`);
  return covering(m, `${year}-${first}`, `${year}-${String(Number(first) + 2).padStart(2, "0")}`);
}

function known(m: RegExpExecArray, edtf: string): Piece {
  const days = span(edtf);
  const end = m.index + m[0].length;
  return days ? { kind: "known", end, ...days, edtf } : { kind: "no-such-day", end, word: m[0] };
}

function covering(m: RegExpExecArray, first: string, last: string): Piece {
  const days = bounds(`${first}/${last}`);
  const end = m.index + m[0].length;
  if (!days?.start || !days.end) return { kind: "no-such-day", end, word: m[0] };
  return { kind: "known", end, from: days.start, to: days.end, edtf: null };
}
