import { subHours } from "date-fns";
import { z } from "zod";
import { type Address, PLATFORMS } from "../chat/address.ts";
import type { EventId } from "../model/event.ts";
import type { Day, Instant } from "../model/when.ts";
import type { Ledger as Lines } from "../store/index.ts";

export const STATES = [
  "pending",
  "sent",
  "sent-late",
  "skipped-empty",
  "merged-into",
  "missed",
  "failed",
  "ambiguous",
] as const;
export type State = (typeof STATES)[number];

/** Changes of the dataset by number: those after `from`, up to and with `to`. */
export type Window = { readonly from: number; readonly to: number };

/** One line of the ledger: a decision. The last line of a key tells its state. */
export type Entry = {
  /** `<digest>@<slot>` of a slot; a run by hand and an introduction have keys of their own. */
  readonly key: string;
  readonly digest: string;
  readonly kind: "slot" | "run" | "introduction";
  /** When it was due, and its local date. */
  readonly due: Instant;
  readonly date: Day;
  /** When this was decided. */
  readonly at: Instant;
  readonly state: State;
  readonly address: Address;
  readonly window?: Window;
  /** What was posted, by event, so that a correction can name it after it is gone from the dataset. */
  readonly events?: readonly { readonly id: EventId; readonly what: string }[];
  readonly why?: string;
  /** The key that it was merged into. */
  readonly into?: string;
  /** The platform's id of the message. */
  readonly message?: string;
};

const text = z.string();
export const entry: z.ZodType<Entry> = z.object({
  key: text,
  digest: text,
  kind: z.enum(["slot", "run", "introduction"]),
  due: text,
  date: text as unknown as z.ZodType<Day>,
  at: text,
  state: z.enum(STATES),
  address: z.templateLiteral([z.enum(PLATFORMS), ":", text]),
  window: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  events: z.array(z.object({ id: text, what: text })).optional(),
  why: text.optional(),
  into: text.optional(),
  message: text.optional(),
});

/** The ledger as it stands: for each key its last decision, with what the earlier ones knew. */
export type Ledger = {
  readonly get: (key: string) => Entry | undefined;
  /** A digest's keys in the order in which they were first decided. */
  readonly of: (digest: string) => readonly Entry[];
  /** Keys whose outcome is not known. */
  readonly open: () => readonly Entry[];
  /** The latest instant at which anything was decided; undefined before the first decision. */
  readonly lastDecision: () => Instant | undefined;
  /** Resolves when the line is on the disk; refuses what would change a final state. */
  readonly append: (line: Entry) => Promise<void>;
};

export function openLedger(lines: Lines<Entry>): Ledger {
  const byKey = new Map<string, Entry>();
  const byDigest = new Map<string, Set<string>>();
  const unsettled = new Set<string>();
  let last: Instant | undefined;
  const take = (line: Entry) => {
    byKey.set(line.key, { ...byKey.get(line.key), ...line });
    const keys = byDigest.get(line.digest) ?? new Set();
    byDigest.set(line.digest, keys.add(line.key));
    if (isFinal(line.state)) unsettled.delete(line.key);
    else unsettled.add(line.key);
    if (last === undefined || line.at > last) last = line.at;
  };
  for (const line of lines.entries()) take(line);
  return {
    get: (key) => byKey.get(key),
    of: (digest) => [...(byDigest.get(digest) ?? [])].map((key) => byKey.get(key)!),
    open: () => [...unsettled].map((key) => byKey.get(key)!),
    lastDecision: () => last,
    async append(line) {
      const before = byKey.get(line.key);
      if (before && isFinal(before.state)) throw new Error(`${line.key} is ${before.state} already`);
      await lines.append(line);
      take(line);
    },
  };
}

/** So long what was posted is remembered, for histories and corrections. */
const KEPT_DAYS = 400;

/**
 * Drops what is older than that, but for what the digests go on from: what they told last, their last slot, and what
 * is not settled.
 */
export async function trimLedger(lines: Lines<Entry>, digests: readonly string[], now: Date): Promise<void> {
  const from = subHours(now, KEPT_DAYS * 24).toISOString();
  if (lines.entries().every(({ at }) => at >= from)) return;
  const ledger = openLedger(lines);
  const needed = digests.flatMap((id) => {
    const slots = ledger.of(id).filter(({ kind }) => kind === "slot");
    return [slots.at(-1), slots.findLast(holds)];
  });
  const keys = new Set([...ledger.open(), ...needed].map((entry) => entry?.key));
  await lines.trim((line) => line.at >= from || keys.has(line.key));
}

/** A pending line is still under way, and an ambiguous one is settled by a person; all others stay. */
export const isFinal = (state: State): boolean => state !== "pending" && state !== "ambiguous";

/** Whether what is new in its window counts as told: it was, or it may have been. */
const holds = ({ state, kind }: Entry): boolean =>
  kind === "slot" && ["pending", "sent", "sent-late", "skipped-empty", "ambiguous"].includes(state);

/** The number of the last change that a digest has told, `from` before it told any. */
export const toldUpTo = (entries: readonly Entry[], from: number): number =>
  entries.filter(holds).reduce((most, { window }) => Math.max(most, window?.to ?? 0), from);

/** The last slot of a digest that has a state, or `since` before there is one. */
export const decidedUpTo = (entries: readonly Entry[], since: Instant): Instant =>
  entries
    .filter(({ kind }) => kind === "slot")
    .reduce((latest, { due }) => (due > latest ? due : latest), since);

/** What a digest has posted, or may have, by event. */
export const postedBy = (entries: readonly Entry[]): ReadonlyMap<EventId, string> =>
  new Map(
    entries
      .filter(({ state }) => state === "sent" || state === "sent-late" || state === "ambiguous")
      .flatMap(({ events }) => (events ?? []).map(({ id, what }) => [id, what] as const)),
  );
