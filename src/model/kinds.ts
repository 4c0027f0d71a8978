/**
 * Event kinds: a closed list. Each maps to its CAMEO code (Conflict and Mediation Event Observations, the code
 * book of ICEWS and GDELT) and to its PLOVER type (the code book of POLECAT); `null` where PLOVER has none.
 */
export const KINDS = {
  meeting: { cameo: "040", plover: "CONSULT", noun: "meeting", nouns: "meetings" },
  talks: { cameo: "046", plover: "CONSULT", noun: "talks", nouns: "talks" },
  visit: { cameo: "042", plover: "CONSULT", noun: "visit", nouns: "visits" },
  call: { cameo: "041", plover: "CONSULT", noun: "call", nouns: "calls" },
  letter: { cameo: "040", plover: "CONSULT", noun: "letter", nouns: "letters" },
  mediation: { cameo: "045", plover: "CONSULT", noun: "mediation", nouns: "mediations" },
  statement: { cameo: "010", plover: null, noun: "statement", nouns: "statements" },
  appeal: { cameo: "020", plover: "REQUEST", noun: "appeal", nouns: "appeals" },
  intent: { cameo: "030", plover: "AGREE", noun: "declared intent", nouns: "declared intents" },
  support: { cameo: "050", plover: "SUPPORT", noun: "support", nouns: "acts of support" },
  agreement: { cameo: "057", plover: "SUPPORT", noun: "agreement", nouns: "agreements" },
  cooperation: { cameo: "060", plover: "COOPERATE", noun: "cooperation", nouns: "acts of cooperation" },
  aid: { cameo: "070", plover: "AID", noun: "aid", nouns: "deliveries of aid" },
  concession: { cameo: "080", plover: "CONCEDE", noun: "concession", nouns: "concessions" },
  ceasefire: { cameo: "0871", plover: "CONCEDE", noun: "ceasefire", nouns: "ceasefires" },
  investigation: { cameo: "090", plover: "ACCUSE", noun: "investigation", nouns: "investigations" },
  demand: { cameo: "100", plover: "REQUEST", noun: "demand", nouns: "demands" },
  accusation: { cameo: "110", plover: "ACCUSE", noun: "accusation", nouns: "accusations" },
  rejection: { cameo: "120", plover: "REJECT", noun: "rejection", nouns: "rejections" },
  threat: { cameo: "130", plover: "THREATEN", noun: "threat", nouns: "threats" },
  protest: { cameo: "140", plover: "PROTEST", noun: "protest", nouns: "protests" },
  mobilization: { cameo: "150", plover: "MOBILIZE", noun: "mobilization", nouns: "mobilizations" },
  sanction: { cameo: "163", plover: "SANCTION", noun: "sanction", nouns: "sanctions" },
  coercion: { cameo: "170", plover: "COERCE", noun: "coercion", nouns: "acts of coercion" },
  attack: { cameo: "180", plover: "ASSAULT", noun: "attack", nouns: "attacks" },
} as const satisfies Record<string, { cameo: string; plover: string | null; noun: string; nouns: string }>;

export type Kind = keyof typeof KINDS;

/** Every kind, in the order of the list. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/**
 * Kinds that a question groups. `met` is meeting, talks, and visit where host and visitor are both named
 * (the index checks that); a call is not a meeting, so `spoke` is met and call (and letter).
 */
export const KIND_GROUPS = {
  met: ["meeting", "talks", "visit"],
  spoke: ["meeting", "talks", "visit", "call", "letter"],
} as const satisfies Record<string, readonly Kind[]>;

export type KindGroup = keyof typeof KIND_GROUPS;

/** How far an event got. Only `happened` answers a plain question; the others are told apart. */
export const STATUSES = [
  "happened",
  "planned",
  "proposed",
  "declined",
  "cancelled",
  "postponed",
  "denied",
  "alleged",
] as const;

export type Status = (typeof STATUSES)[number];

export const FLAGS = ["secret", "series"] as const;
export type Flag = (typeof FLAGS)[number];

/** What someone was in an event. Declined, absent, mentioned and informant did not take part in it. */
export const PARTS = [
  "actor",
  "target",
  "attendee",
  "host",
  "visitor",
  "co-chair",
  "mediator",
  "signatory",
  "witness",
  "speaker",
  "addressee",
  "informant",
  "declined",
  "absent",
  "mentioned",
] as const;

export type Part = (typeof PARTS)[number];

/** Parts of people who were there: they met each other when the event is of the group `met` and happened. */
export const PRESENT_PARTS: readonly Part[] = [
  "actor",
  "target",
  "attendee",
  "host",
  "visitor",
  "co-chair",
  "mediator",
  "signatory",
  "speaker",
  "addressee",
];

/** Parts of people who only stand in the text: not a way of taking part. */
export const OUTSIDE_PARTS: readonly Part[] = ["informant", "declined", "absent", "mentioned"];
