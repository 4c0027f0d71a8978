import type { Desk } from "../../../src/bot/index.ts";
import { checkFields } from "../../../src/bot/words/fields.ts";
import { readLine } from "../../../src/bot/words/line.ts";
import type { Call, Command } from "../../../src/chat/command.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import type { Briefing } from "../../../src/model/briefing.ts";
import type { Query } from "../../../src/model/query.ts";
import { between } from "../../brief/between.ts";
import { events } from "../../brief/events.ts";
import { itinerary } from "../../brief/itinerary.ts";
import { met } from "../../brief/met.ts";
import { profile } from "../../brief/profile.ts";
import { replyOf } from "../../reply/index.ts";
import { said } from "../find.ts";

export type Understood =
  | { readonly query: Query; readonly notes: readonly string[] }
  | { readonly reply: Reply };

/** A question or a filter (`met person:"Ann Example"`) as a digest can keep it, or the reply that asks for a better one. */
export async function understand(question: string, call: Call, desk: Desk): Promise<Understood> {
  const filtered = await filteredBy(question, call, desk);
  const briefing = filtered ?? desk.ask(question);
  const { query, answer, notes } = briefing;
  if (filtered && answer.kind === "which") {
    const names = answer.values.map(({ name }) => name).join(", ");
    return { reply: said("Not made yet", [...notes, `It fits these: ${names}. Write the whole name.`]) };
  }
  if (query === null || answer.kind === "which" || answer.kind === "unclear")
    return { reply: replyOf(briefing, desk, { title: "Digest" }) };
  const ignored = notes.filter((note) => note.startsWith("Not understood"));
  const end = query.when?.kind === "period" ? query.when.to : null;
  const past =
    end !== null && end < desk.today
      ? ["The question's period is over: its news are what is recorded or corrected later."]
      : [];
  return { query, notes: [...ignored, ...past] };
}

/** Commands whose fields say what a digest is to tell. */
const FILTERS: readonly Command<Desk>[] = [met, events, between, itinerary, profile];

/** What a line asks that is a command with options by name; undefined for every other, which is read as a question. */
async function filteredBy(line: string, call: Call, desk: Desk): Promise<Briefing | undefined> {
  if (!/\s[a-z]+:/.test(line)) return undefined;
  const read = readLine(line, desk.menu);
  if (read.kind !== "command" || read.group !== "brief") return undefined;
  const filter = FILTERS.find(({ name }) => name === read.name);
  const checked = filter && checkFields(filter, read.fields);
  if (checked?.kind !== "fit") return undefined;
  let heard: Briefing | undefined;
  const listening: Desk = {
    ...desk,
    brief: (wanted) => {
      heard = desk.brief(wanted);
      return heard;
    },
  };
  await filter?.run({ ...call, fields: checked.fields }, listening);
  return heard;
}
