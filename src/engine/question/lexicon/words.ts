import type { EntityKind } from "../../../model/entity.ts";
import type { Flag, Status } from "../../../model/kinds.ts";
import type { Ask, Granularity, Query } from "../../../model/query.ts";

const set = (words: string) => new Set(words.split(/\s+/));

export const AUXILIARIES = set("do be have will would can could shall should may might must");
export const BE = set("be get");
export const ARTICLES = set(
  "a an the any some all every each this these those his her its their our my your own",
);
/** Words that say nothing by themselves; they may stand anywhere without being named as not understood. */
export const IDLE = set(
  `a an the any some all every each this these those that which who whom whose what when where why how
   his her its their our my your own of and or to in on at by for from with as into do be have will would can
   could shall should may might must there it then so also too ever just exact exactly only please ok okay
   i me we us you my mine yes no well now know tell give show list name find please thanks thank
   take place happen occur hold involve involves recorded record mention report mentioned reported reports mentions describe described cited cite known know there exist called
   during within over through between among about against toward towards upon
   both each other one another words word present able spend spent sidelines margins according document documents counterpart counterparts colleague colleagues reached concluded struck issued made given paid sent signed delivered went ones person people someone anyone together separately respectively same time kind sort type thing things
   more much many very really actually currently recently details detail information info data briefing brief
   summary overview ahead news stage point anytime sometime everything anything something event events up out come go make get
   he she they him them his hers theirs himself herself themselves if whether or nor but than`,
);
/** Words that ask for what no answer gives, and marks of assent: they are named as not understood, never corrected. */
export const UNREAD = set(
  "most least compare compared comparison versus vs right true correct article articles story stories piece text texts document documents newspaper newspapers paper papers publication readout transcript content contents export csv json spreadsheet download table chart map help long",
);
/** Words that a relation's words may have between them: "made an optimistic, official comment". */
export const LIGHT = set(
  `a an the any some his her its their formally formal officially official publicly public ever also again jointly
   directly finally once twice really actually reportedly secretly both specific new own another first last just
   already personally allegedly recently bilateral trilateral joint verbally strongly certain further more one or
   two several many few brief separate`,
);
export const PREPOSITIONS = set(
  "involving of with to from by between among and against for in at on about toward towards into near inside around within via over regarding concerning upon as or through",
);
export const PLACE_PREPOSITIONS = set("in at near inside around within");

/** "Which N …", "list the N …": what a head noun asks for. */
export type Head = {
  readonly ask: Ask;
  readonly of?: Query["of"];
  readonly by?: Granularity;
  readonly kind?: EntityKind;
};

const heads = (words: string, head: Head) => words.split(/\s+/).map((word) => [word, head] as const);

export const HEADS: ReadonlyMap<string, Head> = new Map([
  ...heads(
    "people someone anyone everyone anybody everybody those participant participants attendee attendees actor actors party parties side sides delegate delegates guest guests official officials representative representatives diplomat diplomats",
    {
      ask: "people",
      of: "people",
    },
  ),
  ...heads(
    "person persons politician politicians leader leaders figure figures individual individuals statesman statesmen dignitary dignitaries man woman men women minister ministers",
    {
      ask: "people",
      of: "people",
      kind: "person",
    },
  ),
  ...heads("pair pairs", { ask: "pairs" }),
  ...heads("country countries nation nations state states government governments power powers capitals", {
    ask: "people",
    of: "people",
    kind: "country",
  }),
  ...heads(
    "organisation organisations organization organizations body bodies institution institutions agency agencies",
    {
      ask: "people",
      of: "people",
      kind: "organisation",
    },
  ),
  ...heads("group groups", { ask: "people", of: "people", kind: "group" }),
  ...heads("event events incident incidents development developments activity activities", {
    ask: "events",
    of: "events",
  }),
  ...heads("occasion occasions times", { ask: "events", of: "events" }),
  ...heads("city cities town towns capital place places location locations venue venues spot", {
    ask: "places",
    of: "places",
  }),
  ...heads("day days", { ask: "dates", of: "days", by: "day" }),
  ...heads("date dates time moment", { ask: "dates", of: "days" }),
  ...heads("month months", { ask: "dates", by: "month" }),
  ...heads("year years", { ask: "dates", by: "year" }),
  ...heads("topic topics subject subjects issue issues matter matters theme themes agenda", {
    ask: "topics",
  }),
  ...heads(
    "source sources document documents report reports article articles outlet outlets publication publications newspaper newspapers",
    {
      ask: "events",
      of: "sources",
    },
  ),
]);

const table = <Value>(entries: Record<string, Value>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(entries));

/** Adjectives, participles and adverbs that tell how far an event got. */
export const STATUS_WORDS: ReadonlyMap<string, Status> = table<Status>({
  planned: "planned",
  expected: "planned",
  scheduled: "planned",
  upcoming: "planned",
  forthcoming: "planned",
  next: "planned",
  due: "planned",
  awaited: "planned",
  intended: "planned",
  arranged: "planned",
  proposed: "proposed",
  suggested: "proposed",
  declined: "declined",
  refused: "declined",
  rejected: "declined",
  rebuffed: "declined",
  spurned: "declined",
  cancelled: "cancelled",
  canceled: "cancelled",
  scrapped: "cancelled",
  abandoned: "cancelled",
  axed: "cancelled",
  aborted: "cancelled",
  postponed: "postponed",
  delayed: "postponed",
  rescheduled: "postponed",
  shelved: "postponed",
  deferred: "postponed",
  adjourned: "postponed",
  denied: "denied",
  deny: "denied",
  denies: "denied",
  cancel: "cancelled",
  postpone: "postponed",
  propose: "proposed",
  disputed: "denied",
  alleged: "alleged",
  allegedly: "alleged",
  reportedly: "alleged",
  rumoured: "alleged",
  rumored: "alleged",
  supposedly: "alleged",
  unconfirmed: "alleged",
});

/** The same in several words, in base form. */
export const STATUS_PHRASES: readonly (readonly [phrase: string, status: Status | "any" | "off"])[] = [
  ["call off", "cancelled"],
  ["put off", "postponed"],
  ["set to", "planned"],
  ["due to", "planned"],
  ["suppose to", "planned"],
  ["plan to", "planned"],
  ["expect to", "planned"],
  ["schedule to", "planned"],
  ["about to", "planned"],
  ["of any status", "any"],
  ["that happen", "happened"],
  ["not take place", "off"],
  ["never take place", "off"],
  ["not happen", "off"],
  ["never happen", "off"],
  ["not go ahead", "off"],
  ["come up", "planned"],
  ["come next", "planned"],
  ["lie ahead", "planned"],
  ["turn down", "declined"],
  ["fall through", "cancelled"],
  ["fall apart", "cancelled"],
  ["come to nothing", "cancelled"],
];

export const FLAG_WORDS: ReadonlyMap<string, Flag> = table<Flag>({
  secret: "secret",
  secretly: "secret",
  clandestine: "secret",
  clandestinely: "secret",
  covert: "secret",
  covertly: "secret",
  confidential: "secret",
  undisclosed: "secret",
  hidden: "secret",
  backchannel: "secret",
  repeated: "series",
  repeatedly: "series",
  recurring: "series",
});

export const FLAG_PHRASES: readonly (readonly [phrase: string, flag: Flag])[] = [
  ["behind close door", "secret"],
  ["behind closed door", "secret"],
  ["close door", "secret"],
  ["closed door", "secret"],
  ["in secret", "secret"],
  ["in private", "secret"],
  ["back channel", "secret"],
  ["under wrap", "secret"],
  ["in series", "series"],
  ["series of", "series"],
];

export const ORDER_WORDS: ReadonlyMap<string, NonNullable<Query["order"]>> = table<
  NonNullable<Query["order"]>
>({
  first: "first",
  earliest: "first",
  initially: "first",
  last: "last",
  final: "last",
  finally: "last",
  latest: "newest",
  newest: "newest",
  recent: "newest",
  recently: "newest",
  oldest: "oldest",
});

/** Verbs that set an event's status when an event noun is their object. */
export const STATUS_VERBS: ReadonlyMap<string, Status | null> = table<Status | null>({
  reject: "declined",
  decline: "declined",
  refuse: "declined",
  "turn down": "declined",
  propose: "proposed",
  suggest: "proposed",
  offer: "proposed",
  cancel: "cancelled",
  "call off": "cancelled",
  postpone: "postponed",
  "put off": "postponed",
  delay: "postponed",
  shelve: "postponed",
  defer: "postponed",
  scrap: "cancelled",
  rebuff: "declined",
  spurn: "declined",
  deny: "denied",
  plan: "planned",
  schedule: "planned",
  arrange: "planned",
  expect: "planned",
  hold: null,
  organise: null,
  organize: null,
  conduct: null,
  declare: null,
  announce: null,
});
