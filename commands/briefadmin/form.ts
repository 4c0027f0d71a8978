import type { Desk } from "../../src/bot/index.ts";
import { formOf } from "../../src/bot/refuse.ts";
import type { Form, Reply } from "../../src/chat/reply.ts";
import type { Fields } from "../../src/model/engine.ts";
import type { Event } from "../../src/model/event.ts";
import { wordsOf } from "./facts/index.ts";
import { EVENT, FACTS, REASON } from "./options.ts";

/** `edit` as the menu shows it. */
export const EDIT = {
  group: "briefadmin",
  name: "edit",
  describe: "Correct an event; answers show it as corrected, with your reason",
  example: 'edit event:E-12ab34cd when:2024-02-01 reason:"the report names the day"',
  options: [EVENT, ...FACTS, REASON],
} as const;

/** The form with what was given; without a reason it can't be sent. */
export function editForm(given: Fields): Form {
  const form = formOf(EDIT, given);
  const needed = ["event", "reason"];
  return { ...form, fields: form.fields.map((one) => ({ ...one, required: needed.includes(one.name) })) };
}

/** The form with what the event says now. */
export const formFor = (event: Event, desk: Desk): Reply => ({
  title: "Edit",
  form: editForm({ event: event.id, ...wordsOf(event, desk) }),
  audience: "private",
});
