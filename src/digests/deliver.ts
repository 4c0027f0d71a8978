import { createHash } from "node:crypto";
import type { Address, PlatformName } from "../chat/address.ts";
import { parseAddress } from "../chat/address.ts";
import type { Receipt } from "../chat/memory.ts";
import type { Clock, Log, Platform, Posted } from "../chat/platform.ts";
import type { Reply } from "../chat/reply.ts";
import type { Digest } from "./digest.ts";
import type { Issue, Wording } from "./issue/index.ts";
import type { Entry, Ledger, State } from "./ledger.ts";

/** A platform as digests use it. */
export type Outlet = Pick<Platform, "post" | "canPost" | "state" | "direct">;

export type Delivery = {
  readonly outlet: (name: PlatformName) => Outlet | undefined;
  readonly word: Wording;
  readonly keep: (receipt: Receipt) => Promise<void>;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  readonly wait: (ms: number) => Promise<void>;
  /** Told of every outcome: for the metrics. */
  readonly counted: (outcome: State) => void;
  /** Outcomes that the disk did not take yet, by key. */
  readonly unwritten: Map<string, Entry>;
};

/** What came of an issue: its entry in the ledger as it is now. `lost`: the channel or the right to post is gone. */
export type Delivered = { readonly entry: Entry; readonly lost?: string };

/**
 * Platforms that know a post again by its key, and for how long: within it a post whose outcome is unknown may be
 * sent again. Discord enforces a nonce for some minutes; two of them are certain.
 */
const KNOWS_AGAIN_MS: Partial<Record<PlatformName, number>> = { discord: 120_000 };
/** Between the tries of a post that was surely not taken. */
const RETRY_MS = [2_000, 10_000, 30_000] as const;
export const outletOf = (digest: Pick<Digest, "address">, { outlet }: Pick<Delivery, "outlet">) =>
  outlet(parseAddress(digest.address).platform);

/** Whether a post of so long ago would be known again by its key. */
export function knownAgain(address: Address, since: number, now: number): boolean {
  const ms = KNOWS_AGAIN_MS[parseAddress(address).platform];
  return ms !== undefined && now >= since && now - since <= ms;
}

/**
 * Posts an issue, with a line in the ledger on the disk before and after. Where the first line can't be written
 * nothing is sent and the error is thrown; where the second can't, it is kept in `unwritten` for later.
 */
export async function deliver(issue: Issue, delivery: Delivery): Promise<Delivered> {
  const { ledger } = delivery;
  if (isSilent(issue)) {
    await ledger.append({ ...lineOf(issue, delivery), state: "skipped-empty" });
    delivery.counted("skipped-empty");
    return { entry: ledger.get(issue.key)! };
  }
  const words = await delivery.word(issue, 1);
  await ledger.append({ ...lineOf(issue, delivery), events: told(words), state: "pending" });
  return await send(issue, words, delivery, "first");
}

/** Whether an issue is not posted, there being nothing to tell. */
export const isSilent = ({ kind, lines, digest }: Issue): boolean =>
  kind === "slot" && lines.length === 0 && digest.empty === "skip";

/** Sends again what stands in the ledger as pending or ambiguous. */
export const deliverAgain = async (issue: Issue, delivery: Delivery): Promise<Delivered> =>
  await send(issue, await delivery.word(issue, 1), delivery, "again");

/** Sends an issue that stands in the ledger, and writes down what came of it. */
async function send(
  issue: Issue,
  words: Reply,
  delivery: Delivery,
  time: "first" | "again",
): Promise<Delivered> {
  const { ledger, log } = delivery;
  const receipt = receiptOf(issue, delivery.clock);
  const reply = withMore({ ...words, audience: "public", receipt: receipt.id });
  await delivery
    .keep(receipt)
    .catch((err: unknown) => log.error({ err }, "a digest's buttons can't be kept"));
  const posted = await patiently(issue, reply, delivery);
  const after = outcome(posted, issue);
  // That this try was refused does not tell what became of the one before.
  const state = time === "again" && after.state === "failed" ? "ambiguous" : after.state;
  const before = ledger.get(issue.key);
  // What the line before holds is not written twice.
  const events =
    JSON.stringify(before?.events) === JSON.stringify(told(reply)) ? {} : { events: told(reply) };
  const entry: Entry = { ...lineOf(issue, delivery), ...after, ...events, state };
  await ledger.append(entry).catch((err: unknown) => {
    delivery.unwritten.set(entry.key, entry);
    log.error({ err, key: entry.key, state }, "what came of a digest can't be written down just now");
  });
  delivery.counted(state);
  log.info({ digest: issue.digest.id, key: issue.key, state, why: after.why }, "a digest was decided");
  const lost = posted.kind === "lost" ? posted.detail : undefined;
  return { entry, ...(lost !== undefined && { lost }) };
}

/** What does not fit is behind a button. */
function withMore(reply: Reply): Reply {
  if (reply.page === undefined || reply.page.pages === 1) return reply;
  return { ...reply, buttons: [{ verb: "more", label: "More", page: 2 }, ...(reply.buttons ?? [])] };
}

type Bare = Omit<Entry, "state">;

function lineOf({ key, digest, kind, due, date, window }: Issue, { clock }: Delivery): Bare {
  const at = clock().toISOString();
  return { key, digest: digest.id, kind, due, date, at, address: digest.address, window };
}

/** The events that a post shows. */
const told = ({ items = [] }: Reply): NonNullable<Entry["events"]> =>
  items.flatMap(({ id, what }) => (id === undefined ? [] : [{ id, what }]));

/** Buttons under a post are everyone's, and work after a restart. */
function receiptOf({ key, digest }: Issue, clock: Clock): Receipt {
  return {
    id: receiptId(key),
    person: digest.author,
    channel: digest.address,
    thread: digest.address,
    at: clock().toISOString(),
    audience: "public",
    call: { group: "digest", name: "issue", fields: { digest: digest.id, key } },
    query: digest.query,
    question: digest.question,
  };
}

/** A slot's key as 16 letters and digits, for a button's id. */
export const receiptId = (key: string): string => createHash("sha256").update(key).digest("hex").slice(0, 16);

async function patiently(issue: Issue, reply: Reply, delivery: Delivery): Promise<Posted> {
  for (const ms of RETRY_MS) {
    const posted = await once(issue, reply, delivery);
    if (posted.kind !== "failed") return posted;
    await delivery.wait(ms);
  }
  return await once(issue, reply, delivery);
}

async function once(issue: Issue, reply: Reply, delivery: Delivery): Promise<Posted> {
  const outlet = outletOf(issue.digest, delivery);
  if (outlet === undefined) return { kind: "failed", detail: "its platform is not connected" };
  const { address } = issue.digest;
  const repeatable = KNOWS_AGAIN_MS[parseAddress(address).platform] !== undefined;
  return await outlet
    .post(address, reply, { key: issue.key, once: !repeatable })
    .catch((error: unknown): Posted => ({ kind: "unknown", detail: String(error) }));
}

function outcome(posted: Posted, { late }: Issue): Pick<Entry, "state" | "why" | "message"> {
  switch (posted.kind) {
    case "sent":
      return { state: late === undefined ? "sent" : "sent-late", message: posted.message };
    case "lost":
    case "failed":
      return { state: "failed", why: posted.detail };
    case "unknown":
      return { state: "ambiguous", why: posted.detail };
  }
}
