import type { Part } from "../../model/kinds.ts";
import type { KindTerm, Query, WhoTerm } from "../../model/query.ts";
import { finished } from "./draft.ts";

/**
 * What is asked of coded records and documents alike is recorded by each in its own way: the same question as the
 * other would have it, for when nothing is recorded of it as it stands.
 */
export function recordedInstead(query: Query): readonly Query[] {
  return [declined(query), hosted(query), rejected(query), said(query), spokenTo(query)].flatMap((instead) =>
    instead === undefined ? [] : [finished(instead)],
  );
}

/** Coded records have a refusal to meet as an event of its own; documents tell of the meeting that someone declined. */
function declined(query: Query): Query | undefined {
  if (query.kinds?.join() !== REFUSAL) return undefined;
  const { asked, who, ...rest } = query;
  const other = (part: Part | "any" | undefined): Part | undefined =>
    part === "actor" ? "declined" : undefined;
  return {
    ...rest,
    kinds: ["met"],
    ...(asked && { asked: { ...asked, part: other(asked.part) } }),
    ...(who && { who: who.map((term) => inPart(term, other(term.part))) }),
  };
}

const REFUSAL = "cameo:125";

/** Whom somebody hosted: also those who came to a meeting without being told as visitors. */
function hosted(query: Query): Query | undefined {
  const { asked, who = [] } = query;
  if (query.kinds?.join() !== "visit" || !who.some(({ part }) => part === "host")) return undefined;
  return {
    ...query,
    kinds: ["met"],
    ...(asked && { asked: { ...asked, part: undefined, guest: true } }),
    who: who.map((term) => (term.part === "visitor" ? inPart(term, undefined) : term)),
  };
}

/** What somebody rejected: documents tell it as the event that was declined. */
function rejected(query: Query): Query | undefined {
  const { kinds = [], ...rest } = query;
  if (kinds.length === 0 || !kinds.every((kind) => REJECTIONS.test(kind))) return undefined;
  return { ...rest, status: ["declined"] };
}

const REJECTIONS = /^(?:cameo:12[07]|rejection)$/;

/** What somebody warned of, called for or promised: documents tell it as what was said. */
function said(query: Query): Query | undefined {
  const { kinds = [], who = [], ask } = query;
  if (kinds.length === 0 || !kinds.every(isVerbal) || (ask !== "events" && ask !== "topics"))
    return undefined;
  if (!who.some(({ part }) => part === "actor")) return undefined;
  const parts: Readonly<Record<string, Part>> = { actor: "speaker", target: "addressee" };
  return {
    ...query,
    kinds: ["statement"],
    who: who.map((term) => inPart(term, parts[term.part ?? ""])),
  };
}

/** By CAMEO: statements, appeals, intents, praise and apology, demands, accusations, rejections and threats. */
const isVerbal = (kind: KindTerm): boolean =>
  /^(?:cameo:(?:0[123]|05[125]|1[0123])\d*|appeal|intent|demand|accusation|rejection|threat)$/.test(kind);

/** Who spoke to a newspaper: a statement to it. */
function spokenTo(query: Query): Query | undefined {
  const { ask, asked, kinds, who = [] } = query;
  if (ask !== "people" || kinds?.join() !== "spoke" || who.length !== 1 || asked?.part) return undefined;
  return {
    ...query,
    kinds: ["statement"],
    asked: { ...asked, part: "speaker" },
    who: who.map((term) => inPart(term, "addressee")),
  };
}

function inPart({ part: _part, ...term }: WhoTerm, part: Part | undefined): WhoTerm {
  return { ...term, ...(part && { part }) };
}
