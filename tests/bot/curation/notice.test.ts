import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { openNotice } from "../../../src/bot/curation/index.ts";
import type { Address } from "../../../src/chat/address.ts";
import type { Posted } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import { openStore } from "../../../src/store/index.ts";

const clock = () => new Date("2025-06-02T12:00:00Z");
const OWNERS = ["discord:1", "slack:U1"] as const;

let folder: string;
let told: { readonly to: Address; readonly reply: Reply }[];
let warned: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "notice-"));
  told = [];
  warned = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = {
  ...{ debug: () => {}, info: () => {}, error: () => {} },
  warn: (_: object, message: string) => void warned.push(message),
};
const SENT: Posted = { kind: "sent", message: "1" };
type Answers = Partial<Record<"discord" | "slack", "ready" | "not yet" | "refuses" | "throws">>;

/** A start of the bot over the folder: what was damaged is found, and owners are told `rounds` times. */
async function start(answers: Answers = {}, rounds = 1, owners: readonly Address[] = OWNERS): Promise<void> {
  const store = await openStore(folder, { clock, log });
  const names = await store.openCollection({ name: "names", schema: z.array(z.string()), empty: ["a"] });
  const notice = await openNotice({
    store,
    owners,
    sound: () => true,
    log,
    outlet: (name) => {
      const how = (name === "console" ? undefined : answers[name]) ?? "ready";
      return {
        state: () => ({ ready: how !== "not yet", detail: "" }),
        direct: async (person) => {
          if (how === "throws") throw new Error("no such person");
          return `${person}0`;
        },
        async post(to, reply) {
          if (how === "refuses") return { kind: "failed", detail: "no" };
          told.push({ to, reply });
          return SENT;
        },
      };
    },
  });
  for (let n = 0; n < rounds; n++) await Promise.all([notice.tell(), notice.tell()]);
  await names.change((draft) => void draft.push("b"));
  await store.close();
}

const damage = () => writeFileSync(join(folder, "names.json"), "torn");
const tolds = () => told.map(({ to }) => to);

test("nobody is told of anything while all is sound", async () => {
  await start();
  await start();
  expect(told).toEqual([]);
});

test("every owner is told of a damaged file, what was done, and what to do; once", async () => {
  await start();
  damage();
  await start({}, 3);
  await start();
  expect(tolds()).toEqual(["discord:10", "slack:U10"]);
  const { title, text = [] } = told[0]!.reply;
  expect(title).toBe("A file of the bot was damaged");
  expect(text[0]).toMatch(/^names\.json could not be used: .* It was kept as .*names\.json\.damaged-/);
  expect(text[1]).toBe("The bot goes on with what was loaded; nothing needs to be done.");
});

test("a second damage is told anew", async () => {
  await start();
  damage();
  await start();
  damage();
  await start();
  expect(tolds()).toEqual(["discord:10", "slack:U10", "discord:10", "slack:U10"]);
});

test("an owner whose platform was not ready, or down, is told when it is, after a restart too", async () => {
  await start();
  damage();
  await start({ slack: "not yet", discord: "throws" });
  expect(tolds()).toEqual([]);
  await start({ discord: "refuses" });
  expect(tolds()).toEqual(["slack:U10"]);
  await start();
  await start();
  expect(tolds()).toEqual(["slack:U10", "discord:10"]);
});

test("an owner who can't be reached is tried a few times and logged, and harms nothing", async () => {
  await start();
  damage();
  await start({ discord: "throws" }, 20);
  expect(warned).toHaveLength(5);
  expect(tolds()).toEqual(["slack:U10"]);
});

test("a file that is still missing at the next start is no new damage", async () => {
  mkdirSync(folder, { recursive: true });
  const changes = async () => {
    const store = await openStore(folder, { clock, log });
    await (await store.openLedger({ name: "lines", schema: z.number() })).append(1);
    await store.close();
  };
  await changes();
  await changes();
  writeFileSync(join(folder, "lines", "000001.json"), "torn");
  const look = async () => {
    const store = await openStore(folder, { clock, log });
    await store.openLedger({ name: "lines", schema: z.number() });
    const outlet = () => ({
      state: () => ({ ready: true, detail: "" }),
      post: async (to: Address, reply: Reply) => {
        told.push({ to, reply });
        return SENT;
      },
    });
    await (await openNotice({ store, owners: ["slack:U1"], sound: () => false, outlet, log })).tell();
    await store.close();
  };
  await look();
  await look();
  expect(tolds()).toEqual(["slack:U1"]);
  expect(told[0]?.reply.text?.at(-1)).toContain("“briefadmin status”");
  expect(readdirSync(join(folder, "lines")).filter((name) => name.includes("damaged"))).toHaveLength(1);
});
