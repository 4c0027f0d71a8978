import type { EventPlace } from "../../../model/event.ts";
import type { Kind } from "../../../model/kinds.ts";
import type { Actor } from "../../names/actors.ts";
import { search } from "../finish/where.ts";
import { type Line, wordAt } from "../sentence/line.ts";
import { governedBy } from "../sentence/objects.ts";
import { subjectOf } from "../sentence/subject.ts";
import { MEETING_NOUNS } from "../sentence/words.ts";
import { type Remark, remark } from "./remark.ts";

/** Who came, who was there, who could not or would not come. */
export function ofAttendance(line: Line, k: number): readonly Remark[] {
  const w = wordAt(line, k);
  const next = wordAt(line, k + 1);
  if (
    /^(?:attending|attendees|participants|present)$/.test(w) &&
    /^(?:include|included|includes|including|were|are|was)$/.test(next)
  ) {
    const found = listBehind(line, k + 2);
    if (found.length > 0) return [remark(line, k, "attending", found)];
  }
  const among = line.chunks.slice(k + 1, k + (next === "the" ? 7 : 2)).findIndex((c) => AMONG.test(c.word));
  if (
    /^(?:joined|joins|join)$/.test(w) &&
    among >= 0 &&
    !line.chunks.slice(k + 1, k + 1 + among).some((c) => c.kind === "actors")
  ) {
    const people = subjectOf(line, k)?.actors.filter((a) => a.kind === "person") ?? [];
    const will = /^(?:will|would|to|may|could|might|not)$/.test(wordAt(line, k - 1));
    return people.length > 0 && !will ? [remark(line, k, "attending", people)] : [];
  }
  if (w === "presence" && next === "of" && wordAt(line, k - 1) !== "military") {
    const found = governedBy(line, k + 1)?.actors ?? [];
    return found.length > 0 && found.every((a) => a.kind === "person")
      ? [remark(line, k, "attending", found, { here: true })]
      : [];
  }
  if (
    w === "present" &&
    /^(?:was|were|also|both|all)$/.test(wordAt(line, k - 1)) &&
    /^(?:at|during|in|\.|,|;|)$/.test(next)
  ) {
    const people = subjectOf(line, k)?.actors.filter((a) => a.kind === "person") ?? [];
    const not = line.chunks.slice(Math.max(0, k - 3), k).some((c) => /^(?:not|n't|never)$/.test(c.word));
    return people.length > 0 && !not ? [remark(line, k, "attending", people)] : [];
  }
  if (w === "attended" && next === "by") return [remark(line, k, "attending", listBehind(line, k + 2))];
  if (/^(?:attended|attends|attend|attending)$/.test(w)) return attended(line, k);
  if (/^(?:together|along)$/.test(w) && next === "with" && wordAt(line, k - 1) === "," && k > 4) {
    const found = line.chunks[k - 2]?.kind === "actors" ? [] : (governedBy(line, k + 1)?.actors ?? []);
    const ends = line.chunks.slice(k + 3).every((c) => c.kind === "word" && /^\W*$/.test(c.word));
    if (ends && found.length > 0 && found.every((a) => a.kind === "person"))
      return [remark(line, k, "attending", found, { here: true })];
  }
  if (/^(?:taking|attending)$/.test(w) && line.chunks.slice(0, k).every((c) => c.word === "also")) {
    const found = behindVerb(line, k);
    if (found.length > 0) return [remark(line, k, "attending", found)];
  }
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

/** Whom or what one joins when one sits down with them. */
const AMONG =
  /^(?:them|him|her|leaders|two|pair|talks|meeting|discussions|presidents|ministers|dinner|lunch|session|negotiations)$/;

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
        MEETING_NOUNS.has(c.word) ||
        /^(?:conference|event|session|forum|gathering|assembly|plenary|reception|round)$/.test(c.word),
    );
  const ends = /^(?:\.|,|)$/.test(wordAt(line, k + 1)) && line.chunks[k + 1]?.kind !== "actors";
  if (noun < 0 && !ends) return [];
  if (
    noun > 0 &&
    line.chunks
      .slice(k + 1, k + 1 + noun)
      .some((c, n, all) => c.word === "of" && /^(?:a|an)$/.test(all[n + 1]?.word ?? ""))
  )
    return [];
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

/** "Taking part on X's side were A, B and C": those behind the verb. */
function behindVerb(line: Line, k: number): readonly Actor[] {
  const be = line.chunks.findIndex((c, j) => j > k && /^(?:were|was|are|is|[.;,])$/.test(c.word));
  return be < 0 || be > k + 12 || /^[.;,]$/.test(wordAt(line, be)) ? [] : listBehind(line, be + 1);
}

function listBehind(line: Line, from: number): readonly Actor[] {
  for (let j = from; j < Math.min(line.chunks.length, from + 5); j++) {
    const c = line.chunks[j]!;
    if (c.kind === "actors") return c.actors.filter((a) => a.kind === "person");
    if (!/^(?:the|a|retired|former|lt\.|gen\.|,|:|both|its|general)$/.test(c.word)) return [];
  }
  return [];
}
