import type { Status } from "../../../model/kinds.ts";
import type { Tense } from "../../types.ts";
import type { Chunk } from "./chunks.ts";
import { type Line, wordAt } from "./line.ts";

/** How far the event got, in which tense it is told, and the rule that says so. */
export type Realis = { readonly status: Status; readonly tense: Tense; readonly rule: string | null };

const FUTURE =
  /\b(?:will|would|'ll|shall|is to|are to|was to|were to|due to|set to|scheduled|expected|expects|expect|slated|supposed to|is going to|are going to|plans?|planned|planning|intends?|about to|upcoming|forthcoming|next week|next month|tomorrow|preparing|prepares|arrange|agreed (?:to|on) (?:meet|hold|visit|talk|speak|a|another)|looks? forward|looking forward|heading|heads to|(?:flies|travels|goes|leaves|departs) (?:on |back |off )?(?:to|for)|ahead of|before (?:his|her|their|a|the) (?:planned|scheduled)|to be \w+(?:ed|held|en)|to take place|likely|could|may|might)\b/;
const PROPOSED =
  /\b(?:propos\w*|suggest\w*|invit\w*|offer(?:s|ed)? to|ready to|readiness|willing(?:ness)?|hop(?:es|ed|ing) (?:to|for)|wants? to|wanted to|wish(?:es|ed)? to|call(?:s|ed) for|ask(?:s|ed|ing) for|request\w*|seeks?|sought|seeking|urg(?:es|ed|ing)|open to|prepared to|possible|possibility|should|consider\w*|demand\w*|eager|keen)\b/;
const CANCELLED = /\b(?:cancel\w*|called off|scrapped|abandoned|calls off)\b/;
const POSTPONED = /\b(?:postpon\w*|put off|delayed|rescheduled|deferred)\b/;
const DECLINED =
  /\b(?:declin(?:es|ed|ing)|refus(?:es|ed|al|ing)|reject(?:s|ed|ing)|rul(?:es|ed) out|turned down|boycott\w*|snubb?\w*|skip(?:s|ped)?)\b/;
const NEGATED =
  /\b(?:not|never|no|n't|didn't|hasn't|haven't|hadn't|wasn't|weren't|won't|without|neither|nor|at no point|denied|denies|deny|denying|unable to)\b/;
/** "was to visit it, but did not". */
const NOT_DONE =
  /\bbut (?:_ |he |she |they |it |the \w+ )?(?:did not|didn't|never did|failed to|has not|have not)\b/;
const ALLEGED =
  /\b(?:reportedly|allegedly|alleged|purported|purportedly|rumou?red|rumou?rs?|unconfirmed|believed to|said to have|claims? to have)\b/;

/**
 * The status of the event whose trigger is chunk `k`, by the words from its subject (or the eight chunks before)
 * to it, and those right behind it for passives ("was cancelled", "will take place").
 */
export function realis(line: Line, k: number, from: number, noun: boolean): Realis {
  const whole = words(line, Math.max(from, k - 30), k);
  const aside =
    !noun && /^,|(?:^| )who /.test(whole)
      ? whole.replace(/(?:^|\s), [^,]*(?:\s\S+){2,} ,(?=\s|$)/g, "")
      : whole;
  const before = tail(aside, 14);
  const near = tail(aside, 7);
  const behind = noun ? after(line, k) : "";
  const lead = words(line, Math.max(0, from - 6), from);
  if (
    /\b(?:denied|denies|denying|(?:dismissed|rejected) (?:the )?(?:reports?|claims?|allegations?))\b(?: that| _| \w+){0,3}$/.test(
      lead,
    ) &&
    !noun
  )
    return { status: "denied", tense: "past", rule: "status: denied" };
  if (!noun && /\bnor _$|^neither _$/.test(lead))
    return { status: "denied", tense: "past", rule: "status: denied" };
  if (
    !noun &&
    /(?:^|\s)(?:and|or|,) (?:then |also )?be$/.test(words(line, Math.max(from, k - 4), k)) &&
    /\b(?:will|would|is to|are to|due to|set to|expected to)\b/.test(words(line, from, k))
  )
    return { status: "planned", tense: "future", rule: "status: planned" };
  if (/\binvit(?:ed|es|ing) _$/.test(lead) && !noun)
    return { status: "proposed", tense: "future", rule: "status: invited" };
  const all = `${near} ${behind}`;
  if (UNPLANNED.test(behind)) return { status: "declined", tense: "future", rule: "status: will not" };
  if (NOT_HELD.test(behind)) return { status: "denied", tense: "past", rule: "status: denied" };
  const verdict =
    /^(?:was|were|is|has been|have been|had been) (?:\w+ly )?(proposed|suggested|offered|requested|declined|refused|rejected|denied)\b/.exec(
      behind,
    )?.[1];
  if (verdict === "denied") return { status: "denied", tense: "past", rule: "status: denied" };
  if (verdict)
    return /^(?:declined|refused|rejected)$/.test(verdict)
      ? { status: "declined", tense: "past", rule: "status: declined" }
      : { status: "proposed", tense: "future", rule: "status: proposed" };
  if (CANCELLED.test(all) || CANCELLED.test(clauseBehind(line, k)))
    return { status: "cancelled", tense: "past", rule: "status: called off" };
  const own = wordAt(line, k);
  const goesOn = noun
    ? /\b(?:and|,) (?:then |later |also )?(?:hold|have|conduct|attend|begin|open|co - chair)\b/.test(near)
    : BASE.test(own) && /(?:^|\s)(?:and|,|then|or|-)$/.test(near);
  if (
    goesOn &&
    /\b(?:will|would|is to|are to|was to|plans? to|due to|expected to|scheduled to|set to)\b/.test(aside) &&
    !NEGATED.test(near)
  )
    return { status: "planned", tense: "future", rule: "status: planned" };
  if (!noun && /\bfailed to$/.test(near))
    return { status: "cancelled", tense: "past", rule: "status: failed to" };
  if (
    (FUTURE.test(near) || PROPOSED.test(near)) &&
    NOT_DONE.test(words(line, k + 1, Math.min(line.chunks.length, k + 24)))
  )
    return { status: "cancelled", tense: "past", rule: "status: did not" };
  if (POSTPONED.test(all)) return { status: "postponed", tense: "future", rule: "status: postponed" };
  if (/\bno longer (?:expected|due|going|set|scheduled|planned|planning|to)\b/.test(before))
    return { status: "cancelled", tense: "past", rule: "status: no longer" };
  if (NEGATED.test(near) && !/\bnot only\b|\bno longer secret\b/.test(near)) {
    if (
      /\b(?:will not|won't|wo not|would not|wouldn't|not going to|no plans?|unable to|not (?:planning|expected|scheduled))\b/.test(
        before,
      )
    )
      return { status: "declined", tense: "future", rule: "status: will not" };
    return { status: "denied", tense: "past", rule: "status: denied" };
  }
  if (DECLINED.test(near)) return { status: "declined", tense: "past", rule: "status: declined" };
  if (
    /\b(?:would have|was to have|had been (?:due|expected|scheduled|set|planned)|had planned|were to have)\b/.test(
      near,
    )
  )
    return PUT_OFF.test(words(line, k + 1, Math.min(line.chunks.length, k + 20)))
      ? { status: "postponed", tense: "future", rule: "status: postponed" }
      : { status: "cancelled", tense: "past", rule: "status: would have" };
  if (/\baccept\w* (?:\S+ ){0,3}invitation\b/.test(before))
    return { status: "planned", tense: "future", rule: "status: accepted" };
  if (PROPOSED.test(near) && !/\b(?:will|agreed)\b/.test(near) && !(noun && OFFERED_AT.test(near)))
    return { status: "proposed", tense: "future", rule: "status: proposed" };
  if (
    noun &&
    /\bfor(?: an?| the| \w+)?$/.test(near) &&
    /\b(?:is|are) to\b|\b(?:will|flies|travels|goes|leaves|departs|heads)\b/.test(before)
  )
    return { status: "planned", tense: "future", rule: "status: planned" };
  if (FUTURE.test(all) && !PASTED.test(near))
    return { status: "planned", tense: "future", rule: "status: planned" };
  if (
    !noun &&
    /\bto be (?:\w+ly )?$/.test(`${near} `) &&
    !/\b(?:was|were|happened|came|continued|had)\b/.test(near)
  )
    return { status: "planned", tense: "future", rule: "status: to be" };
  if (
    !noun &&
    /\bto (?:\w+ly )?$/.test(`${near} `) &&
    !/\b(?:continued|managed|used|began|started|able|happened|travell?ed|flew|came|arrived|went|sat down|visited|return(?:ed|ing)?) to\b/.test(
      near,
    )
  )
    return { status: "planned", tense: "future", rule: "status: to" };
  if (/ing$/.test(own) && /\b(?:before|after)$/.test(near) && FUTURE.test(before))
    return { status: "planned", tense: "future", rule: "status: planned" };
  if (ALLEGED.test(all)) return { status: "alleged", tense: "past", rule: "status: alleged" };
  const present =
    /^(?:meet|meets|hold|holds|visit|visits|host|hosts|speak|speaks|arrive|arrives|receive|receives|welcomes?|sign|signs|begin|begins|gather|travels?)$/.test(
      own,
    ) || /^(?:meets|holds|visits|hosts|is|are)$/.test(wordAt(line, k - 1));
  return { status: "happened", tense: present ? "present" : "past", rule: null };
}

/**
 * What the verb or preposition that governs the noun phrase starting at chunk `start` says of it: "cancelled his
 * visit", "ahead of X's meeting", "refused talks". None where nothing there says anything.
 */
export function governedFate(line: Line, start: number): Realis | null {
  let j = start - 1;
  while (j >= 0 && /^(?:a|an|the|his|her|their|its|any|all|planned|scheduled)$/.test(wordAt(line, j))) j--;
  const [verb, before] = [wordAt(line, j), wordAt(line, j - 1)];
  const passive = /^(?:was|were|been|be|is|are|being)$/.test(before);
  if (passive) return null;
  if (
    /^(?:cancell?(?:ed|s|ing)|cancel|scrapp(?:ed|s|ing)|abandoned|abandons|axed|aborted)$/.test(verb) ||
    (verb === "off" && /^call/.test(before))
  )
    return { status: "cancelled", tense: "past", rule: "status: called off" };
  if (
    /^(?:postpon(?:ed|es|e|ing)|delay(?:ed|s|ing)?|deferred|rescheduled)$/.test(verb) ||
    (verb === "off" && /^put(?:s|ting)?$/.test(before))
  )
    return { status: "postponed", tense: "future", rule: "status: postponed" };
  if (/^(?:refus(?:ed|es|ing)|declin(?:ed|es|ing)|snubbed)$/.test(verb))
    return { status: "declined", tense: "past", rule: "status: declined" };
  if (verb === "of" && before === "ahead")
    return { status: "planned", tense: "future", rule: "status: ahead of it" };
  if (verb === "of" && before === "instead")
    return { status: "cancelled", tense: "past", rule: "status: instead of it" };
  return null;
}

/** What is said behind a meeting that nobody means to hold, and behind one that was not held. */
const UNPLANNED =
  /^(?:(?:is|are|was|were|has been|have been|had been) (?:\w+ly )?(?:(?:not|never) (?:yet |\w+ly )?(?:planned|scheduled|expected|arranged|foreseen|envisaged|envisioned|(?:being )?(?:considered|discussed|prepared|worked)|on (?:the|his|her|their) (?:cards|agenda|table|schedule)|in (?:the )?(?:works|sight|pipeline|offing)|possible|under)|out of the question|off the (?:table|cards|agenda)|ruled out)|(?:will|would) not (?:take place|happen|be held|go ahead|proceed))\b/;
const NOT_HELD =
  /^(?:(?:did|has|have|had) not|never) (?:take|taken|took|happen\w*|been held|materiali[sz]ed?) ?(?:place)?\b/;

/** "had been due to meet him, put off the talks". */
const PUT_OFF =
  /\b(?:put off|postponed|delayed|deferred|rescheduled) (?:the|his|her|their|that|it) ?(?:meeting|talks|visit|trip|encounter|session)?\b/;

/** "he made the offer at a meeting": an offer of something else, and the meeting where it was made. */
const OFFERED_AT =
  /\b(?:made|repeated|renewed|reiterated|extended|delivered|issued|raised|proposed|suggested|invited|asked|urged|called|requested|demanded|sought)\b.* (?:during|at|following|after)(?: \S+){0,2}$/;

const BASE = /^(?:meet|visit|hold|host|receive|chair|sign|travel|speak|call|address|attend|confer|fly)$/;

/** Words that tell a plan as over: "after meeting", "have met". */
const PASTED = /\b(?:have|has|had) (?:\w+ ){0,2}$|\bafter (?:\w+ ){0,3}$|\bfollowing\b|\bheld\b|\bduring\b/;

const tail = (text: string, count: number): string => text.trim().split(" ").slice(-count).join(" ");

const words = (line: Line, from: number, to: number): string => {
  let out = "";
  for (let k = from; k < to; k++) {
    const c = line.chunks[k];
    if (c) out += c.kind === "word" ? spelled(c) : " _";
  }
  return out.trim();
};

/** "May" is a month where it has its capital. */
const spelled = (c: Chunk): string =>
  /^n?['’]t$/.test(c.word) ? " not" : c.text === "May" ? " _" : ` ${c.word}`;

/** The verb group behind a noun: "talks … will take place", "the trip had been canceled". */
function after(line: Line, k: number): string {
  const [text = "", ...further] = words(line, k + 1, Math.min(line.chunks.length, k + 22)).split(/ [,;.] /);
  const fate = further.slice(0, 2).find((part) => FATE.test(part));
  if (fate && /^(?:between|with) [^.]*_$/.test(text))
    return fate.replace(/^(?:in|on|at|for) (?:\S+ ){1,2}/, "");
  const m =
    /\b(?:will|would|is|are|was|were|has|have|had|due|scheduled|expected|set|planned|to be|to take place|did not|could|may|might)\b[^,;.]{0,60}/.exec(
      text,
    );
  return m && !/\b(?:who|which|that|where)\b/.test(text.slice(0, m.index)) ? m[0] : "";
}

/** The verdict behind an aside: "a meeting between A and B, in May, was called off". */
const FATE =
  /^(?:(?:in|on|at|for) (?:\S+ ){1,2})?(?:was|were|has been|have been|had been) (?:called off|cancell?ed|scrapped|abandoned|postponed|put off|delayed|deferred)\b/;

/** "plans for X to visit Y … have been canceled": the verdict on the plan stands at the end of the clause. */
function clauseBehind(line: Line, k: number): string {
  const text = words(line, k + 1, Math.min(line.chunks.length, k + 30)).split(/ [,;.](?: |$)/)[0] ?? "";
  return (
    /\b(?:have|has|had|was|were) (?:been )?(?:canceled|cancelled|called off|scrapped)\b/.exec(text)?.[0] ?? ""
  );
}
