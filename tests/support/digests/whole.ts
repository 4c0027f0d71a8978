import type { WordingOptions } from "../../../commands/digest/words/wording.ts";
import { openWording } from "../../../commands/index.ts";
import { homeRule, openCuration } from "../../../src/bot/curation/index.ts";
import type { Bot, Clock } from "../../../src/chat/platform.ts";
import type { Outlet } from "../../../src/digests/deliver.ts";
import { openDigests } from "../../../src/digests/index.ts";
import type { State } from "../../../src/digests/ledger.ts";
import { openEngine } from "../../../src/engine/index.ts";
import type { Event } from "../../../src/model/event.ts";
import { openMemory, openStore } from "../../../src/store/index.ts";
import { events as known } from "../../fixtures/events.ts";
import { world } from "../../fixtures/world.ts";
import { talk } from "../say.ts";

export const LOG = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The bot's first owner. */
export const OWNER = "discord:9";

type Options = {
  /** The folder of its store. */
  readonly folder: string;
  readonly start: string;
  readonly events?: readonly Event[];
  readonly draw?: WordingOptions["draw"];
  /** Connects the bot to its platform. */
  readonly connect: (
    bot: Bot,
    clock: Clock,
  ) => Promise<{ readonly platform: Outlet; readonly stop: () => Promise<void> }>;
};

/** A picture that says in its bytes what was to be drawn. */
export const drawing: WordingOptions["draw"] = async (kind, { events }) => {
  const what = `${kind} of ${events.map(({ id }) => id).join(" ")}`;
  return { svg: "", png: new TextEncoder().encode(what), alt: what };
};

/** The whole bot with its digests and its store on the disk, after the first beat of its clock. */
export async function openWhole({ folder, start, events = known, connect, draw = drawing }: Options) {
  let now = Date.parse(start);
  const clock = () => new Date(now);
  const store = await openStore(folder, { clock, log: LOG });
  const memory = await openMemory(store);
  const outcomes: State[] = [];
  let tokens = 0;
  const curation = await openCuration({
    base: { dataset: world(events), review: [] },
    engineOf: (dataset) => openEngine(dataset, { changedSince: (instant) => digests.changedSince(instant) }),
    changed: () => void digests.compare(),
    store: async () => store,
    owners: [OWNER],
    home: homeRule({ workspaces: ["discord:1000"] }),
    clock,
    token: () => `t${String(++tokens).padStart(15, "0")}`,
    log: LOG,
  });
  let outlet: Outlet | undefined;
  const digests = await openDigests({
    store,
    world: () => ({ engine: curation.engine(), dataset: curation.dataset() }),
    outlet: () => outlet,
    word: openWording({ draw, log: LOG }),
    keep: memory.receipts.put,
    log: LOG,
    clock,
    wait: async () => {},
    counted: (outcome) => void outcomes.push(outcome),
  });
  const lines = talk({ curation, memory, digests, start });
  const connected = await connect(lines.bot, clock);
  outlet = connected.platform;
  const beat = async () => {
    await digests.tick();
    await digests.settled();
  };
  await beat();
  return {
    ...lines,
    digests,
    outcomes,
    beat,
    async goTo(instant: string) {
      lines.later(Date.parse(instant) - now);
      now = Date.parse(instant);
      await beat();
    },
    async stop() {
      await digests.close();
      await connected.stop();
      await curation.close();
      await store.close();
    },
  };
}
