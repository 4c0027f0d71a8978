import type { Draft, Taker } from "../draft.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { realis } from "../sentence/status.ts";
import { subjectOf } from "../sentence/subject.ts";
import { draft, type Rule, twoSided } from "./rule.ts";

/** "A and B signed a treaty", "A signed an accord with B", "the agreement reached between A and B on D". */
export const agreements: Rule = {
  name: "agreed",
  read: (line) =>
    line.chunks.flatMap((c, k) =>
      c.kind === "word" ? [...signed(line, k, c.word), ...reached(line, k, c.word)] : [],
    ),
};

export const PACT =
  /^(?:agreement|agreements|treaty|treaties|accord|accords|pact|deal|memorandum|memoranda|declaration|protocol|convention|truce|roadmap|contract|communique|arrangement)$/;

function signed(line: Line, k: number, word: string): readonly Draft[] {
  if (
    !/^(?:sign|signs|signed|signing|initialled|initialed|ratified|concluded)$/.test(word) ||
    (quoted(line, line.chunks[k]!) && !line.speaker)
  )
    return [];
  const object = line.chunks.slice(k + 1, k + 12).findIndex((c) => PACT.test(c.word));
  if (
    (object < 0 && !/^(?:was|were|be|been|being|is|are)$/.test(wordAt(line, k - 1))) ||
    line.chunks.slice(k + 1, k + 1 + object).some((c) => /^(?:law|bill|decree|order|book|[.;])$/.test(c.word))
  )
    return [];
  if (/^(?:be|been|being|was|were|is|are)$/.test(wordAt(line, k - 1))) return signedBy(line, k);
  if (word === "signing" && /^(?:the|a|for|of|at|after|before)$/.test(wordAt(line, k - 1))) return [];
  const subject = subjectOf(line, k);
  if (!subject) return [];
  const behind = line.chunks.slice(k + 1, k + 20).findIndex((c) => c.word === "with");
  const other = behind >= 0 ? governedBy(line, k + 1 + behind) : null;
  const takers: Taker[] = [...subject.actors, ...(other?.actors ?? [])].map((actor) => ({
    actor,
    part: "signatory" as const,
  }));
  return twoSided(takers)
    ? [
        draft(line, k, "agreement", takers, realis(line, k, subject.at + 1, false), "signed", {
          doubts: subject.doubts,
        }),
      ]
    : [];
}

/** "The treaty was signed by A and B." */
function signedBy(line: Line, k: number): readonly Draft[] {
  const pact = line.chunks.slice(Math.max(0, k - 8), k).some((c) => PACT.test(c.word));
  const by = line.chunks.slice(k + 1, k + 12).findIndex((c) => c.word === "by");
  const found = pact && by >= 0 ? governedBy(line, k + 1 + by) : null;
  const takers: Taker[] = (found?.actors ?? []).map((actor) => ({ actor, part: "signatory" as const }));
  return twoSided(takers)
    ? [draft(line, k, "agreement", takers, realis(line, k, Math.max(0, k - 4), false), "signed by")]
    : [];
}

function reached(line: Line, k: number, word: string): readonly Draft[] {
  if (!PACT.test(word) || (quoted(line, line.chunks[k]!) && !line.speaker)) return [];
  const between = line.chunks.slice(k + 1, k + 6).findIndex((c) => c.word === "between");
  if (
    between < 0 ||
    line.chunks
      .slice(k + 1, k + 1 + between)
      .some(
        (c) =>
          !/^(?:reached|signed|concluded|struck|made|brokered|was|is|in|of|today|yesterday)$/.test(c.word),
      )
  )
    return [];
  const parties = partiesAt(line, k + 1 + between);
  if (parties.length < 2) return [];
  const dated = line.times().length > 0;
  if (!dated || between === 0) return [];
  return [
    draft(
      line,
      k,
      "agreement",
      [...parties, ...witnesses(line, k)],
      realis(line, k, Math.max(0, k - 5), true),
      "agreement between",
    ),
  ];
}

/** "between A and B", where B may be a group without a country: "the opposition". */
function partiesAt(line: Line, between: number): Taker[] {
  const found = governedBy(line, between);
  if (!found) return [];
  const takers: Taker[] = found.actors.map((actor) => ({ actor, part: "signatory" as const }));
  const rest = line.chunks.slice(found.at + 1, found.at + 5).map((c) => c.word);
  const noun =
    rest[0] === "and"
      ? rest.findIndex((w) =>
          /^(?:opposition|rebels|government|separatists|insurgents|militants|guerrillas|junta)$/.test(w),
        )
      : -1;
  if (takers.length === 1 && noun > 0) {
    const c = line.chunks[found.at + 1 + noun]!;
    const country = takers[0]?.actor.country ?? null;
    const owner = line.scan.lexicon.country(country ?? "");
    const name = owner ? `${owner.demonyms[0] ?? owner.name} ${c.word}` : c.text;
    takers.push({
      actor: {
        ...takers[0]!.actor,
        span: [c.start, c.end],
        kind: "group",
        id: country ? `group:${country.toLowerCase()}-${c.word}` : `group:${c.word}`,
        name,
        as: c.text,
        role: null,
        office: null,
        resolution: "collective",
        weak: false,
        principal: null,
      },
      part: "signatory",
    });
  }
  return takers;
}

/** "A, B and C acted as witness to the agreement", "witnessed by A", "brokered by B". */
function witnesses(line: Line, k: number): Taker[] {
  const acted = line.chunks.findIndex(
    (c, j) =>
      j < k &&
      /^(?:acted|served|acting)$/.test(c.word) &&
      line.chunks.slice(j, k).some((x) => /^(?:witness|witnesses|guarantor|guarantors)$/.test(x.word)),
  );
  if (acted > 0)
    return (subjectOf(line, acted)?.actors ?? []).map((actor) => ({ actor, part: "witness" as const }));
  const by = line.chunks.findIndex(
    (c, j) => c.word === "by" && /^(?:witnessed|brokered|mediated|guaranteed)$/.test(wordAt(line, j - 1)),
  );
  const found = by >= 0 ? governedBy(line, by) : null;
  return (found?.actors ?? []).map((actor) => ({
    actor,
    part: wordAt(line, by - 1) === "witnessed" ? ("witness" as const) : ("mediator" as const),
  }));
}
