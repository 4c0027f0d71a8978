import type { Address } from "../../chat/address.ts";
import type { Asker } from "../../chat/request.ts";
import {
  type Brought,
  bring,
  type Change,
  type Changed,
  type ChangeId,
  type Deed,
  EXPORTED,
  type Imported,
  readImport,
  summarise,
  type Texts,
  undoneOf,
  writeExport,
} from "../../dataset/changes/index.ts";
import type { Event, EventId } from "../../model/event.ts";
import type { AuditLine } from "./audit.ts";
import type { Archive, Way, Ways } from "./index.ts";
import type { Pending } from "./pending.ts";
import { type Role, whereOf } from "./roles.ts";

/** What is to be done, and why. */
export type Draft = Deed & { readonly why: string };

/** What the room offers one person who may change data. */
export type Curator = {
  readonly role: Role;
  readonly world: () => Changed;
  /** An event of the dataset, or one that waits for review; an old id leads to its new one. */
  readonly event: (id: EventId) => { readonly event: Event; readonly listed: boolean } | undefined;
  readonly checksums: (event: Event) => Readonly<Record<string, string>>;
  /** Keeps what waits for this person's word; `take` gives it back to them alone, once, within ten minutes. */
  readonly offer: (ways: Ways) => string;
  readonly take: (id: string, verb: string) => Way | undefined;
  /** Writes what one person did at once, whole or not at all; answers then show it. Returns the changes. */
  readonly write: (drafts: readonly Draft[], texts?: Texts) => Promise<readonly Change[]>;
  readonly change: (id: ChangeId) => Change | undefined;
  readonly changes: () => readonly Change[];
  readonly isUndone: (id: ChangeId) => boolean;
  readonly standOn: (id: ChangeId) => readonly Change[];
  /** Reads a document that the person brought; nothing is written. */
  readonly bring: (raw: Parameters<typeof bring>[0]) => Promise<Brought>;
  readonly audit: () => readonly AuditLine[];
  readonly note: (what: "backup" | "export" | "accept-backup", about: string) => Promise<void>;
  /** The dataset with people's changes as a file; beyond so many events the changes alone. */
  readonly exported: () => string;
  readonly exportedAtMost: number;
  readonly imported: (bytes: Uint8Array, file: string) => Imported;
  /** Takes in changes made elsewhere, as they were made, and what they do not hold. */
  readonly takeIn: (
    changes: readonly Change[],
    rest: Extract<Deed, { kind: "import" }> | undefined,
  ) => Promise<readonly Change[]>;
  readonly roles: () => Readonly<Record<Address, Role>>;
  readonly owners: readonly Address[];
  readonly setRole: (person: Address, role: Role) => Promise<void>;
  readonly backup: () => Promise<string>;
  /** What was found damaged, a sentence each; and whether changes are taken. */
  readonly problems: () => readonly string[];
  readonly sound: () => boolean;
  readonly acceptBackup: () => Promise<void>;
  readonly newId: () => string;
  /** An event's sentence, composed from its fields. */
  readonly summarise: (event: Omit<Event, "id" | "summary">) => string;
};

type Around = {
  readonly asker: Asker;
  readonly role: Role;
  readonly room: Archive;
  readonly world: () => Changed;
  /** An event of the dataset by its id. */
  readonly find: (id: EventId) => Event | undefined;
  readonly standOn: (id: ChangeId) => readonly Change[];
  readonly write: (batch: readonly Change[], texts?: Texts) => Promise<void>;
  readonly pending: Pending<Ways>;
  readonly token: () => string;
  readonly owners: readonly Address[];
};

export function openCurator(around: Around): Curator {
  const { asker, room, world, pending, token } = around;
  const { book, people, audit, store } = room;
  const where = whereOf(asker);
  return {
    role: around.role,
    world,
    event(id) {
      const { dataset, review } = world();
      const current = dataset.redirects[id] ?? id;
      const listed = review.find((one) => one.id === current);
      if (listed) return { event: listed, listed: true };
      const event = around.find(current);
      return event && { event, listed: false };
    },
    checksums(event) {
      const { documents } = world().dataset.manifest;
      const cited = event.sources.map(({ document }) => document);
      return Object.fromEntries(
        documents.filter(({ id }) => cited.includes(id)).map(({ id, sha256 }) => [id, sha256]),
      );
    },
    offer: (ways) => pending.put(asker.person, ways),
    take(id, verb) {
      const found = pending.get(id, asker.person)?.[verb];
      if (found && !found.keeps) pending.take(id, asker.person);
      return found?.way;
    },
    async write(drafts, texts) {
      const by = await people.keyOf(asker.person, asker.name);
      const changes = drafts.map(
        (draft): Change => ({ id: `C-${token().slice(0, 8)}`, at: asker.at, by, where, ...draft }),
      );
      await around.write(changes, texts);
      return changes;
    },
    change: (id) => book.changes().find((one) => one.id.toLowerCase() === id.toLowerCase()),
    changes: book.changes,
    isUndone: (id) => undoneOf(book.changes()).has(id),
    standOn: around.standOn,
    bring: (raw) => bring(raw, world()),
    audit: audit.lines,
    note: async (what, about) =>
      audit.write({ at: asker.at, by: await people.keyOf(asker.person, asker.name), where, what, about }),
    roles: people.roles,
    owners: around.owners,
    async setRole(person, role) {
      const about = `${role} ${await people.keyOf(person, undefined)}`;
      await audit.write({
        at: asker.at,
        by: await people.keyOf(asker.person, asker.name),
        where,
        what: "role",
        about,
      });
      await people.setRole(person, role);
    },
    exported: () => writeExport(world(), book.changes()),
    exportedAtMost: EXPORTED,
    imported: (bytes, file) => readImport(bytes, file, world(), book.changes()),
    async takeIn(changes, rest) {
      const by = await people.keyOf(asker.person, asker.name);
      const own = rest ? [{ id: `C-${token().slice(0, 8)}`, at: asker.at, by, where, why: "", ...rest }] : [];
      const batch: readonly Change[] = [...changes.map((change) => ({ ...change, by, where })), ...own];
      await around.write(batch);
      return batch;
    },
    backup: store.backup,
    problems: store.problems,
    sound: () => book.sound() && people.sound(),
    async acceptBackup() {
      if (!people.sound()) await people.accept();
      await book.accept();
    },
    newId: token,
    summarise,
  };
}
