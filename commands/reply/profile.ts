import type { Desk } from "../../src/bot/index.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Briefing, EntityValue } from "../../src/model/briefing.ts";
import type { Office } from "../../src/model/entity.ts";
import { periodWords } from "./dates.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { replyOf } from "./index.ts";

/** A briefing about somebody: who they are, and below it everything recorded of them, newest first. */
export function profileOf(briefing: Briefing, desk: Desk): Reply {
  const title = "Profile";
  if (briefing.answer.kind !== "entity") return replyOf(briefing, desk, { title });
  const values = briefing.answer.values;
  return replyOf(briefing, desk, {
    title,
    fields: values.flatMap((value) => fieldsOf(value, values.length > 1, desk)),
    entries: [...values.flatMap((value) => eventsOf(value, desk)), ...asides(briefing)],
  });
}

function fieldsOf(value: EntityValue, several: boolean, desk: Desk): NonNullable<Reply["fields"]> {
  const of = several ? ` (${value.name})` : "";
  const country = value.country && countryName(value.country, desk);
  const offices = value.offices.map((office) => officeWords(office, desk));
  return [
    { name: `Name${of}`, value: value.name },
    ...(value.aliases.length > 0 ? [{ name: `Also written${of}`, value: value.aliases.join(", ") }] : []),
    ...(country ? [{ name: `Country${of}`, value: country }] : []),
    ...(offices.length > 0 ? [{ name: `Offices${of}`, value: offices.join("; ") }] : []),
    { name: `Events recorded${of}`, value: String(value.count) },
  ];
}

function officeWords({ title, of, from, to }: Office, desk: Desk): string {
  const where = countryName(of, desk) ?? desk.dataset.entities.get(of)?.name ?? of;
  const when = from === null && to === null ? "" : `, ${periodWords(from, to, desk.asker.locale)}`;
  return `${title} (${where}${when})`;
}

const countryName = (code: string, { dataset }: Desk) =>
  dataset.gazetteer.countries.find((country) => country.code === code)?.name;

/** A value names at most twenty of its events, so all are asked for. */
function eventsOf({ id, events, count }: EntityValue, desk: Desk): readonly Entry[] {
  if (events.length >= count) return events.map((event) => ({ event }));
  return entriesOf(desk.aside({ ask: "events", who: [{ entity: id }], order: "newest" }));
}

const asides = (briefing: Briefing) => entriesOf({ ...briefing, answer: { kind: "nothing", values: [] } });
