import type { Address } from "../chat/address.ts";
import { parseAddress } from "../chat/address.ts";
import type { Reply } from "../chat/reply.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Engine } from "../model/engine.ts";
import type { EventId } from "../model/event.ts";
import type { Instant } from "../model/when.ts";
import type { Store } from "../store/index.ts";
import type { Delivered, Delivery } from "./deliver.ts";
import { deliver, deliverAgain, outletOf, receiptId } from "./deliver.ts";
import type { Digest } from "./digest.ts";
import { type Change, openChanges } from "./issue/changes.ts";
import { openIssues } from "./issue/index.ts";
import { type Why, whyOf } from "./issue/why.ts";
import { openKeeper, type Settings } from "./keeper.ts";
import { type Entry, entry as entrySchema, openLedger, trimLedger } from "./ledger.ts";
import { openQueue } from "./queue.ts";
import { lastSlot, nextSlots, type Slot } from "./slots.ts";
import { tellAuthor } from "./tell.ts";
import { openTicker } from "./ticker.ts";
import { localDate } from "./zones.ts";

export { inWords } from "./decide.ts";
export { type Digest, SECTIONS, type Section } from "./digest.ts";
export type { Change } from "./issue/changes.ts";
export type { Issue, Wording } from "./issue/index.ts";
export type { Line } from "./issue/lines.ts";
export type { Why } from "./issue/why.ts";
export type { Settings } from "./keeper.ts";
export type { Entry, State } from "./ledger.ts";
export { EVERY, type Schedule, type TimeOfDay } from "./schedule.ts";
export type { Slot } from "./slots.ts";
export { settleButtons } from "./tell.ts";
export { mayManage, maySee, maySettle } from "./who.ts";
export { isZone, localDate } from "./zones.ts";

/** Digests as commands use them. Nothing here asks who may: that is decided before. */
export type Digests = {
  readonly list: () => readonly Digest[];
  readonly get: (id: string) => Digest | undefined;
  /** Why the bot can't post there now, in one sentence; undefined when it can. */
  readonly canPost: (address: Address) => Promise<string | undefined>;
  /**
   * Keeps a new digest, which introduces itself in its channel; `introduced` is what came of that. Where the platform
   * tells by the introduction alone that the bot can't post there, nothing is kept, and `barred` says why.
   */
  readonly create: (settings: Settings) => Promise<Created>;
  readonly edit: (id: string, change: Partial<Settings>) => Promise<Digest | undefined>;
  readonly remove: (id: string) => Promise<void>;
  readonly pause: (id: string, why: string) => Promise<Digest | undefined>;
  readonly resume: (id: string) => Promise<Digest | undefined>;
  /** The post of the next slot as it would be now; undefined for an unknown digest. */
  readonly preview: (id: string, page?: number) => Promise<Reply | undefined>;
  /** Posts now, once for each token, beside the schedule: it moves no window. */
  readonly run: (id: string, token: string) => Promise<Entry | undefined>;
  /** A page of a post, over the window that it had; its picture stands at the post. */
  readonly page: (id: string, key: string, page: number) => Promise<Reply | undefined>;
  readonly next: (id: string, count: number) => readonly Slot[];
  /** The last slot that the schedule had up to now, whether or not the digest was there. */
  readonly previous: (id: string) => Slot | undefined;
  /** The ledger of a digest, oldest first. */
  readonly history: (id: string) => readonly Entry[];
  /** A person says what became of a post whose outcome is not known; `mark` is that of its buttons. */
  readonly settle: (
    id: string,
    mark: string,
    how: "resend" | "arrived",
    who: string,
  ) => Promise<Entry | undefined>;
  readonly why: (id: string, event: EventId) => Why | undefined;
  /** A person's digests go on for their channels, as those of a former member. */
  readonly forgetAuthor: (person: Address) => Promise<void>;
  /** Until when nothing is decided, since the clock stands before the last decision. */
  readonly waitsUntil: () => Instant | undefined;
};

export type Created = { readonly digest: Digest; readonly introduced: Entry } | { readonly barred: string };

/** Digests as main drives them. */
export type DigestHouse = Digests & {
  /** Decides what is due, and begins it. */
  readonly tick: () => Promise<void>;
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>;
  /** Begins nothing more; resolves when what is under way is done. */
  readonly close: () => Promise<void>;
  /** Logs what differs in the dataset from what was seen before: to be called after each change of it. */
  readonly compare: () => Promise<void>;
  readonly changedSince: (instant: Instant) => readonly EventId[];
};

export type DigestOptions = Omit<Delivery, "ledger" | "unwritten"> & {
  readonly store: Pick<Store, "openCollection" | "openLedger" | "problems">;
  /** The engine and its dataset as they are now: people change what is recorded while the bot runs. */
  readonly world: () => { readonly engine: Engine; readonly dataset: Dataset };
};

/** Opens the digests of a store, and begins to compare the dataset with the one that was seen before. */
export async function openDigests(options: DigestOptions): Promise<DigestHouse> {
  const { store, world, clock } = options;
  const keeper = await openKeeper(store);
  const lines = await store.openLedger<Entry>({ name: LEDGER, schema: entrySchema, perFile: 100 });
  const ids = keeper.list().map(({ id }) => id);
  await trimLedger(lines, ids, clock());
  const ledger = openLedger(lines);
  const changes = await openChanges(store);
  const delivery: Delivery = { ...options, ledger, unwritten: new Map() };
  const issues = openIssues(world, changes, ledger);
  const queue = openQueue(options.wait);
  const now = () => clock().toISOString();
  const damaged = store.problems().some((problem) => problem.startsWith(`${LEDGER}/`));
  let compared = compare();

  /** A large dataset takes some seconds, in which questions are answered and digests wait. */
  async function compare(): Promise<void> {
    const { log } = options;
    await changes.compare(world().dataset, now()).then(
      (as) =>
        as === "baseline" &&
        log.info({}, "a dataset was opened for the first time: what it holds is no news"),
      (err: unknown) => log.error({ err }, "what changed in the dataset could not be logged"),
    );
  }

  /** What every delivery leads to, whoever began it. */
  async function conclude(id: string, { entry, lost }: Delivered): Promise<Entry> {
    if (lost !== undefined) await keeper.pause(id, { by: "loss", why: lost, at: now() });
    const digest = keeper.get(id);
    if (digest && (entry.state === "failed" || entry.state === "ambiguous"))
      await tellAuthor(digest, entry, delivery);
    return ledger.get(entry.key) ?? entry;
  }

  const ticker = openTicker({
    keeper,
    ledger,
    issues,
    queue,
    delivery,
    conclude,
    ...(damaged && { doubt: "the record of what was posted before was damaged" }),
  });

  /** Posts one issue in its channel's turn, and resolves to what came of it. */
  async function inTurn(
    digest: Digest,
    key: string,
    work: () => Promise<Delivered>,
  ): Promise<Entry | undefined> {
    await ticker.holding(digest, async () => void (await conclude(digest.id, await work())));
    return ledger.get(key);
  }
  const today = (digest: Digest) => localDate(digest.schedule.zone, clock().getTime());

  return {
    list: keeper.list,
    get: keeper.get,
    canPost: async (address) => {
      const outlet = outletOf({ address }, delivery);
      if (outlet === undefined) return `The bot is not connected to ${parseAddress(address).platform}.`;
      return await outlet.canPost(address);
    },
    async create(settings) {
      await compared;
      const digest = await keeper.add(settings, now(), changes.log().length);
      const key = `${digest.id}#introduction`;
      let barred: string | undefined;
      await ticker.holding(digest, async () => {
        const delivered = await deliver(issues.introduction(digest, now(), today(digest), key), delivery);
        barred = delivered.lost;
        if (barred === undefined) await conclude(digest.id, delivered);
        else await keeper.remove(digest.id);
      });
      if (barred !== undefined) return { barred };
      const introduced = ledger.get(key);
      if (introduced === undefined) throw new Error(`digest ${digest.id} could not introduce itself`);
      return { digest, introduced };
    },
    async edit(id, change) {
      await ticker.tick();
      return await keeper.edit(id, change, now());
    },
    remove: keeper.remove,
    async pause(id, why) {
      await ticker.tick();
      return await keeper.pause(id, { by: "person", why, at: now() });
    },
    async resume(id) {
      // What was due while it was paused is written down as missed before.
      await ticker.tick();
      return await keeper.pause(id, undefined);
    },
    async preview(id, page = 1) {
      const digest = keeper.get(id);
      if (digest === undefined) return undefined;
      const [slot] = nextSlots(digest.schedule, now(), 1);
      const issue = slot ? issues.ofSlot(digest, slot) : issues.ofNow(digest, now(), today(digest), "");
      return await delivery.word(issue, page);
    },
    async run(id, token) {
      const digest = keeper.get(id);
      const key = `${id}#run-${token}`;
      if (digest === undefined || ledger.get(key)) return ledger.get(key);
      return await inTurn(digest, key, () =>
        deliver(issues.ofNow(digest, now(), today(digest), key), delivery),
      );
    },
    async page(id, key, page) {
      const [digest, entry] = [keeper.get(id), ledger.get(key)];
      if (digest === undefined || entry === undefined) return undefined;
      const { picture: _, ...reply } = await delivery.word(issues.again(digest, entry), page);
      return reply;
    },
    next: (id, count) => {
      const digest = keeper.get(id);
      return digest ? nextSlots(digest.schedule, now(), count) : [];
    },
    previous: (id) => {
      const digest = keeper.get(id);
      return digest && lastSlot(digest.schedule, now());
    },
    history: ledger.of,
    async settle(id, mark, how, who) {
      const digest = keeper.get(id);
      const entry = ledger.of(id).find(({ key }) => receiptId(key) === mark);
      if (entry?.state !== "ambiguous" || digest === undefined) return entry;
      if (how === "resend") {
        const issue = { ...issues.again(digest, entry), late: now() };
        return await inTurn(digest, entry.key, () => deliverAgain(issue, delivery));
      }
      await ledger.append({ ...entry, at: now(), state: "sent", why: `${who} said that it arrived` });
      return ledger.get(entry.key);
    },
    why: (id, event) => {
      const digest = keeper.get(id);
      return digest && whyOf(event, digest, { ...world(), ledger, log: changes.log(), date: today(digest) });
    },
    forgetAuthor: keeper.forgetAuthor,
    waitsUntil: () => {
      const last = ledger.lastDecision();
      return last !== undefined && last > now() ? last : undefined;
    },
    async tick() {
      await compared;
      await ticker.tick();
    },
    settled: queue.settled,
    close: queue.close,
    compare() {
      compared = compare();
      return compared;
    },
    changedSince: (instant) => sinceIn(changes.log(), instant),
  };
}

const LEDGER = "ledger";

function sinceIn(log: readonly Change[], instant: Instant): readonly EventId[] {
  const at = Date.parse(instant);
  return [...new Set(log.filter((change) => Date.parse(change.instant) > at).map(({ event }) => event))];
}
