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
      return together(event.kind, present);
    case "ceasefire":
      return present.length > 1 ? together(event.kind, present) : directed(event.kind, present);
    case "visit":
      return visit(present, event.places);
    case "mediation":
      return mediation(present);
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

const RECEIVING: readonly Part[] = ["target", "addressee"];

function together(kind: Joint, present: readonly Participant[]): Deed {
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
  const hosts = present.filter(({ part }) => part === "host");
  const visitors = present.filter(({ part }) => part !== "host");
  if (visitors.length === 0) return subject(hosts, ["received visitors", "receive visitors"]);
  const where = places.map(placed).join(" and ");
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

function mediation(present: readonly Participant[]): Deed {
  const mediators = present.filter(({ part }) => part === "mediator" || part === "actor");
  const parties = present.filter((p) => !mediators.includes(p));
  if (mediators.length === 0) return subject(parties, ["sought mediation", "seek mediation"]);
  const between = parties.length === 0 ? "" : ` ${parties.length > 1 ? "between" : "with"} ${list(parties)}`;
  return subject(mediators, [`mediated${between}`, `mediate${between}`]);
}

function directed(kind: Directed, present: readonly Participant[]): Deed {
  const forms = DIRECTED[kind];
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
