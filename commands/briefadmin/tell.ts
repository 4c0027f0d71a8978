import type { AuditLine } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Event } from "../../src/model/event.ts";

type Change = NonNullable<AuditLine["change"]>;

/** A change in words: what was done to what, and why. */
export function tellChange(change: Change): string {
  const why = change.why === "" ? "" : ` (${cut(change.why, 200)})`;
  return `${deedOf(change)}${why}`;
}

function deedOf(change: Change): string {
  switch (change.kind) {
    case "add":
      return `added ${change.after.id}: ${change.after.summary}`;
    case "edit":
      return `corrected ${change.event}: ${differing(change.before, change.after)}`;
    case "accept":
      return `approved ${change.event}: ${change.after.summary}`;
    case "source":
      return `added a source to ${change.event}`;
    case "withdraw":
      return `withdrew ${change.event}: ${change.before.summary}`;
    case "reject":
      return `rejected ${change.event}: ${change.before.summary}`;
    case "merge":
      return `merged ${change.event} into ${change.into}`;
    case "alias":
      return `named ${change.name} also “${change.alias}”`;
    case "office":
      return `gave ${change.name} the office ${change.office.title}, ${change.office.from ?? "…"} to ${change.office.to ?? "…"}`;
    case "document":
      return `brought ${change.document.id} “${cut(change.document.title, 80)}” with ${change.found.length} events to review`;
    case "import":
      return `imported ${change.file}: ${change.events.length} events of ${change.documents.length} documents`;
    case "undo":
      return `undid ${change.undoes}`;
  }
}

/** Before and after of the fields that say most. */
function differing(before: Event, after: Event): string {
  const words = (event: Event): Readonly<Record<string, string>> => ({
    kind: event.kind,
    status: event.status,
    when: event.when.edtf,
    where: event.places.map(({ name }) => name).join(", "),
    who: event.participants.map(({ name, part }) => `${name} (${part})`).join(", "),
    what: event.summary,
  });
  const [was, is] = [words(before), words(after)];
  return Object.keys(was)
    .filter((name) => was[name] !== is[name])
    .map((name) => `${name} “${cut(was[name] ?? "", 160)}” → “${cut(is[name] ?? "", 160)}”`)
    .join("; ");
}
