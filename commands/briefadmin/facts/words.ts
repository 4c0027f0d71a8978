import type { Desk } from "../../../src/bot/index.ts";
import type { Event } from "../../../src/model/event.ts";

export const FACT_NAMES = ["what", "kind", "status", "when", "where", "who"] as const;

/** An event's fields as a person would type them, by name where the name is one's alone, else by id. */
export function wordsOf(event: Event, desk: Desk): Readonly<Record<(typeof FACT_NAMES)[number], string>> {
  const place = ({ id, name }: Event["places"][number]) => {
    const linked = desk.link({ ask: "events", where: name });
    return linked.kind === "query" && linked.query.where === id ? name : id;
  };
  const person = ({ id, name }: Event["participants"][number]) => {
    if (/[;,()\n]| and /.test(name)) return id;
    const linked = desk.link({ ask: "events", who: [name] });
    const [term, ...more] = linked.kind === "query" ? (linked.query.who ?? []) : [];
    return more.length === 0 && term?.entity === id ? name : id;
  };
  return {
    what: event.summary,
    kind: event.kind,
    status: event.status,
    when: event.when.edtf,
    where: event.places.map(place).join("; "),
    who: event.participants.map((one) => `${person(one)} (${one.part})`).join("; "),
  };
}
