import type { Dataset } from "../../model/dataset.ts";
import type { Engine } from "../../model/engine.ts";
import type { EventId } from "../../model/event.ts";
import type { Day } from "../../model/when.ts";
import type { Digest } from "../digest.ts";
import { type Entry, type Ledger, toldUpTo } from "../ledger.ts";
import type { Change } from "./changes.ts";
import { matching } from "./matching.ts";

/** Why an event was in a digest, or was not. */
export type Why =
  | { readonly kind: "posted"; readonly entries: readonly Entry[] }
  | { readonly kind: "unknown-event" }
  /** It does not answer the digest's question. */
  | { readonly kind: "no-answer" }
  /** It was in the dataset before the bot kept a log, or before the digest began. */
  | { readonly kind: "old"; readonly change?: Change }
  /** It was new in an issue, among the lines that did not fit. */
  | { readonly kind: "left-out"; readonly entry: Entry; readonly change: Change }
  /** It is new, and its issue is still to come. */
  | { readonly kind: "waiting"; readonly change: Change }
  | { readonly kind: "no-section"; readonly change: Change };

type Room = {
  readonly engine: Engine;
  readonly dataset: Dataset;
  readonly ledger: Ledger;
  readonly log: readonly Change[];
  readonly date: Day;
};

export function whyOf(asked: EventId, digest: Digest, { engine, dataset, ledger, log, date }: Room): Why {
  const event = dataset.redirects[asked] ?? asked;
  const entries = ledger.of(digest.id);
  const posted = entries.filter(
    ({ state, events }) =>
      ["sent", "sent-late", "ambiguous"].includes(state) &&
      events?.some(({ id }) => id === event || id === asked),
  );
  if (posted.length > 0) return { kind: "posted", entries: posted };
  const known = engine
    .answer({ ask: "events", event }, { today: date })
    .events.some(({ id }) => id === event);
  if (!known) return { kind: "unknown-event" };
  if (!matching(digest.query, [event], engine, date).has(event)) return { kind: "no-answer" };
  const number = log.findLastIndex((change) => change.event === event) + 1;
  const change = log[number - 1];
  if (change === undefined || number <= digest.from) return { kind: "old", ...(change && { change }) };
  if (!digest.sections.includes("new")) return { kind: "no-section", change };
  if (number > toldUpTo(entries, digest.from)) return { kind: "waiting", change };
  const entry = entries.find(
    ({ kind, window }) => kind === "slot" && window && number > window.from && number <= window.to,
  );
  return entry ? { kind: "left-out", entry, change } : { kind: "waiting", change };
}
