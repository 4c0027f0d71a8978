import type { EventPlace, Participant } from "../../model/event.ts";
import { KINDS, type Kind, OUTSIDE_PARTS, type Part } from "../../model/kinds.ts";
import type { Facts } from "../summary.ts";
import { isMany, list, placed, voices } from "./names.ts";

/** Who did it and what, in the two forms that a status can ask for. */
export type Deed = {
  readonly who: string;
  /** More than one, or one that takes the plural. */
  readonly many: boolean;
  readonly past: string;
  readonly infinitive: string;
};

/** An event's deed from its kind and the parts of those who took part. */
export function deed(event: Facts): Deed {
  const open = openly(event);
  if (!event.flags.includes("secret")) return open;
  return { ...open, past: `secretly ${open.past}`, infinitive: `secretly ${open.infinitive}` };
}

function openly(event: Facts): Deed {
  const present = event.participants.filter(
    ({ part }) => !OUTSIDE_PARTS.includes(part) && part !== "witness",
  );
  if (present.length === 0) return nobody(event.kind);
  switch (event.kind) {
    case "meeting":
    case "talks":
    case "call":
    case "agreement":
    case "cooperation":
      return together(event.kind, present, event.rules ?? []);
    case "ceasefire":
      return present.length > 1 ? together(event.kind, present, []) : directed(event.kind, present);
    case "visit":
      return visit(present, event.places);
    case "mediation":
      return mediation(present);
    case "statement":
      return directed(event.kind, present, isJoint(event) ? JOINTLY : spokenForms(event.rules ?? []));
    default:
      return directed(event.kind, present);
  }
}

type Forms = readonly [past: string, infinitive: string];
type Joint = "meeting" | "talks" | "call" | "agreement" | "cooperation" | "ceasefire";
type Directed = Exclude<Kind, Exclude<Joint, "ceasefire"> | "visit" | "mediation">;

const TOGETHER: Readonly<Record<Joint, Forms>> = {
  meeting: ["met", "meet"],
  talks: ["held talks", "hold talks"],
  call: ["spoke by telephone", "speak by telephone"],
  agreement: ["reached an agreement", "reach an agreement"],
  cooperation: ["worked together", "work together"],
  ceasefire: ["agreed a ceasefire", "agree a ceasefire"],
};

/** By kind: with someone whom it is done to (the name follows), and alone. */
const DIRECTED: Readonly<Record<Directed, { readonly to: Forms; readonly alone: Forms }>> = {
  letter: { to: ["wrote to", "write to"], alone: ["sent a letter", "send a letter"] },
  statement: {
    to: ["made a statement to", "make a statement to"],
    alone: ["made a statement", "make a statement"],
  },
  appeal: { to: ["appealed to", "appeal to"], alone: ["made an appeal", "make an appeal"] },
  intent: {
    to: ["declared an intent towards", "declare an intent towards"],
    alone: ["declared an intent", "declare an intent"],
  },
  support: {
    to: ["declared support for", "declare support for"],
    alone: ["declared support", "declare support"],
  },
  aid: { to: ["gave aid to", "give aid to"], alone: ["gave aid", "give aid"] },
  concession: {
    to: ["made a concession to", "make a concession to"],
    alone: ["made a concession", "make a concession"],
  },
  ceasefire: {
    to: ["declared a ceasefire with", "declare a ceasefire with"],
    alone: ["declared a ceasefire", "declare a ceasefire"],
  },
  investigation: {
    to: ["opened an investigation into", "open an investigation into"],
    alone: ["opened an investigation", "open an investigation"],
  },
  demand: { to: ["made a demand of", "make a demand of"], alone: ["made a demand", "make a demand"] },
  accusation: { to: ["accused", "accuse"], alone: ["made an accusation", "make an accusation"] },
  rejection: {
    to: ["gave a refusal to", "give a refusal to"],
    alone: ["gave a refusal", "give a refusal"],
  },
  threat: { to: ["threatened", "threaten"], alone: ["made a threat", "make a threat"] },
  protest: { to: ["protested to", "protest to"], alone: ["protested", "protest"] },
  mobilization: {
    to: ["raised forces against", "raise forces against"],
    alone: ["raised forces", "raise forces"],
  },
  sanction: {
    to: ["imposed sanctions on", "impose sanctions on"],
    alone: ["imposed sanctions", "impose sanctions"],
  },
  coercion: { to: ["put pressure on", "put pressure on"], alone: ["used pressure", "use pressure"] },
  attack: { to: ["attacked", "attack"], alone: ["made an attack", "make an attack"] },
};

/** Rules that read a session of a body, and not a talk with it. */
const AT_A_BODY = new Set(["meeting of a body", "spoke at a gathering"]);

const STATED = {
  to: ["made a statement to", "make a statement to"],
  alone: ["made a statement", "make a statement"],
} as const;

const JOINTLY = {
  to: ["issued a joint statement to", "issue a joint statement to"],
  alone: ["issued a joint statement", "issue a joint statement"],
} as const;

const isJoint = ({ rules }: Facts): boolean => rules?.includes("joint statement") ?? false;

/** What kind of statement it was, by its one verb of speech; several verbs are a statement. */
function spokenForms(rules: readonly string[]): { readonly to: Forms; readonly alone: Forms } {
  const verbs = rules.flatMap((rule) => /^verb: (.+)$/.exec(rule)?.[1] ?? []);
  const [only] = verbs.length === 1 ? verbs : [];
  const found = SPOKEN.find(([verb]) => only !== undefined && verb.test(only));
  if (!found) return STATED;
  const [, past, infinitive, to] = found;
  return { to: [`${past} ${to}`, `${infinitive} ${to}`], alone: [past, infinitive] };
}

const SPOKEN: readonly (readonly [verb: RegExp, past: string, infinitive: string, to: string])[] = [
  [/^(?:warn|caution)/, "gave a warning", "give a warning", "to"],
  [/^(?:urge|appeal|call)/, "made an appeal", "make an appeal", "to"],
  [/^den(?:y|ies|ied)/, "issued a denial", "issue a denial", "to"],
  [/^(?:announce|declare|disclose|reveal)/, "made an announcement", "make an announcement", "to"],
  [/^(?:confirm|acknowledge|admit)/, "issued a confirmation", "issue a confirmation", "to"],
  [/^(?:condemn|critici|blast|slam|accuse)/, "voiced criticism", "voice criticism", "of"],
  [/^(?:praise|hail|thank)/, "voiced praise", "voice praise", "for"],
  [/^assure/, "gave an assurance", "give an assurance", "to"],
  [/^(?:pledge|vow|promise)/, "made a pledge", "make a pledge", "to"],
  [/^(?:reject|dismiss)/, "voiced a rejection", "voice a rejection", "to"],
  [/^(?:suggest|propose)/, "made a suggestion", "make a suggestion", "to"],
  [/^(?:told|tells)/, "spoke", "speak", "to"],
];

const RECEIVING: readonly Part[] = ["target", "addressee"];

function together(kind: Joint, present: readonly Participant[], rules: readonly string[]): Deed {
  const body = present.find((p) => p.kind === "organisation" && p.country === undefined);
  const people = present.filter((p) => p !== body);
  if (kind === "meeting" && body && rules.some((rule) => AT_A_BODY.has(rule))) {
    if (people.length === 0) return subject([body], ["held a meeting", "hold a meeting"]);
    if (people.every((p) => p.part === "host"))
      return subject(people, [`hosted a meeting of ${list([body])}`, `host a meeting of ${list([body])}`]);
    if (people.every((p) => p.kind === "person"))
      return subject(people, [
        `took part in a meeting of ${list([body])}`,
        `take part in a meeting of ${list([body])}`,
      ]);
  }
  const { noun, nouns } = KINDS[kind];
  const what = noun === nouns ? noun : `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
  const single: Forms = [`took part in ${what}`, `take part in ${what}`];
  const signed = present.length > 1 && present.every(({ part }) => part === "signatory");
  const [past, infinitive] = signed
    ? ["signed an agreement", "sign an agreement"]
    : present.length > 1 || present[0]?.kind === "group"
      ? TOGETHER[kind]
      : single;
  const [first, ...others] = present;
  if (kind === "meeting" && others.length === 1 && first)
    return subject([first], [`met ${list(others)}`, `meet ${list(others)}`]);
  return subject(present, [past, infinitive]);
}

function visit(present: readonly Participant[], places: readonly EventPlace[]): Deed {
  const all = present.filter(({ part }) => part === "host");
  const hosts = all.filter(
    ({ kind, country }) => kind !== "country" || !places.some((place) => place.country === country),
  );
  const visitors = present.filter(({ part }) => part !== "host");
  if (visitors.length === 0) return subject(all, ["received visitors", "receive visitors"]);
  const where = named(places.map(placed));
  const guest =
    hosts.length === 0
      ? ""
      : where === ""
        ? list(hosts)
        : ` as ${visitors.length > 1 ? "guests" : "a guest"} of ${list(hosts)}`;
  const rest = where + guest;
  if (rest === "") return subject(visitors, ["made a visit", "make a visit"]);
  return subject(visitors, [`visited ${rest}`, `visit ${rest}`]);
}

const named = (places: readonly string[]): string =>
  places.length < 2 ? (places[0] ?? "") : `${places.slice(0, -1).join(", ")} and ${places.at(-1)}`;

function mediation(present: readonly Participant[]): Deed {
  const mediators = present.filter(({ part }) => part === "mediator" || part === "actor");
  const parties = present.filter((p) => !mediators.includes(p));
  if (mediators.length === 0) return subject(parties, ["sought mediation", "seek mediation"]);
  const between = parties.length === 0 ? "" : ` ${parties.length > 1 ? "between" : "with"} ${list(parties)}`;
  return subject(mediators, [`mediated${between}`, `mediate${between}`]);
}

function directed(
  kind: Directed,
  present: readonly Participant[],
  forms: { readonly to: Forms; readonly alone: Forms } = DIRECTED[kind],
): Deed {
  const receivers = present.filter(({ part }) => RECEIVING.includes(part));
  const actors = voices(present.filter((p) => !receivers.includes(p)));
  if (actors.length === 0)
    return subject(receivers, [`received ${KINDS[kind].nouns}`, `receive ${KINDS[kind].nouns}`]);
  if (receivers.length === 0) return subject(actors, forms.alone);
  return subject(actors, [`${forms.to[0]} ${list(receivers)}`, `${forms.to[1]} ${list(receivers)}`]);
}

function subject(who: readonly Participant[], [past, infinitive]: Forms): Deed {
  return { who: list(who), many: isMany(who), past, infinitive };
}

function nobody(kind: Kind): Deed {
  const { noun, nouns } = KINDS[kind];
  const plural = noun === nouns;
  const who = plural ? noun : `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
  return { who, many: plural, past: "took place", infinitive: "take place" };
}
