import { formatDuration, intervalToDuration, minutesToMilliseconds } from "date-fns";
import type { Address } from "../chat/address.ts";
import { byCodePoint } from "../model/text.ts";
import type { Instant } from "../model/when.ts";
import type { Digest } from "./digest.ts";
import { type Slot, slotsBetween } from "./slots.ts";

const MINUTE = minutesToMilliseconds(1);
/** The heartbeat comes once a minute and posts are staggered: up to here a post is on time. */
export const LATE_AFTER_MS = 2 * MINUTE;

/** What is to become of one or several slots of a digest. */
export type Decision =
  | {
      readonly kind: "post";
      readonly digest: Digest;
      readonly slot: Slot;
      readonly late: boolean;
      /** Earlier slots that it takes in. */
      readonly merged: readonly Slot[];
      /** Other digests of its channel that are not caught up. */
      readonly besides: readonly Digest[];
    }
  | {
      readonly kind: "missed";
      readonly digest: Digest;
      readonly slots: readonly Slot[];
      readonly why: string;
    };

export type Situation = {
  readonly now: Instant;
  /** The latest decision of all, undefined before the first. */
  readonly lastDecision: Instant | undefined;
  /** The last slot of a digest that has a state, or when it began. */
  readonly decidedUpTo: (digest: Digest) => Instant;
  /** Whether nothing would be posted, there being nothing to tell: such a slot takes nobody's place. */
  readonly isSilent: (digest: Digest, slot: Slot) => boolean;
  /** Why nothing may be caught up: what was posted before is not known for certain. */
  readonly doubt?: string;
};

/**
 * What to do about each slot that is due: pure, so the same ledger and clock always lead to the same. Of several
 * slots of a digest the last is posted and takes in the others; at most one late digest is posted a channel. Where
 * the clock stands before the last decision, nothing is decided.
 */
export function decide(digests: readonly Digest[], situation: Situation): readonly Decision[] {
  const { now, lastDecision } = situation;
  if (lastDecision !== undefined && now < lastDecision) return [];
  const decisions = digests.flatMap((digest) => {
    const slots = slotsBetween(digest.schedule, situation.decidedUpTo(digest), now);
    return slots.length === 0 ? [] : decideOne(digest, slots, situation);
  });
  return oneCatchUpAChannel(decisions, situation);
}

function decideOne(digest: Digest, slots: readonly Slot[], { now, doubt }: Situation): readonly Decision[] {
  const last = slots.at(-1)!;
  const earlier = slots.slice(0, -1);
  const missed = (which: readonly Slot[], why: string): readonly Decision[] =>
    which.length === 0 ? [] : [{ kind: "missed", digest, slots: which, why }];
  if (digest.paused) return missed(slots, `it was paused: ${digest.paused.why}`);
  const lateness = Date.parse(now) - Date.parse(last.at);
  const late = lateness > LATE_AFTER_MS;
  if (late && doubt !== undefined) return missed(slots, doubt);
  if (late && digest.catchUp === "skip")
    return missed(slots, "the bot could not post then, and this digest does not catch up");
  if (lateness > digest.maxLateness * MINUTE)
    return missed(slots, `the bot could not post then, and it was later than ${inWords(digest.maxLateness)}`);
  const skips = digest.catchUp === "skip" || doubt !== undefined;
  const post: Decision = {
    kind: "post",
    digest,
    slot: last,
    late,
    merged: skips ? [] : earlier,
    besides: [],
  };
  return [...missed(skips ? earlier : [], doubt ?? "the bot could not post then"), post];
}

type Post = Extract<Decision, { kind: "post" }>;

/**
 * After an outage a channel gets one digest, that which was due last and has something to tell; the others say that
 * they were missed.
 */
function oneCatchUpAChannel(decisions: readonly Decision[], { isSilent }: Situation): readonly Decision[] {
  const late = new Map<Address, readonly Post[]>();
  for (const decision of decisions) {
    if (decision.kind !== "post" || !decision.late) continue;
    const { address } = decision.digest;
    late.set(address, [...(late.get(address) ?? []), decision]);
  }
  const changed = new Map<Decision, Decision>();
  for (const posts of [...late.values()].filter(({ length }) => length > 1)) {
    const lastFirst = posts.toSorted((a, b) => byCodePoint(b.slot.at, a.slot.at));
    const chosen = lastFirst.findIndex(({ digest, slot }) => !isSilent(digest, slot));
    if (chosen === -1) continue;
    const others = lastFirst.slice(chosen + 1);
    const post = lastFirst[chosen]!;
    changed.set(post, { ...post, besides: others.map(({ digest }) => digest) });
    for (const other of others) changed.set(other, insteadOf(other, post));
  }
  return decisions.map((decision) => changed.get(decision) ?? decision);
}

const insteadOf = ({ digest, slot, merged }: Post, post: Post): Decision => ({
  kind: "missed",
  digest,
  slots: [...merged, slot],
  why: `the bot could not post then, and of this channel's digests ${post.digest.id} was caught up`,
});

/** Minutes as a person says them. */
export function inWords(minutes: number): string {
  return formatDuration(intervalToDuration({ start: 0, end: minutesToMilliseconds(minutes) }));
}
