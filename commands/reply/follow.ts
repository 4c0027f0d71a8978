import type { Desk } from "../../src/bot/index.ts";
import type { Button } from "../../src/chat/reply.ts";
import type { Query } from "../../src/model/query.ts";

/** What people ask next, in the words of a follow-up. */
const NEXT = [
  ["When?", "when was that?"],
  ["Where?", "where was that?"],
  ["Only meetings", "only meetings"],
  ["Only calls", "only calls"],
  ["Only statements", "only statements"],
] as const;
const SHOWN = 2;

/** The first follow-ups that the engine understands from here, change the question, and find something. */
export function followUps(query: Query, { engine, today, aside }: Desk): readonly Button[] {
  const found: Button[] = [];
  for (const [label, words] of NEXT) {
    if (found.length === SHOWN) break;
    const reading = engine.read(words, { today, previous: query });
    if (reading.kind !== "query" || reading.ignored.length > 0) continue;
    if (engine.tell(reading.query) === engine.tell(query)) continue;
    if (aside(reading.query).answer.kind === "nothing") continue;
    found.push({ verb: "followup", label, value: words });
  }
  return found;
}
