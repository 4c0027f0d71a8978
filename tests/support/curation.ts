import { homeRule, openCuration } from "../../src/bot/curation/index.ts";
import type { Address } from "../../src/chat/address.ts";
import { forgetfulMemory, type Memory } from "../../src/chat/memory.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Asker } from "../../src/chat/request.ts";
import type { World } from "../../src/dataset/changes/index.ts";
import { openEngine } from "../../src/engine/index.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { openMemory, openStore } from "../../src/store/index.ts";
import { world } from "../fixtures/world.ts";
import { type Talk, talk } from "./say.ts";

/** An event of the small world under an id as datasets have them. */
export const idOf = (id: string): string => `E-${id.slice(2).replaceAll("-", "0")}`;

/** The small world with ids that can be written, and one event that waits for review. */
export function base(): World {
  const dataset = world();
  const events = Array.from({ length: dataset.events.length }, (_, at) => dataset.events.at(at)!).map(
    (event) => ({
      ...event,
      id: idOf(event.id),
    }),
  );
  const redirects = Object.fromEntries(Object.entries(dataset.redirects).map(([a, b]) => [idOf(a), idOf(b)]));
  return { dataset: { ...dataset, events, redirects }, review: [] };
}

let tokens = 0x1000;

export const OWNER: Partial<Asker> = { person: "discord:9", name: "Olga Owner" };
export const CURATOR: Partial<Asker> = { person: "discord:5", name: "Carl Curator", administers: true };
export const READER: Partial<Asker> = { person: "discord:1", name: "Rita Reader" };

export type Room = Talk & {
  /** Says a line, presses the button, and gives the last reply. */
  readonly confirm: (line: string, as?: Partial<Asker>, verb?: string) => Promise<Reply>;
  readonly close: () => Promise<void>;
  readonly dataset: () => Dataset;
};

export type RoomOptions = {
  readonly base?: World;
  readonly time?: { now: number };
  readonly owners?: readonly Address[];
  readonly workspaces?: readonly string[];
  /** The terminal: the store is opened at the first command that needs it. */
  readonly late?: boolean;
  readonly lasting?: boolean;
};

/** The whole bot over a folder in which data can be changed. */
export async function openRoom(folder: string, options: RoomOptions = {}): Promise<Room> {
  const time = options.time ?? { now: Date.parse("2023-05-03T10:00:00.000Z") };
  const clock = () => new Date(time.now);
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const token = () => `t${(++tokens).toString(16)}xxxxxxxx`.slice(0, 10).padEnd(16, "0");
  const open = () => openStore(folder, { clock, log });
  const store = options.late ? undefined : await open();
  const world = options.base ?? base();
  const workspaces = options.workspaces ?? ["discord:1000", "slack:T1"];
  const curation = await openCuration({
    base: world,
    engineOf: (dataset) => openEngine(dataset),
    store: store ? async () => store : open,
    ...(store ? {} : { folder }),
    owners: options.owners ?? ["discord:9"],
    home: homeRule({ workspaces }),
    homes: workspaces,
    clock,
    token,
    log,
  });
  const memory: Memory = options.lasting && store ? await openMemory(store) : forgetfulMemory();
  const lines = talk({ curation, memory, time });
  return {
    ...lines,
    dataset: curation.dataset,
    confirm: async (line, as = CURATOR, verb = "confirm") =>
      lines.press(await lines.hear(line, as), verb, undefined, as),
    close: async () => {
      await curation.close();
      await store?.close();
    },
  };
}
