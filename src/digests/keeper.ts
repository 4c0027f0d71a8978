import { type Address, formerOf } from "../chat/address.ts";
import type { Instant } from "../model/when.ts";
import type { Store } from "../store/index.ts";
import { type Digest, type Kept, kept, type Paused } from "./digest.ts";

/** What a person sets; the rest is ours. */
export type Settings = Omit<Digest, "id" | "since" | "from" | "paused">;

/** The digests that are kept. A change is on the disk when its promise resolves. */
export type Keeper = {
  readonly list: () => readonly Digest[];
  readonly get: (id: string) => Digest | undefined;
  readonly add: (settings: Settings, since: Instant, from: number) => Promise<Digest>;
  /** Undefined where there is no such digest. A changed schedule begins at `now`. */
  readonly edit: (id: string, change: Partial<Settings>, now: Instant) => Promise<Digest | undefined>;
  readonly pause: (id: string, paused: Paused | undefined) => Promise<Digest | undefined>;
  readonly remove: (id: string) => Promise<void>;
  /** Their digests go on as those of a former member, in every older copy of the file too. */
  readonly forgetAuthor: (person: Address) => Promise<void>;
};

export async function openKeeper(store: Pick<Store, "openCollection">): Promise<Keeper> {
  const empty: Kept = { next: 1, digests: [] };
  const collection = await store.openCollection<Kept>({ name: "digests", schema: kept, empty });
  const list = () => collection.read().digests;
  const get = (id: string) => list().find((digest) => digest.id === id);

  async function replace(id: string, alter: (digest: Digest) => Digest): Promise<Digest | undefined> {
    await collection.change(({ next, digests }) => ({
      next,
      digests: digests.map((digest) => (digest.id === id ? alter(digest) : digest)),
    }));
    return get(id);
  }

  return {
    list,
    get,
    async add(settings, since, from) {
      let id = "";
      await collection.change(({ next, digests }) => {
        id = String(next);
        return { next: next + 1, digests: [...digests, { ...settings, id, since, from }] };
      });
      return get(id)!;
    },
    edit: (id, change, now) =>
      replace(id, (digest) => {
        const timed = change.schedule !== undefined && !same(change.schedule, digest.schedule);
        return { ...digest, ...change, ...(timed && { since: now }) };
      }),
    pause: (id, paused) =>
      replace(id, ({ paused: _, ...digest }) => ({ ...digest, ...(paused && { paused }) })),
    remove: (id) =>
      collection.change(({ next, digests }) => ({
        next,
        digests: digests.filter((digest) => digest.id !== id),
      })),
    forgetAuthor: (person) =>
      collection.purge(
        ({ next, digests }) => ({
          next,
          digests: digests.map((one) => (one.author === person ? { ...one, author: formerOf(person) } : one)),
        }),
        JSON.stringify(person),
      ),
  };
}

const same = (a: object, b: object) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
