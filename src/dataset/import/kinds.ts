import type { EntityKind, Gazetteer } from "../../model/entity.ts";
import { fold } from "../../model/text.ts";

/** Words that make a name a body's rather than a person's, whatever stands beside them. */
const BODY = new RegExp(
  `(?<!\\p{L})(?:${[
    // of states
    "academy|administration|agency|armed forces|army|assembl(?:y|ies)|authority|brigades?|bureau|cabinet|chamber|command|commission",
    "committee|congress|council|court|coast guard|defen[cs]e forces?|department|directorate|division|force|forces|foreign affairs",
    "government|guard|house of|intelligence|mini?stery|ministry|navy|naval|office|parliament|police|prefecture",
    "republic|secretariat|senate|service|services|treasury|tribunal|united nations|uss",
    // of society
    "alliance|alyansa|association|brothers|cartel|centers?|centres?|church|clan|club|coalition|college|confederation",
    "conference|convention|federation|forum|foundation|front|fund|group|grupo|initiative|institute|jamaat|league|liberation|mission",
    "movement|network|observatory|organi[sz]ation|part(?:y|ies)|platform|rally|society|trade unions?|trust|unions?|unity|university|watch",
    // of trade
    "air force|air lines|airlines?|airport|airways|bank|banque|broadcasting|business|chronicle|co|company|corp|corporation",
    "daily|energy|entertainment|exchange|gazette|healthcare|herald|holdings?|hotels|inc|industr(?:y|ies)|international",
    "internacional|internationale|journal|limited|ltd|magazine|markets?|media|mines|monitor|national|news|newspaper|plc|post|press",
    "radio|resources|review|stores?|systems|telegraph|television|times|today|tribune|tv|web ?site",
  ].join("|")})(?!\\p{L})`,
  "iu",
);
/** One or several of a body, or of a trade: the body's word does not make them one. */
const PEOPLE_OF =
  /^(?:(?:ex|former|senior|high ranking|armed|opposition) )*(?:activists?|advis[eo]rs?|ambassadors?|attach[eé]|combatants?|directors?|employees?|envoys?|families|family|guards?|heads?|judges?|lawmakers?|lawyers?|leaders?|managers?|members?|militants?|ministers?|officers?|officials?|owners?|personnel|presenters?|protesters?|representatives?|secretary|soldiers?|spokes\w+|students?|supporters?|staff|troops|workers?)\b(?!['’])|\bchiefs?\b|\b(?:activists?|candidates?|commander|deserters?|employees?|judge|leaders?|lobby|managers?|members?|ministers?|officers?|officials?|personnel|representatives?|workers?)$/iu;
/** Names that only a body has: of words bound together, with a digit, or in capitals. */
const BOUND = /(?<!\p{L})(?:of|for|and|against|to|in)(?!\p{L})|&|\d/u;
const CAPITALS =
  /(?<![\p{L}.-])(?!(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|JR|SR)(?!\p{L}))\p{Lu}{3,}(?!\p{L})/u;
/** Someone in office, whatever binds the words after it: "Secretary of State for Health". */
const OFFICER =
  /^(?:(?:prime|chief|deputy|vice|first|crown|foreign) )*(?:minister|secretary|chancellor|president|king|queen|prince(?:ss)?|sultan|emir|archbishop|bishop|duke|governor|chairman|justice|commissioner|solicitor)\b/iu;
/** Several people by what they are: "Tamil Rebel", "Vietnamese American". */
const SEVERAL =
  /\b(?:activists?|americans?|fighters?|gangs|guerrillas?|immigrants?|indians?|insurgents?|israelis?|ministers|militants?|militias?|muslims?|people|peoples|protesters?|rebels?|refugees?|separatists?|settlers|students|terrorists?|tribes?)$/iu;

/**
 * What an actor of coded records is, by its name. `sector` is what stands before the brackets of "Police (India)", or
 * null for a name without brackets. A region or city that acts is a group; so is whoever is told by what they are.
 * Where the words tell nothing, two to five of them are a person's name.
 */
export function openKinds({
  places,
  countries,
}: Gazetteer): (name: string, sector: string | null) => EntityKind {
  const known = new Set(places.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)));
  const peoples = new Set(
    countries.flatMap(({ demonyms }) => demonyms.filter((word) => ADJECTIVE.test(word)).map(fold)),
  );
  return (name, sector) => {
    if (sector !== null)
      return (BODY.test(sector) || /\bmilitary$/i.test(sector)) && !PEOPLE_OF.test(sector)
        ? "organisation"
        : "group";
    if (known.has(fold(name))) return "group";
    if (OFFICER.test(name)) return "person";
    if (BODY.test(name) || BOUND.test(name)) return "organisation";
    if (SEVERAL.test(name)) return "group";
    if (CAPITALS.test(name)) return "organisation";
    const words = name.split(/\s+/);
    if (words.length < 2) return "group";
    // "Thai Airways", "Russian Orthodox": a body of a country. Of a person it is no first name.
    return peoples.has(fold(words[0] ?? "")) || words.length > MOST_NAMES ? "organisation" : "person";
  };
}

/** What tells a people and is nobody's first name, as "German" and "Finn" are. */
const ADJECTIVE = /^\S+(?:[ln]ese|ian|ish|ic)$/;
/** Names of people have seldom more words; with titles and fathers' names they do. */
const MOST_NAMES = 8;
