import type { Flag, Status } from "../../../model/kinds.ts";
import type { When } from "../../../model/when.ts";
import { mattersOf } from "../finish/topics.ts";
import { search } from "../finish/where.ts";
import { phraseStart } from "../rules/noun.ts";
import { type Line, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { subjectOf } from "../sentence/subject.ts";
import { SECRET } from "../sentence/words.ts";
import { type Remark, remark } from "./remark.ts";

/** What is said of a meeting by its noun: that it was held, where, when, in secret, that it was none, what became of it. */
export function ofNoun(line: Line, k: number): readonly Remark[] {
  const words = (from: number, to: number) =>
    line.chunks
      .slice(Math.max(0, from), to)
      .map((c) => (c.kind === "word" ? c.word : "_"))
      .join(" ");
  const start = phraseStart(line, k);
  const before = words(start - 8, k);
  const behind = words(k + 1, k + 10);
  const side = wordAt(line, k + 1) === "with" ? (governedBy(line, k + 1)?.actors ?? []) : [];
  if (
    /\b(?:did not|not|never|no|n't)\b(?: \S+){0,2} (?:conduct|involve|hold|include|constitute|amount to|seek|engage in|enter(?: into)?|seeking|hold any|held)(?: \S+){0,3}$/.test(
      before,
    ) ||
    (/\b(?:not|never) (?:\S+ ){0,2}$/.test(`${before} `) &&
      !/\b(?:attend|join|come|go|travel|miss|skip|be|at|in|from)\b(?: \S+){0,2}$/.test(before))
  ) {
    const subject = subjectOf(line, start);
    return [
      remark(
        line,
        k,
        "denied",
        (subject?.actors ?? [])
          .filter((a) => a.kind === "country" || a.kind === "group" || a.kind === "organisation")
          .slice(0, 2),
      ),
    ];
  }
  const hosted = line.chunks
    .slice(k + 1, k + 9)
    .findIndex((c, n, all) => c.word === "by" && all[n - 1]?.word === "hosted");
  const hosts =
    hosted >= 0 && !/[.;]/.test(behind.split("hosted")[0] ?? "")
      ? (governedBy(line, k + 1 + hosted)?.actors ?? [])
      : [];
  if (hosts.length > 0 && hosts.every((a) => a.kind === "person")) return [remark(line, k, "hosting", hosts)];
  const held =
    /^(?:_ )?(?:with _ )?(?:had |have |has |did |also |mainly |which )*(?:(?:that|which) (?:started|began|took place|lasted|ended|were held)|on|were|was|took|take|taking|have been|has been|been|mainly|concerned|covered|focused|focusing|centred|centered|dealt|included|come|came)\b/.test(
      behind,
    );
  const definite =
    /\b(?:the|these|those|this|such|their)\b/.test(words(start, k)) ||
    line.chunks[start - 1]?.word === "" ||
    start === 0 ||
    /^(?:that|confirmed|revealed|said|,|when)$/.test(wordAt(line, start - 1)) ||
    /^(?:Talks|Meetings|Negotiations)$/.test(line.chunks[k]?.text ?? "");
  if (held && definite) {
    const confirmed = /\b(?:confirmed|acknowledged|admitted)\b/.test(before);
    const places = /\b(?:held|took place|take place|taking place|hosted)\b/.test(behind)
      ? search(line, k + 1, line.chunks.length)
      : [];
    const flags: Flag[] = line.chunks.slice(start, k).some((c) => SECRET.test(c.word)) ? ["secret"] : [];
    const topics = mattersOf(line);
    return [
      remark(line, k, "again", side, {
        places,
        flags,
        topics,
        confirmed,
        plural: /s$/.test(wordAt(line, k)),
        when: nearDay(line, k),
        status: fateOf(behind),
      }),
    ];
  }
  const places = search(line, k + 1, Math.min(line.chunks.length, k + 9));
  return places.length > 0 && side.length === 0 && !/\bbetween\b/.test(behind)
    ? [remark(line, k, "bare", [], { places })]
    : [];
}

/** "the meeting was cancelled", "the talks have been postponed". */
function fateOf(behind: string): Status | null {
  const m =
    /^(?:\S+ ){0,2}(?:was|were|has been|have been|had been|is|are) (?:\S+ ){0,1}(cancel|called off|postpon|put off|scrapped)/.exec(
      behind,
    );
  return m ? (/postpon|put off/.test(m[1] as string) ? "postponed" : "cancelled") : null;
}

/** The day right behind a noun: "their talks on Friday", "talks that started on Friday". */
function nearDay(line: Line, k: number): When | null {
  const from = line.chunks[k]?.end ?? 0;
  const near = line
    .times()
    .find((t) => t.span[0] >= from && t.span[0] - from < 32 && t.when.precision === "day");
  return near?.when ?? null;
}

/** "the Oslo agreement reached in May 2011": dates the summit that was told with the same place. */
export function ofPact(line: Line, k: number): readonly Remark[] {
  const place = line.chunks[k - 1]?.place;
  if (!place || !/^(?:reached|signed|concluded|struck|made|of)$/.test(wordAt(line, k + 1))) return [];
  const from = line.chunks[k]!.end;
  const time = line.times().find((t) => t.span[0] >= from && t.span[0] - from < 20);
  return time
    ? [
        remark(line, k, "dated", [], {
          when: time.when,
          places: [{ id: place.id, name: place.name, country: place.country, derivation: "stated" }],
        }),
      ]
    : [];
}
