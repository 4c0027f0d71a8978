import type { Address } from "../../chat/address.ts";
import type { Clock, Log } from "../../chat/platform.ts";
import type { Reply } from "../../chat/reply.ts";
import type { Asker } from "../../chat/request.ts";
import {
  type Change,
  type ChangeBook,
  type Changed,
  openChanges,
  openOverlay,
  peekChanges,
  standOn,
  type World,
} from "../../dataset/changes/index.ts";
import { standingIn } from "../../dataset/laid.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Engine } from "../../model/engine.ts";
import type { Event, EventId } from "../../model/event.ts";
import type { Day } from "../../model/when.ts";
import { type Store, StoreProblem } from "../../store/index.ts";
import type { Desk } from "../desk.ts";
import { type AuditEntry, type AuditLine, openAudit } from "./audit.ts";
import { type Curator, openCurator } from "./curator.ts";
import { openPending, type Pending } from "./pending.ts";
import { openPeople, type People } from "./people.ts";
import { type Role, type RoleRules, standingOf, suffices, whereOf } from "./roles.ts";

export type { AuditLine } from "./audit.ts";
export type { Curator, Draft } from "./curator.ts";
export { type Notice, openNotice } from "./notice.ts";
export { homeRule, ROLES, type Role } from "./roles.ts";

/** What happens when somebody presses one of the buttons under what was proposed to them. */
export type Way = (desk: Desk, curator: Curator) => Promise<Reply>;
/** Ways by verb. What was proposed is taken once, but for a way that only opens a form. */
export type Ways = Readonly<Record<string, { readonly way: Way; readonly keeps?: boolean }>>;

/** Where people change data: who may, what they see before they confirm, and the engine over what came of it. */
export type Curation = {
  readonly dataset: () => Dataset;
  readonly engine: () => Engine;
  /** Lets somebody in to change data, or says in one sentence why not; the refusal is in the audit. */
  readonly enter: (asker: Asker, needed: Role, act: Act) => Promise<Entry>;
  /** Whether somebody is a curator where they ask: for what curators may do besides changing data. */
  readonly curates: (asker: Asker) => boolean;
  /** What is stored here about a person, a sentence each. */
  readonly storedOf: (person: Address) => Promise<readonly string[]>;
  /** Why nothing can be deleted here now, in one sentence; undefined where it can. */
  readonly keeps: () => Promise<string | undefined>;
  /** Deletes what is stored here about a person: the audit keeps “a former member”. */
  readonly forget: (asker: Asker) => Promise<void>;
  /** Who is told when a file was damaged: the first owners, and whom they made owners. */
  readonly owners: () => readonly Address[];
  /** False while what was loaded from a backup waits for an owner. */
  readonly sound: () => boolean;
  /** Gives the store free where it was opened here. */
  readonly close: () => Promise<void>;
};

/** What was asked for, and whether the platform itself let this person call it. */
export type Act = { readonly name: string; readonly byCommand: boolean };

export type Entry =
  | { readonly kind: "in"; readonly curator: Curator }
  | { readonly kind: "out"; readonly why: readonly string[] };

export type CurationOptions = {
  readonly base: World;
  readonly engineOf: (dataset: Dataset) => Engine;
  /** Told after each change, when answers show it. */
  readonly changed?: () => void;
  /**
   * Opens the store; it rejects with a StoreProblem when another process holds it. Where `folder` is given it is
   * opened at the first command that needs it, and what the folder holds is read before.
   */
  readonly store: () => Promise<Store>;
  readonly folder?: string;
  readonly owners: readonly Address[];
  readonly home: RoleRules["home"];
  /** Those that are named or known already: the line that makes another one keeps them. */
  readonly homes?: readonly string[];
  readonly clock: Clock;
  readonly token: () => string;
  readonly log: Log;
};

/** All that stands behind the door once the store is open. */
export type Archive = {
  readonly store: Store;
  readonly book: ChangeBook;
  readonly people: People;
  readonly audit: {
    readonly write: (entry: AuditEntry) => Promise<void>;
    readonly lines: () => readonly AuditLine[];
  };
};

/**
 * Opens the room where data is changed. The engine that answers stands behind one reference, which is replaced when
 * a change is on the disk: from then on every platform answers with it.
 */
export async function openCuration(options: CurationOptions): Promise<Curation> {
  const { base, clock, token, log, folder } = options;
  const pending: Pending<Ways> = openPending(() => clock().getTime(), token);
  const handed = new Map<Address, number>();
  const refused = new Map<string, number>();
  let archive: Archive | undefined;
  let changes: readonly Change[] = [];
  const overlay = openOverlay(base);
  let world: Changed = { ...base, waiting: [] };
  let engine: Engine;

  /** What is new costs what was changed: the overlay goes on from last time, and so does the engine's index. */
  function refresh(book: Pick<ChangeBook, "changes"> & { readonly texts: ChangeBook["texts"] }): void {
    changes = book.changes();
    world = overlay(changes, book.texts());
    engine = options.engineOf(world.dataset);
    if (world.waiting.length > 0)
      log.warn({ changes: world.waiting }, "changes wait for documents that this dataset does not have");
  }

  async function open(): Promise<Archive> {
    if (archive) return archive;
    const store = await options.store();
    const book = await openChanges(store);
    const people = await openPeople(store, token);
    archive = { store, book, people, audit: await openAudit(store, book, people) };
    refresh(book);
    return archive;
  }

  if (folder === undefined) await open();
  else {
    const seen = await peekChanges(folder);
    refresh({ changes: () => seen.changes, texts: () => seen.texts });
  }

  async function keeps(): Promise<string | undefined> {
    try {
      const { people } = await open();
      return people.sound() ? undefined : WAITS;
    } catch (error) {
      if (error instanceof StoreProblem) return barred(error);
      throw error;
    }
  }

  /** A member to whom `/briefadmin` was handed on by Discord's settings proves it with each command, not with each button. */
  function isHanded({ platform, person }: Asker, { byCommand }: Act): boolean {
    const now = clock().getTime();
    if (platform === "discord" && byCommand) handed.set(person, now);
    return now - (handed.get(person) ?? Number.NEGATIVE_INFINITY) <= HANDED_MS;
  }

  const standing = (asker: Asker, act: Act) =>
    standingOf(
      asker,
      { owners: options.owners, home: options.home, recorded: archive?.people.roles() ?? {} },
      isHanded(asker, act),
    );

  /** The engine knows where an event stands: a large list decodes each event that is looked at, and is not walked. */
  function find(id: EventId, { at }: Asker): Event | undefined {
    const today = at.slice(0, 10) as Day;
    const found = engine.answer({ ask: "events", event: id }, { today }).events.find((one) => one.id === id);
    return found && standingIn(world.dataset.events, found)?.event;
  }

  async function noteRefusal(asker: Asker, { name }: Act, { people, audit }: Archive): Promise<void> {
    const by = await people.keyOf(asker.person, asker.name);
    await audit.write({ at: asker.at, by, where: whereOf(asker), what: "refused", about: name });
  }

  return {
    dataset: () => world.dataset,
    engine: () => engine,
    curates(asker) {
      const { role, home } = standing(asker, { name: "", byCommand: false });
      return home && suffices(role, "curator");
    },
    async enter(asker, needed, act) {
      let room: Archive;
      try {
        room = await open();
      } catch (error) {
        if (error instanceof StoreProblem) return { kind: "out", why: [barred(error)] };
        throw error;
      }
      const { role, home } = standing(asker, act);
      if (home && suffices(role, needed)) {
        const write = async (batch: readonly Change[], texts?: ReadonlyMap<string, string>) => {
          await room.book.write(batch, texts);
          refresh(room.book);
          options.changed?.();
        };
        return {
          kind: "in",
          curator: openCurator({
            asker,
            role,
            room,
            world: () => world,
            find: (id) => find(id, asker),
            standOn: (id) => standOn(id, changes),
            write,
            pending,
            token,
            owners: options.owners,
          }),
        };
      }
      const key = `${asker.person} ${asker.workspace} ${act.name}`;
      const now = clock().getTime();
      // The same refusal again and again is one line of the audit.
      if (room.people.sound() && now - (refused.get(key) ?? Number.NEGATIVE_INFINITY) > REFUSED_MS) {
        refused.set(key, now);
        if (refused.size > 5_000) refused.clear();
        await noteRefusal(asker, act, room).catch((err: unknown) =>
          log.error({ err }, "a refusal could not be written down"),
        );
      }
      return { kind: "out", why: home ? lacking(role, needed) : away(asker, options.homes) };
    },
    async storedOf(person) {
      await keeps();
      if (archive === undefined) return [];
      const { people } = archive;
      const role = people.roles()[person];
      return [
        ...(people.knows(person)
          ? ["Your name and id beside the changes that you made or were refused."]
          : []),
        ...(role ? [`Your role, which goes with it: ${role}.`] : []),
        ...(options.owners.includes(person)
          ? [
              "That you are an owner stands in OWNERS in the environment; whoever runs the bot can take it out.",
            ]
          : []),
      ];
    },
    keeps,
    async forget(asker) {
      const { person, name, at } = asker;
      const { people, audit } = await open();
      pending.drop(person);
      handed.delete(person);
      if (!people.knows(person)) return;
      const by = await people.keyOf(person, name);
      await audit.write({ at, by, where: whereOf(asker), what: "forgotten", about: "" });
      await people.forget(person);
    },
    sound: () => archive === undefined || (archive.book.sound() && archive.people.sound()),
    owners: () => {
      const named = Object.entries(archive?.people.roles() ?? {}).filter(([, role]) => role === "owner");
      return [...new Set([...options.owners, ...named.map(([person]) => person as Address)])];
    },
    async close() {
      if (folder !== undefined) await archive?.store.close();
    },
  };
}

/** Discord's word for an interaction holds as long as its token. */
const HANDED_MS = 15 * 60_000;
const REFUSED_MS = 10 * 60_000;

const WAITS =
  "A file of the bot was damaged, and an owner has to look at it first (“briefadmin status”). Until then nothing is deleted; please ask again after that.";

function barred(error: StoreProblem): string {
  if (error.problem.kind !== "locked") return error.message;
  return `The bot is running (process ${error.problem.pid}) and holds the data. Change it there with /briefadmin, or stop the bot and ask here again.`;
}

const lacking = (role: Role, needed: Role): readonly string[] => [
  needed === "owner"
    ? `This is for owners, and here you are a ${role}: please ask an owner to do it, or to name you one with “briefadmin role”.`
    : `Changing data is for curators, and here you are a ${role}: please ask an owner to name you one with “briefadmin role”.`,
];

function away({ workspace, platform }: Asker, homes: readonly string[] = []): readonly string[] {
  if (workspace === undefined)
    return [
      `Data can be changed only from a home workspace, and this is a direct message: please use /briefadmin in your ${platform === "discord" ? "server" : "team"}.`,
    ];
  return [
    "Data can be changed only from a home workspace, and this is none; nothing was changed. Whoever runs the bot can make it one with this line in the environment, in which every home workspace stands:",
    `HOME_WORKSPACES=${[...homes, workspace].join(",")}`,
  ];
}
