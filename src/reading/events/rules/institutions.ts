import type { EventPlace } from "../../../model/event.ts";
import type { Actor } from "../../names/actors.ts";
import type { Draft } from "../draft.ts";
import { type Line, wordAt } from "../sentence/line.ts";
import { subjectOf } from "../sentence/subject.ts";
import type { Make } from "./gatherings.ts";
import { holdVerb } from "./noun.ts";

/** "had talks at the ministry and at the council": bodies as hosts; "here" is the speaker's capital. */
export function atBodies(line: Line, k: number, start: number, make: Make): readonly Draft[] {
  const verb = holdVerb(line, start);
  const subject = verb === null ? null : subjectOf(line, verb);
  if (!subject?.actors.every((a) => a.kind === "person")) return [];
  const hosts: Actor[] = [];
  for (let j = k + 1; j < Math.min(line.chunks.length, k + 12); j++) {
    const c = line.chunks[j]!;
    if (
      (c.kind === "actors" && wordAt(line, j - 1) === "at") ||
      (c.kind === "actors" && hosts.length > 0 && wordAt(line, j - 2) === "at")
    )
      hosts.push(...c.actors.filter((a) => a.kind === "organisation"));
    else if (c.kind !== "word" || !/^(?:at|and|the|,|both|with)$/.test(c.word)) break;
  }
  if (hosts.length === 0) return [];
  const here =
    line.speaker && line.chunks.some((c) => c.word === "here")
      ? homeCapital(line, line.speaker.actor.country)
      : null;
  const side = line.speaker?.actor.country ?? null;
  const takers = [
    ...subject.actors.map((actor) => ({ actor, part: "visitor" as const })),
    ...hosts.map((a) => ({ actor: national(line, a, side), part: "host" as const })),
  ];
  const made = make(takers, "talks at a body", subject.doubts, subject.at + 1);
  const meetings = line.chunks
    .slice(Math.max(0, subject.at - 6), subject.at)
    .some((c) => /^(?:meetings|talks)$/.test(c.word));
  return [
    {
      ...made,
      ...(here ? { places: [here] } : {}),
      flags: meetings ? [...new Set([...made.flags, "series" as const])] : made.flags,
    },
  ];
}

/** A council that has no country of its own is the speaker's country's. */
function national(line: Line, body: Actor, code: string | null): Actor {
  const country = code ? line.scan.lexicon.country(code) : undefined;
  const elsewhere = body.country !== null && body.country !== code;
  if (
    !country ||
    elsewhere ||
    !/\b(?:council|ministry|office|parliament|assembly|government)\b/i.test(body.as) ||
    /^(?:un|u\.n\.|united nations)/i.test(body.as)
  )
    return body;
  if (body.country === code) return body;
  const known = line.scan.lexicon.organisation(`${country.demonyms[0]} ${body.as.replace(/^the /i, "")}`);
  const words = body.as.replace(/^the /i, "");
  return {
    ...body,
    id: known?.id ?? `org:${words.toLowerCase().replace(/ /g, "-")}-${country.code.toLowerCase()}`,
    name: known?.name ?? `${words} of ${country.name}`,
    country: country.code,
  };
}

function homeCapital(line: Line, code: string | null): EventPlace | null {
  const capital = code ? line.scan.lexicon.country(code)?.capital : null;
  const place = capital ? line.scan.lexicon.place(capital) : undefined;
  return place ? { id: place.id, name: place.name, country: place.country, derivation: "inferred" } : null;
}
