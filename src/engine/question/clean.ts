/** Longest question that is read, in characters. */
export const LIMIT = 1_000;

/**
 * Words without what is not words: control characters, tags and mentions of platforms, marks of emphasis, invisible
 * spaces; white space is one space. Letters and everything that could be part of a name stay.
 */
export function clean(words: string): string {
  return words
    .replace(ESCAPES, "")
    .replace(/<(?:[@#!&][^<>]{0,80}|\/?[a-z][^<>]{0,200})>/giu, " ")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/(?<![\p{L}\p{N}])[*_~`|]+|[*_~`|]+(?![\p{L}\p{N}])/gu, " ")
    .replace(/\bco-?op(?=erat)/giu, "coop")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Colours of a terminal, whole or with their escape character lost on the way: "[31m". */
const ESCAPES = /\u001b\[[0-9;?]*[A-Za-z]|\[\d{1,3}(?:;\d{1,3})*m/gu;

/**
 * A question in capitals in small letters, where capitals tell a name from a word no more. "US" and "UN" keep
 * theirs: in small letters they are other words.
 */
export function withoutShouting(words: string): string {
  const letters = words.replace(/\bE-[a-z0-9]+/gu, "").match(/\p{L}+/gu) ?? [];
  if (letters.length < 3 || letters.some((word) => word !== word.toUpperCase())) return words;
  return words.replace(/\p{L}+/gu, (word, at: number) =>
    /^(?:US|UN)$/.test(word) || (word === "E" && /^-[A-Z]*\d/.test(words.slice(at + 1)))
      ? word
      : word.toLowerCase(),
  );
}

/** A question without the courtesies around it: "Could you please tell me …", "I'd like to know whether …". */
export function withoutCourtesy(words: string): string {
  let rest = words;
  for (let turn = 0; turn < 8; turn++) {
    const next = rest.replace(COURTESY, "").replace(TRAILING, "").trim();
    if (next === rest || next === "") break;
    rest = next;
  }
  return asWhether(rest)
    .replace(SPEAKS_FOR, "$1 is the spokesperson of ")
    .replace(KEYWORD_LAST, "$2 of $1")
    .replace(/ & (?=(?:who|whom|what|when|where|why|how)\b)/giu, " and ");
}

/** "X itinerary", "X's timeline": as "itinerary of X". */
const KEYWORD_LAST =
  /^(?!(?:who|whom|whose|what|which|when|where|how|why|show|list|the|a|an)\b)((?:(?!['’]s\b)[^,:?]){2,60}?)(?:['’]s)? (itinerary|travels|whereabouts|timeline|chronology|profile|biography)$/iu;

/** "Who speaks for X?": asks for an office, not for a statement. */
const SPEAKS_FOR = /^(who) (?:speaks|spoke|is speaking|talks) (?:for|on behalf of) /iu;

/** Greetings, thanks, and questions about the one who answers: nothing to look for in the dataset. */
export const isSmallTalk = (words: string): boolean => SMALL_TALK.test(words);
const SMALL_TALK = new RegExp(
  `^(?:${[
    "hi|hello|hey|hallo|good (?:morning|afternoon|evening|day)|greetings",
    "thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|cheers|bye|goodbye|see you|ok(?:ay)?|cool|great|nice|yes|no|help(?: me)?",
    "who are (?:you|u)|what are (?:you|u)|what is this(?: bot)?|how (?:are|do) (?:you|u)(?: (?:do|work))?|how does (?:this|it) work",
    "what (?:can|do|could) (?:you|u|i)(?: (?:do|answer|know|cover|ask|tell me|offer|say))?(?: (?:here|about|you|for me))*",
    "(?:what|which) (?:questions?|commands?) (?:can|may|do) (?:i|you|we) \\w+",
  ].join("|")})(?: (?:there|bot|all|everyone|please))?[\\s!.?,]*$`,
  "iu",
);

/** "Is it true that X met Y?", "X met Y, right?": whether it was so. */
function asWhether(words: string): string {
  const put = words.replace(PUT_SO, "whether ").replace(EVER_BEFORE, "$1");
  if (put !== words) return put.replace(TAG, "");
  return TAG.test(words) && !ASKS.test(words) ? `whether ${words.replace(TAG, "")}` : words;
}

const PUT_SO =
  /^(?:is|was) it (?:(?:actually|really) )?(?:true|correct|right|the case|so|known|recorded|confirmed) (?:that|whether|if)\s+/iu;
/** "Has X visited P before?": before now, which is no limit. */
const EVER_BEFORE = /^((?:did|has|have|had|was|were)\b.*?)\s+(?:ever )?before[\s?!.]*$/iu;
const TAG =
  /,\s*(?:right|correct|true|yes|no|is(?:n['’]?t| it not) (?:it|that so)|did(?:n['’]?t)? (?:he|she|they|it)|was(?:n['’]?t)? (?:he|she|it)|were(?:n['’]?t)? they|is that (?:right|correct|true|so))[\s?!.]*$/iu;
const ASKS =
  /^(?:who|whom|whose|what|when|where|which|how|why|did|does|do|is|are|was|were|has|have|whether)\b/iu;

const COURTESY = new RegExp(
  `^(?:${[
    "(?:hi|hello|hey|hallo|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|bot|attach[eé]|everyone|all))?[,!.:;-]?",
    "(?:ok|okay|so|well|right|now|and now)[,!:]",
    "attach[eé][,:!]",
    "(?:could|can|would|will) (?:you|u|anyone|someone|somebody)(?: please| kindly| possibly)? (?:tell|show|give|remind|explain to|let) (?:me|us)(?: know)?(?: please)?,?",
    "(?:could|can|would|will) (?:you|u)(?: please| kindly)? (?:say|list|name|find|find out|look up|check|explain)(?: for me)?",
    "(?:could|can|may|might) (?:i|we)(?: please)? (?:know|ask|see|have|get)(?: you)?",
    "(?:please|pls|plz|kindly)[,:]?",
    "(?:i|we)(?:'d| would|’d)? (?:really )?(?:like|love|want|need|wish)(?: to (?:know|learn|find out|see|hear|ask|understand)| you to tell me)(?: about| of)?",
    "(?:i|we) (?:was |am |were |are |'m )?wonder(?:ing|ed)?,?",
    "(?:i'm|i am|we are|we're) (?:interested in|curious(?: about| to know)?|looking for|trying to find out|searching for)(?: knowing| learning)?",
    "(?:do|does|did) (?:you|anyone|anybody|we) (?:happen to )?(?:know|remember|recall)(?: of| about)?",
    "(?:any|have you (?:got )?any|do you have any) (?:idea|clue|info(?:rmation)?|details|data)(?: (?:on|about|as to|of))?",
    "(?:what|anything) (?:do|can|could) (?:you|u) (?:know|tell me|say|have)(?: (?:about|on|of))",
    "(?:quick |one |another |just a |simple )?question[:,]",
    "(?:tell|show|give|remind) (?:me|us)(?: please)?,?(?= (?:who|whom|what|when|where|which|how|whether|if|the|all|every|in|on|at|with|by|to)\\b)",
    "(?:let me know|find out|check|say|explain|look up)(?= (?:who|whom|what|when|where|which|how|whether|if)\\b)",
    "(?:according to (?:the|your) (?:dataset|data|documents|sources|records|reports?|texts?)|in (?:the|your) (?:dataset|data|documents|sources|records)|from (?:the|your) (?:dataset|data|documents|records)),?",
    "(?:is it known|is it recorded|is there (?:any )?(?:record|evidence|information)(?: of| that| about| on)?)(?= (?:who|whom|what|when|where|which|how|whether|if)\\b)",
    "(?:as far as you know|by any chance|actually|basically|remind me),?",
  ].join("|")})(?=\\s|$)\\s*`,
  "iu",
);
const TRAILING =
  /(?:[\s,]+(?:please|pls|thanks|thank you|if you (?:can|could|know)|do you know|again|by any chance|for me|according to (?:the|your) (?:dataset|data|documents|sources|records|reports?|texts?)|in (?:the|your) (?:dataset|documents|data|records)))?[\s?!.,;:]*$/iu;
