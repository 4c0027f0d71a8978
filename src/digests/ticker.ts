import type { Instant } from "../model/when.ts";
import { type Decision, decide, LATE_AFTER_MS } from "./decide.ts";
import {
  type Delivered,
  type Delivery,
  deliver,
  deliverAgain,
  isSilent,
  knownAgain,
  outletOf,
} from "./deliver.ts";
import type { Digest } from "./digest.ts";
import { type Issues, keyOf } from "./issue/index.ts";
import type { Keeper } from "./keeper.ts";
import { decidedUpTo, type Entry, type Ledger, type State } from "./ledger.ts";
import type { Queue } from "./queue.ts";
import type { Slot } from "./slots.ts";

type Around = {
  readonly keeper: Keeper;
  readonly ledger: Ledger;
  readonly issues: Issues;
  readonly queue: Queue;
  readonly delivery: Delivery;
  /** What every delivery leads to. */
  readonly conclude: (id: string, delivered: Delivered) => Promise<unknown>;
  readonly doubt?: string;
};

/** Does at each heartbeat what is due. */
export type Ticker = {
  /** Decides and begins; resolves before what it began is done. One tick at a time. */
  readonly tick: () => Promise<void>;
  /** Does a digest's work in its channel's turn; the ticker leaves that digest alone meanwhile. */
  readonly holding: (digest: Digest, work: () => Promise<void>) => Promise<void>;
};

export function openTicker(around: Around): Ticker {
  const { keeper, ledger, issues, queue, delivery, conclude, doubt } = around;
  const { clock, log } = delivery;
  const held = new Map<string, number>();
  let tail: Promise<void> = Promise.resolve();
  let blocked = false;

  async function holding(digest: Digest, work: () => Promise<void>): Promise<void> {
    held.set(digest.id, (held.get(digest.id) ?? 0) + 1);
    try {
      await queue.add(digest.address, work);
    } finally {
      const left = (held.get(digest.id) ?? 1) - 1;
      if (left === 0) held.delete(digest.id);
      else held.set(digest.id, left);
    }
  }

  const begin = (digest: Digest, key: string, work: () => Promise<void>): void =>
    void holding(digest, work).catch((err: unknown) =>
      log.error(
        { err, digest: digest.id, key },
        "a digest could not be dealt with; the next heartbeat tries again",
      ),
    );

  async function tick(): Promise<void> {
    const now = clock().toISOString();
    await writeUnwritten();
    const last = ledger.lastDecision();
    if (last !== undefined && now < last) {
      if (!blocked) log.warn({ now, last }, "the clock stands before the last decision: digests wait");
      blocked = true;
      return;
    }
    blocked = false;
    for (const entry of ledger.open()) if (entry.state === "pending") await recover(entry, now);
    const free = keeper.list().filter((digest) => !isBusy(digest) && isReachable(digest));
    const decisions = decide(free, {
      now,
      lastDecision: last,
      decidedUpTo: ({ id, since }) => decidedUpTo(ledger.of(id), since),
      isSilent: (digest, slot) => isSilent(issues.ofSlot(digest, slot)),
      ...(doubt !== undefined && { doubt }),
    });
    // A later slot with a state hides earlier ones without, so what was missed is written first.
    await Promise.all(decisions.map((decision) => decision.kind === "missed" && writeMissed(decision)));
    for (const decision of decisions) if (decision.kind === "post") post(decision);
  }

  const isBusy = ({ id }: Digest) => held.has(id) || ledger.of(id).some(({ state }) => state === "pending");
  const isReachable = (digest: Pick<Digest, "address">) => outletOf(digest, delivery)?.state().ready === true;

  async function writeUnwritten(): Promise<void> {
    for (const [key, entry] of delivery.unwritten) {
      await ledger.append(entry);
      delivery.unwritten.delete(key);
    }
  }

  /** A post that a former process began: known again by its key it is sent again, else a person must say. */
  async function recover(entry: Entry, now: Instant): Promise<void> {
    if (held.has(entry.digest) || delivery.unwritten.has(entry.key)) return;
    const digest = keeper.get(entry.digest);
    const at = Date.parse(now);
    if (digest && knownAgain(entry.address, Date.parse(entry.at), at)) {
      if (!isReachable(entry)) return;
      const late = at - Date.parse(entry.due) > LATE_AFTER_MS;
      const issue = { ...issues.again(digest, entry), ...(late && { late: now }) };
      return begin(
        digest,
        entry.key,
        async () => void (await conclude(digest.id, await deliverAgain(issue, delivery))),
      );
    }
    const ambiguous: Entry = {
      ...entry,
      at: now,
      state: "ambiguous",
      why: "the bot was stopped while it posted",
    };
    await ledger.append(ambiguous);
    delivery.counted("ambiguous");
    if (digest) await conclude(digest.id, { entry: ambiguous });
  }

  async function writeMissed({ digest, slots, why }: Extract<Decision, { kind: "missed" }>): Promise<void> {
    await Promise.all(slots.map((slot) => write(digest, slot, "missed", { why })));
  }

  function post({ digest, slot, late, merged, besides }: Extract<Decision, { kind: "post" }>): void {
    const key = keyOf(digest, slot);
    begin(digest, key, async () => {
      // It may have been paused, changed or deleted while it waited for its turn.
      const current = keeper.get(digest.id);
      if (current === undefined || current.paused || current.since !== digest.since) return;
      await Promise.all(merged.map((each) => write(current, each, "merged-into", { into: key })));
      const more = { merged: merged.length, besides, ...(late && { late: clock().toISOString() }) };
      await conclude(current.id, await deliver(issues.ofSlot(current, slot, more), delivery));
    });
  }

  async function write(
    digest: Digest,
    slot: Slot,
    state: State,
    more: Pick<Entry, "why" | "into">,
  ): Promise<void> {
    const { id, address } = digest;
    const place = {
      key: keyOf(digest, slot),
      digest: id,
      kind: "slot" as const,
      due: slot.at,
      date: slot.date,
    };
    await ledger.append({ ...place, at: clock().toISOString(), state, address, ...more });
    delivery.counted(state);
    log.info({ digest: id, key: place.key, state, ...more }, "a digest was decided");
  }

  return {
    holding,
    tick() {
      tail = tail.then(tick).catch((err: unknown) => log.error({ err }, "a heartbeat failed"));
      return tail;
    },
  };
}
