import { MONTHS, WEEKDAYS } from "../../../model/calendar.ts";
import type { Part } from "../terms.ts";

// Sources of regular expressions. Names of months and weekdays must have a capital: "may", "march" and "sun" are words.

const both = (names: readonly string[]) => [...names, ...names.map((n) => n.toUpperCase())].join("|");

export const FULL_MONTH = `(?:${both(MONTHS)})`;
const SHORT_MONTH = `(?:${both(["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"])})`;
/** A month, whole or short, with its point. */
export const MONTH = `(?:${FULL_MONTH}|${SHORT_MONTH}\\b\\.?)`;

export const FULL_WEEKDAY = `(?:${both(WEEKDAYS)})`;
/** Short weekdays are names and words of their own: to be used beside a date only. */
export const WEEKDAY = `(?:${FULL_WEEKDAY}|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?)`;

export const DAY = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
export const YEAR = "(?:1[89]\\d\\d|20\\d\\d)(?![\\d]|[.,]\\d)";
/** Not inside a number, a decimal, an ordinal or a longer word. */
export const START = "(?<![\\p{L}\\d]|[\\d][.,:/-])";
export const END = "(?![\\p{L}\\d])";
export const DASH = "\\s?[-\\u2010-\\u2015]\\s?";
export const HOUR = "(?:\\s+(?:morning|afternoon|evening|night|midday|noon))?";

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};

export const VAGUE_COUNT = "(?:[Aa]\\s+)?[Ff]ew|[Ss]everal|(?:[Aa]\\s+)?couple(?:\\s+of)?|some|many|recent";
const COUNTED = Object.keys(NUMBERS).map((n) => `[${n.charAt(0).toUpperCase()}${n.charAt(0)}]${n.slice(1)}`);

export const COUNT = `(?:\\d{1,3}(?!\\d)|(?:${COUNTED.join("|")})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)`;
export const ABOUT =
  "(?:(?:more\\s+than|less\\s+than|fewer\\s+than|at\\s+least|almost|nearly|about|around|roughly|some|over|just\\s+over|just\\s+under|approximately)\\s+)?";

/** How many, from the least to the most that the word allows: "three" is 3 to 3, "a few" is 2 to 7. */
export function countOf(word: string): { readonly least: number; readonly most: number } | null {
  const w = word.toLowerCase().replace(/\s+/g, " ");
  if (/^\d+$/.test(w)) return { least: Number(w), most: Number(w) };
  if (/^(?:a )?couple/.test(w)) return { least: 2, most: 3 };
  if (/^(?:(?:a )?few|several|some|recent)$/.test(w)) return { least: 2, most: 7 };
  if (w === "many") return null;
  const sum = w.split("-").reduce((total, part) => total + (NUMBERS[part] ?? Number.NaN), 0);
  return Number.isNaN(sum) ? null : { least: sum, most: sum };
}

export const PART = "(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[-\\u2010-\\u2013]|\\s+)(?:in\\s+)?";
export const EDGE = "(?:the\\s+)?(?:beginning|start|middle|end)\\s+of\\s+";

export function partOf(words: string | undefined): Part | null {
  const w = words?.toLowerCase() ?? "";
  if (/beginning|start/.test(w)) return "start";
  if (/early/.test(w)) return "early";
  if (/mid/.test(w)) return "mid";
  if (/late/.test(w)) return "late";
  return /end/.test(w) ? "end" : null;
}

/** What every match of a reader holds; the same object for all readers of a kind, so that it is looked for once. */
export const DIGIT_HINT = /\d/;
export const MONTH_HINT =
  /J(?:an|AN|un|UN|ul|UL)|F(?:eb|EB)|M(?:ar|AR|ay|AY)|A(?:pr|PR|ug|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC)/;
export const WEEKDAY_HINT = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]DAY/;
export const UNIT_HINT = /day|week|month|year|decade/;
export const SEASON_HINT = /[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter/;
export const AGO_HINT = /\bago\b/;
