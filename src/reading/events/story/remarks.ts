import type { EventPlace } from "../../../model/event.ts";
import type { Flag, Kind, Status } from "../../../model/kinds.ts";
import type { When } from "../../../model/when.ts";
import type { Actor } from "../../names/actors.ts";
import { mattersOf } from "../finish/topics.ts";
import { search } from "../finish/where.ts";
import { PACT } from "../rules/agreements.ts";
import { phraseStart } from "../rules/noun.ts";
import { type Line, quoted, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { subjectOf } from "../sentence/subject.ts";
import { MEETING_NOUNS, SECRET } from "../sentence/words.ts";

/** What a sentence says of an event that another sentence tells. */
export type Remark = {
  readonly remark:
    | "again"
    | "dated"
    | "denied"
    | "attending"
    | "hosting"
    | "declined"
    | "absent"
    | "attended"
    | "bare";
  readonly line: Line;
  readonly at: number;
  readonly actors: readonly Actor[];
  readonly places: readonly EventPlace[];
  readonly flags: readonly Flag[];
  readonly topics: readonly string[];
  readonly kinds: readonly Kind[] | null;
  readonly confirmed: boolean;
  /** True for "the meetings": all that were told together. */
  readonly plural: boolean;
  readonly when: When | null;
  /** "the meeting was cancelled": what became of it. */
  readonly status: Status | null;
  /** True where only a gathering of many can be meant. */
  readonly gathering: boolean;
};

/** The remarks of a sentence. */
export function remarks(line: Line): readonly Remark[] {
  const found: Remark[] = [];
  const host = line.chunks.findIndex(
    (c) =>
      c.kind === "actors" &&
      /^(?:the )?host\b/i.test(line.scan.text.slice(c.start, c.end)) &&
      c.actors[0]?.kind === "person" &&
      c.actors[0].resolution === "named",
  );
  if (host >= 0 && !line.heading)
    found.push(
      remark(line, host, "hosting", line.chunks[host]!.actors, {
        places: search(line, host + 1, line.chunks.length),
      }),
    );
  for (let k = 0; k < line.chunks.length; k++) {
    const c = line.chunks[k]!;
    if (c.kind !== "word" || quoted(line, c)) continue;
    if (PACT.test(c.word)) found.push(...ofPact(line, k));
    if (line.speaker) continue;
    if (MEETING_NOUNS.has(c.word)) found.push(...ofNoun(line, k));
    found.push(...ofAttendance(line, k));
  }
  return found;
}

const remark = (
  line: Line,
  at: number,
  kind: Remark["remark"],
  actors: readonly Actor[],
  extra: Partial<Remark> = {},
): Remark => ({
  remark: kind,
  line,
  at,
  actors,
  places: [],
  flags: [],
  topics: [],
  kinds: null,
  confirmed: false,
  plural: false,
  when: null,
  status: null,
  gathering: false,
  ...extra,
});

function ofNoun(line: Line, k: number): readonly Remark[] {
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
function ofPact(line: Line, k: number): readonly Remark[] {
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

function ofAttendance(line: Line, k: number): readonly Remark[] {
  const w = wordAt(line, k);
  const next = wordAt(line, k + 1);
  if (
    /^(?:attending|attendees|participants|present)$/.test(w) &&
    /^(?:include|included|includes|including|were|are|was)$/.test(next)
  ) {
    const found = listBehind(line, k + 2);
    if (found.length > 0) return [remark(line, k, "attending", found)];
  }
  if (w === "attended" && next === "by") return [remark(line, k, "attending", listBehind(line, k + 2))];
  if (/^(?:attended|attends|attend|attending)$/.test(w)) return attended(line, k);
  if (/^(?:take|took|taking|takes)$/.test(w) && next === "part") return attended(line, k);
  if (
    (w === "away" &&
      next === "from" &&
      /^stay(?:ed|s|ing)?$/.test(wordAt(line, k - 1)) &&
      ofGathering(line, k)) ||
    (w === "unable" &&
      next === "to" &&
      /^(?:come|attend|travel|join|participate|take|make|be)$/.test(wordAt(line, k + 2))) ||
    (/^(?:skipped|skip|skipping|boycotted|missed)$/.test(w) &&
      line.chunks.slice(k, k + 6).some((c) => /^(?:summit|meeting|talks|conference|forum)$/.test(c.word)))
  ) {
    const subject = subjectOf(line, k);
    return subject
      ? [
          remark(
            line,
            k,
            "declined",
            subject.actors.filter((a) => a.kind === "person"),
            { places: gatheringPlaces(line, k), kinds: ofGathering(line, k) ? ["talks"] : null },
          ),
        ]
      : [];
  }
  if (w === "absent" && next === "from" && ofGathering(line, k)) {
    const people = subjectOf(line, k)?.actors.filter((a) => a.kind === "person") ?? [];
    return people.length > 0
      ? [remark(line, k, "absent", people, { places: gatheringPlaces(line, k), kinds: ["talks"] })]
      : [];
  }
  if (w === "absence" && next === "of") {
    const found =
      line.chunks[k + 2]?.kind === "actors"
        ? line.chunks[k + 2]!.actors
        : (governedBy(line, k + 1)?.actors ?? []);
    return found.every((a) => a.kind === "person") && found.length > 0
      ? [remark(line, k, "absent", found)]
      : [];
  }
  return [];
}

const GATHERED = /^(?:summit|meeting|talks|conference|forum|negotiations|consultations|session)$/;
const gatheringAt = (line: Line, k: number) => {
  const at = line.chunks.slice(k, k + 10).findIndex((c) => GATHERED.test(c.word));
  return at < 0 ? -1 : k + at;
};
const ofGathering = (line: Line, k: number): boolean => gatheringAt(line, k) >= 0;

/** "from the Oslo talks", "from the talks in Oslo". */
function gatheringPlaces(line: Line, k: number): readonly EventPlace[] {
  const at = gatheringAt(line, k);
  const inner = at < 0 ? null : line.chunks[at - 1]?.place;
  if (inner) return [{ id: inner.id, name: inner.name, country: inner.country, derivation: "stated" }];
  return at < 0 ? [] : search(line, at + 1, Math.min(line.chunks.length, at + 5));
}

/** "who attended the Oslo talks", "will not attend the summit". */
function attended(line: Line, k: number): readonly Remark[] {
  const noun = line.chunks
    .slice(k + 1, k + 8)
    .findIndex(
      (c) =>
        MEETING_NOUNS.has(c.word) || /^(?:conference|event|session|forum|gathering|assembly)$/.test(c.word),
    );
  const ends = /^(?:\.|,|)$/.test(wordAt(line, k + 1)) && line.chunks[k + 1]?.kind !== "actors";
  if (noun < 0 && !ends) return [];
  const subject = subjectOf(line, k);
  const people = subject?.actors.filter((a) => a.kind === "person") ?? [];
  if (people.length === 0) return [];
  const before = line.chunks
    .slice(Math.max(0, k - 5), k)
    .map((c) => c.word)
    .join(" ");
  if (/\b(?:not|n't|never|won't|didn't|declined to|refused to|unable to)\b/.test(before))
    return [
      remark(line, k, "declined", people, {
        gathering: noun < 0,
        places: gatheringPlaces(line, k),
        kinds: noun < 0 ? null : ["talks"],
      }),
    ];
  if (noun < 0) return /\balso\b/.test(before) ? [remark(line, k, "attending", people)] : [];
  if (/\b(?:will|would|to|may|might|could)\b/.test(before) || /ing$/.test(wordAt(line, k)))
    return [remark(line, k, "attending", people)];
  const inner = line.chunks.slice(k + 1, k + 1 + noun).find((c) => c.kind === "place" && c.place);
  const places = inner?.place
    ? [
        {
          id: inner.place.id,
          name: inner.place.name,
          country: inner.place.country,
          derivation: "stated" as const,
        },
      ]
    : search(line, k + 1 + noun, Math.min(line.chunks.length, k + 12));
  const kind: Kind = /talks|negotiations|consultations/.test(wordAt(line, k + 1 + noun))
    ? "talks"
    : "meeting";
  if (places.length > 0) return [remark(line, k, "attended", people, { places, kinds: [kind] })];
  return /^(?:the|these|those|this)$/.test(wordAt(line, k + 1)) ? [remark(line, k, "attending", people)] : [];
}

function listBehind(line: Line, from: number): readonly Actor[] {
  for (let j = from; j < Math.min(line.chunks.length, from + 5); j++) {
    const c = line.chunks[j]!;
    if (c.kind === "actors") return c.actors.filter((a) => a.kind === "person");
    if (!/^(?:the|a|retired|former|lt\.|gen\.|,|:|both|its|general)$/.test(c.word)) return [];
  }
  return [];
}
