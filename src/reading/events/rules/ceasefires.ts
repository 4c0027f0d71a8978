import type { Actor } from "../../names/actors.ts";
import type { Draft, Taker } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { realis } from "../sentence/status.ts";
import { subjectOf } from "../sentence/subject.ts";
import { draft, type Rule } from "./rule.ts";

/** "A declared a ceasefire", "A and B agreed to a truce", "A rejected B's proposal for a halt in the fighting". */
export const ceasefires: Rule = {
  name: "ceasefire",
  read: (line) => line.chunks.flatMap((c, k) => (c.kind === "word" ? at(line, k) : [])),
};

const DECLARE =
  /^(?:declared|declares|declare|announced|announces|ordered|orders|proclaimed|imposed|called)$/;
const AGREE = /^(?:agreed|agree|agrees|accepted|accepts|accept|signed|reached|struck|observe|observed)$/;
const REJECT =
  /^(?:rejected|rejects|reject|refused|refuses|refuse|declined|declines|dismissed|spurned|rebuffed)$/;
const PROPOSE = /^(?:proposed|proposes|offered|offers|suggested|suggests|demanded)$/;

/** A word for a pause in fighting at chunk `k`. */
function isCeasefire(line: Line, k: number): boolean {
  const w = wordAt(line, k);
  if (/^(?:ceasefire|ceasefires|truce|armistice)$/.test(w)) return true;
  if (w === "cease" && wordAt(line, k + 1) === "-" && wordAt(line, k + 2) === "fire") return true;
  if (/^(?:halt|pause|end|stop)$/.test(w))
    return (
      /^(?:in|to)$/.test(wordAt(line, k + 1)) &&
      line.chunks
        .slice(k + 2, k + 5)
        .some((c) => /^(?:fighting|hostilities|fire|attacks|war)$/.test(c.word)) &&
      w !== "end" &&
      w !== "stop"
    );
  return w === "cessation" && wordAt(line, k + 1) === "of";
}

function at(line: Line, k: number): readonly Draft[] {
  if (!isCeasefire(line, k) || quoted(line, line.chunks[k]!) || line.speaker?.questioner) return [];
  if (wordAt(line, k + 1) === "agreement" || wordAt(line, k + 1) === "deal") return toBeSigned(line, k);
  for (let j = k - 1; j >= Math.max(0, k - 14); j--) {
    const c = line.chunks[j]!;
    const w = c.word;
    if (/^(?:[;:.]|that|but|after|where|who|,)$/.test(w) && j < k - 6) return [];
    const verb = DECLARE.test(w) || AGREE.test(w) || REJECT.test(w) || PROPOSE.test(w);
    if (
      !verb ||
      /^(?:for|on)$/.test(wordAt(line, j + 1)) ||
      /^(?:was|were|been|be|the)$/.test(wordAt(line, j - 1))
    )
      continue;
    const subject = subjectOf(line, j);
    if (!subject || subject.actors.some((a) => a.weak)) return [];
    const how = realis(line, j, subject.at + 1, false);
    const takers: Taker[] = subject.actors.map((actor) => ({ actor, part: "actor" as const }));
    if (REJECT.test(w)) {
      const proposer = proposerBetween(line, j + 1, k);
      return [
        draft(
          line,
          j,
          "ceasefire",
          [...takers, ...proposer.map((actor) => ({ actor, part: "target" as const }))],
          { ...how, status: "declined", rule: "status: declined" },
          "rejected a ceasefire",
          { doubts: subject.doubts },
        ),
      ];
    }
    const status = PROPOSE.test(w) && how.status === "happened" ? "proposed" : how.status;
    return [
      draft(
        line,
        j,
        "ceasefire",
        takers,
        { ...how, status },
        PROPOSE.test(w) ? "proposed a ceasefire" : "declared a ceasefire",
        { doubts: subject.doubts },
      ),
    ];
  }
  return [];
}

/** "a US proposal for", "Egypt's proposal of", "a plan proposed by Qatar". */
function proposerBetween(line: Line, from: number, to: number): readonly Actor[] {
  const s = line.scan;
  for (let k = from; k < to; k++) {
    const c = line.chunks[k]!;
    if (
      c.kind === "actors" &&
      (c.possessive ||
        /^(?:by|from)$/.test(wordAt(line, k - 1)) ||
        /^(?:proposal|offer|plan|call|initiative)s?$/.test(wordAt(line, k + 1)))
    )
      return c.actors;
    const piece = s.pieces[c.from];
    const country = piece?.demonym ?? piece?.country;
    if (
      c.kind === "word" &&
      country &&
      line.chunks.slice(k + 1, k + 5).some((x) => /^(?:proposal|offer|plan|initiative|call)s?$/.test(x.word))
    ) {
      return [
        {
          span: [c.start, c.end],
          kind: "country",
          id: `country:${country.code}`,
          name: country.name,
          as: c.text,
          role: null,
          office: null,
          country: country.code,
          resolution: "named",
          inferred: false,
          former: false,
          counterpart: false,
          weak: false,
          principal: null,
        },
      ];
    }
  }
  return [];
}

/** "a ceasefire agreement to be signed at the meeting of G on D", "… between A and B". */
function toBeSigned(line: Line, k: number): readonly Draft[] {
  const near = line.chunks
    .slice(k + 2, k + 6)
    .map((c) => c.word)
    .join(" ");
  const signed = /^to be (?:signed|concluded|agreed|announced)/.test(near);
  for (let j = k + 2; j < Math.min(line.chunks.length, k + 16); j++) {
    const w = wordAt(line, j);
    if (!/^(?:of|between|by)$/.test(w)) continue;
    const found = governedBy(line, j);
    if (!found || (w === "of" && !signed)) continue;
    const takers: Taker[] = found.actors.map((actor) => ({ actor, part: "signatory" as const }));
    const how = signed
      ? ({ status: "planned", tense: "future", rule: "status: to be signed" } as const)
      : realis(line, k, Math.max(0, k - 6), true);
    return [draft(line, j, "ceasefire", takers, how, "ceasefire agreement")];
  }
  return [];
}
