import { search } from "../finish/where.ts";
import { PACT } from "../rules/agreements.ts";
import { type Line, quoted } from "../sentence/line.ts";
import { MEETING_NOUNS } from "../sentence/words.ts";
import { ofAttendance } from "./attendance.ts";
import { type Remark, remark } from "./remark.ts";
import { ofNoun, ofPact } from "./sayings.ts";

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
