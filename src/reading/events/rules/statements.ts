import type { Actor } from "../../names/actors.ts";
import type { Draft, Taker } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { type Found, subjectOf } from "../sentence/subject.ts";
import { AUXILIARY, SPEECH } from "../sentence/words.ts";
import { draft, type Rule } from "./rule.ts";

/** "A said", "“…,” said A", "A called on B to": one statement a sentence, by a person, a spokesman or a body. */
export const statements: Rule = { name: "said", read };

const HAPPENED = { status: "happened", tense: "past", rule: null } as const;
const MOST_WORDS = 25;

function read(line: Line): readonly Draft[] {
  if (line.heading || line.speaker?.questioner) return [];
  for (let k = 0; k < line.chunks.length; k++) {
    const c = line.chunks[k]!;
    if (c.kind !== "word" || !speaks(line, k) || quoted(line, c)) continue;
    const speaker = speakerOf(line, k);
    if (!speaker) continue;
    if (line.speaker && !formal(line, speaker)) continue;
    const takers = withSide(speaker.actors[0]!);
    const heard = addressee(line, k, takers);
    const quote = directSpeech(line, speaker.actors[0]!);
    return [
      draft(line, k, "statement", [...takers, ...heard], HAPPENED, "said", {
        doubts: speaker.doubts,
        ...(quote ? { quote } : {}),
      }),
    ];
  }
  return [];
}

/** A verb of speech that is not passive ("was told"), not an offer turned down, and not "called" by a name. */
function speaks(line: Line, k: number): boolean {
  const w = wordAt(line, k);
  if (/^(?:called|calls)$/.test(w)) return /^(?:on|for|upon)$/.test(wordAt(line, k + 1));
  if (!SPEECH.test(w)) return false;
  if (/^(?:is|are|was|were|be|been|being|to)$/.test(wordAt(line, k - 1))) return false;
  if (
    /^(?:rejected|dismissed|denied|confirmed|announced|suggested|promised|expressed|declared|disclosed|revealed|noted|added|states|claims?|maintained)$/.test(
      w,
    ) &&
    line.chunks[k - 1]?.kind === "word" &&
    /^(?:the|a|an|of|and|by|as|previously)$/.test(wordAt(line, k - 1))
  )
    return false;
  if (
    /^(?:declared|announced)$/.test(w) &&
    line.chunks.slice(k, k + 9).some((c) => /^(?:ceasefire|truce)$/.test(c.word))
  )
    return false;
  return !(
    w === "rejected" &&
    line.chunks.slice(k, k + 9).some((c) => /^(?:proposal|offer|ceasefire|truce|plan)$/.test(c.word))
  );
}

function speakerOf(line: Line, k: number): Found | null {
  const next = line.chunks[k + 1];
  const mark = (n: number) => /^[”"’']$/.test(line.chunks[n]?.text ?? "");
  const closes = mark(k - 1) || (wordAt(line, k - 1) === "," && mark(k - 2));
  const inverted = next?.kind === "actors" && closes && !next.possessive;
  const found = inverted ? { actors: next.actors, at: k + 1, doubts: [] } : subjectOf(line, k);
  if (found?.actors.length !== 1) return null;
  const actor = found.actors[0]!;
  if (!inverted && !near(line, found.at, k)) return null;
  switch (actor.kind) {
    case "person":
      return actor.weak && actor.resolution !== "unnamed" ? null : found;
    case "organisation":
      return /^media:/.test(actor.id) ? null : found;
    case "country":
      return found.at === 0 && actor.resolution === "named" ? found : null;
    case "group":
      return null;
  }
}

/** Between speaker and verb: adverbs, a clause set off by commas, "who", "working with …". */
function near(line: Line, at: number, k: number): boolean {
  let loose = 0;
  for (let j = at + 1; j < k; j++) {
    const c = line.chunks[j]!;
    if (c.kind === "word" && !AUXILIARY.has(c.word) && c.word !== ",") loose++;
  }
  return at > k || loose <= 12;
}

/** In a speech only what was said elsewhere on a named day or at a named forum is a statement of its own. */
function formal(line: Line, speaker: Found): boolean {
  const actor = speaker.actors[0]!;
  if (actor.id === line.speaker?.actor.id || actor.resolution === "pronoun" || actor.resolution === "unnamed")
    return false;
  return (
    line.chunks.some((c) => /^(?:address|speech|forum|conference|interview)$/.test(c.word)) ||
    line.scan.pieces.some((p) => p?.occasion)
  );
}

/** A spokesman speaks for a body: it speaks too; a person's spokesman or adviser does not make that person speak. */
export function withSide(actor: Actor): Taker[] {
  const { principal } = actor;
  if (!principal) return [{ actor, part: "speaker" }];
  return [
    { actor, part: "speaker" },
    { actor: principal, part: principal.kind === "organisation" ? "speaker" : "mentioned" },
  ];
}

/** "told the newspaper X", "called on the government", "urged Russia": whom the words were for. */
function addressee(line: Line, k: number, takers: readonly Taker[]): Taker[] {
  const w = wordAt(line, k);
  const from = /^(?:called|calls|appealed)$/.test(w) ? k + 1 : k;
  if (
    !/^(?:told|tells|assured|urged|urges|called|calls|warned|appealed|thanked|accused|informed|praised|criticized|criticised)$/.test(
      w,
    )
  )
    return [];
  if (from > k && wordAt(line, k + 1) === "for") return [];
  const found =
    from === k && line.chunks[k + 1]?.kind === "actors" && !line.chunks[k + 1]?.possessive
      ? { actors: line.chunks[k + 1]!.actors }
      : governedBy(line, from);
  const media = medium(line, k);
  return [...(found?.actors ?? []), ...(media ? [media] : [])]
    .filter((a) => !takers.some((t) => t.actor.id === a.id) && a.kind !== "group")
    .slice(0, 1)
    .map((actor) => ({ actor, part: "addressee" as const }));
}

/** "told the newspaper X", "told the publication": a paper by its noun, also where its name is a single letter. */
function medium(line: Line, k: number): Actor | null {
  const at = line.chunks
    .slice(k + 1, k + 4)
    .findIndex((c) => /^(?:newspaper|magazine|broadcaster|agency|daily|outlet)$/.test(c.word));
  const name = at < 0 ? null : line.chunks[k + 2 + at];
  if (name?.kind !== "word" || /^(?:that|,|in|on|the)$/.test(name.word)) return null;
  const known = line.scan.lexicon.organisation(name.text);
  if (!known) return null;
  return {
    span: [name.start, name.end],
    kind: "organisation",
    id: known.id,
    name: known.name,
    as: name.text,
    role: null,
    office: null,
    country: known.country ?? null,
    resolution: "named",
    inferred: false,
    former: false,
    counterpart: false,
    weak: false,
    principal: null,
  };
}

/** The longest direct speech of the sentence, cut to at most 25 words, of an official. */
function directSpeech(line: Line, actor: Actor): string | null {
  if (actor.kind === "person" && !actor.role && !actor.office) return null;
  const texts = line.sentence.quotes
    .map((q) => line.scan.text.slice(q[0], q[1]).replace(/\s+/g, " ").trim())
    .flatMap((t) => firstClauses(t.replace(/,$/, "")) ?? [])
    .filter((t) => t.split(" ").length >= 3);
  return texts.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** Direct speech of at most 25 words: all of it, else as far as its last sentence or clause that ends within them. */
function firstClauses(text: string): string | null {
  const words = text.split(" ");
  if (words.length <= MOST_WORDS) return text;
  for (const end of [/[.!?]["”’]?$/, /[;:—–]$|^[—–-]$|\.\.\.$/, /,$/])
    for (let n = MOST_WORDS; n >= 6; n--)
      if (end.test(words[n - 1] ?? ""))
        return words
          .slice(0, n)
          .join(" ")
          .replace(/[,;:—–-]+$/, "")
          .trim();
  for (let n = MOST_WORDS; n >= 6; n--)
    if (/^(?:and|but|because|while)$/.test(words[n] ?? "")) return words.slice(0, n).join(" ");
  return null;
}
