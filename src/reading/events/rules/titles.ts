import type { Actor } from "../../names/actors.ts";
import type { Draft } from "../draft.ts";
import { type Line, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { draft, type Rule } from "./rule.ts";
import { withSide } from "./statements.ts";

/** What a title of a record says: "X's statement at …", "Joint statement by X, Y and Z", "Embassy comment on …". */
export const titles: Rule = { name: "title of a record", read };

const HAPPENED = { status: "happened", tense: "past", rule: null } as const;
const RECORD =
  /^(?:statements?|remarks|speech|address|interview|article|answers|comments?|replies|release|letter|message|op-ed|essay|lecture|briefing|testimony|greetings|communique)$/;
const GATHERING = /^(?:summit|council|assembly|session|conference|meeting|congress|ministerial)$/;

function read(line: Line): readonly Draft[] {
  if (!line.heading) return [];
  const found: Draft[] = [];
  for (let k = 0; k < line.chunks.length && found.length === 0; k++) {
    if (!RECORD.test(wordAt(line, k))) continue;
    if (k > 0 && wordAt(line, k - 1) === "in") continue;
    const speakers = speakersOf(line, k);
    if (speakers.length === 0) continue;
    if (
      line.chunks
        .slice(k, k + 9)
        .some((c, n, all) => /^(?:meeting|talks|call)$/.test(c.word) && all[n + 1]?.word === "with")
    )
      continue;
    const takers = speakers.flatMap((a) => withSide(a));
    found.push(
      draft(
        line,
        k,
        "statement",
        takers,
        HAPPENED,
        takers.length > 1 && wordAt(line, k - 1) === "joint" ? "joint statement" : "title of a record",
      ),
    );
    found.push(...gathering(line, k, speakers));
  }
  return found.length > 0 ? found : byline(line);
}

/** The one who owns the record, the one it is by, or the body whose officer it is. */
function speakersOf(line: Line, k: number): readonly Actor[] {
  if (line.scan.embassy && embassyBefore(line, k)) return [line.scan.embassy];
  for (let j = k - 1; j >= 0 && j > k - 8; j--) {
    const c = line.chunks[j]!;
    if (c.kind === "actors" && c.possessive) return c.actors;
    if (
      c.kind === "actors" &&
      j <= 2 &&
      c.actors.every((a) => a.kind === "organisation" || a.kind === "person")
    )
      return c.actors;
    if (/^(?:to|on|at|for|about|with|of)$/.test(c.word)) break;
  }
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 4); j++) {
    if (/^(?:by|of|from)$/.test(wordAt(line, j))) {
      const found = governedBy(line, j);
      if (found) return found.actors;
      const department = /\b(?:Press|Information)\b.{0,30}\bDepartment\b/.exec(
        line.chunks
          .slice(j, j + 9)
          .map((c) => c.text)
          .join(" "),
      );
      return department ? ministry(line) : [];
    }
  }
  return [];
}

const embassyBefore = (line: Line, k: number) =>
  line.chunks.slice(Math.max(0, k - 4), k).some((c) => /\bembassy\b/i.test(c.text));

/** A press department without a country is of the ministry of the page's own country. */
function ministry(line: Line): readonly Actor[] {
  const { home, lexicon } = line.scan;
  const country = home ? lexicon.country(home) : undefined;
  const known = country
    ? (lexicon.organisation(`${country.demonyms[0]} Foreign Ministry`) ??
      lexicon.organisation(`Ministry of Foreign Affairs of ${country.name}`))
    : undefined;
  const c = line.chunks[0]!;
  return known
    ? [
        {
          span: [c.start, c.end],
          kind: "organisation",
          id: known.id,
          name: known.name,
          as: "Press Department",
          role: null,
          office: null,
          country: known.country ?? home,
          resolution: "named",
          inferred: false,
          former: false,
          counterpart: false,
          weak: false,
          principal: null,
        },
      ]
    : [];
}

/** Who speaks at a council or summit is there: "Statement by X at the 26th Ministerial Council of Y". */
function gathering(line: Line, k: number, speakers: readonly Actor[]): readonly Draft[] {
  const at = line.chunks.findIndex((c, j) => j > k && c.word === "at");
  if (at < 0) return [];
  const scope = line.chunks.slice(at, at + 16);
  const head = scope.findIndex(
    (c) =>
      GATHERING.test(c.word) ||
      (c.kind === "actors" && /\b(?:Council|Assembly|Summit|Conference)$/i.test(c.text)),
  );
  if (head < 0 || scope.slice(0, head).some((c) => c.word === "with" || c.word === "forum")) return [];
  const bodies = scope.flatMap((c) =>
    c.actors.filter((a) => a.kind === "organisation" || a.kind === "group"),
  );
  if (bodies.length === 0) return [];
  return [
    draft(
      line,
      at + head,
      "meeting",
      [
        ...speakers.map((actor) => ({ actor, part: "speaker" as const })),
        ...bodies.slice(0, 1).map((actor) => ({ actor, part: "attendee" as const })),
      ],
      HAPPENED,
      "spoke at a gathering",
    ),
  ];
}

/** "“Title” by X for Y magazine": an article. */
function byline(line: Line): readonly Draft[] {
  const by = line.chunks.findIndex((c) => c.word === "by");
  const found = by > 0 && /^[”"]$/.test(line.chunks[by - 1]?.text ?? "") ? governedBy(line, by) : null;
  return found
    ? [
        draft(
          line,
          by,
          "statement",
          found.actors.flatMap((a) => withSide(a)),
          HAPPENED,
          "article by",
        ),
      ]
    : [];
}
