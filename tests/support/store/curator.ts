import { homeRule, openCuration } from "../../../src/bot/curation/index.ts";
import { openEngine } from "../../../src/engine/index.ts";
import { openStore } from "../../../src/store/index.ts";
import { event, source, when } from "../../fixtures/build.ts";
import { base } from "../curation.ts";

/**
 * A process that adds two events at once, again and again, until it is killed: `<folder> <first> <last>`. It prints each
 * number once its change is acknowledged, and the sentence of what went wrong.
 */
const [folder = "", first = "1", last = "1"] = process.argv.slice(2);
const clock = () => new Date("2023-05-03T10:00:00.000Z");
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function main(): Promise<void> {
  const store = await openStore(folder, { clock, log });
  let tokens = Number(first) * 1_000;
  const curation = await openCuration({
    base: base(),
    engineOf: openEngine,
    store: async () => store,
    owners: [],
    home: homeRule({}),
    clock,
    token: () => String(++tokens).padStart(16, "0").slice(-8),
    log,
  });
  const asker = {
    platform: "console",
    person: "console:operator",
    channel: "console:terminal",
    thread: "t",
    locale: "en",
    zone: "UTC",
    at: clock().toISOString(),
    administers: true,
  } as const;
  const entered = await curation.enter(asker, "curator", { name: "add", byCommand: false });
  if (entered.kind !== "in") throw new Error(entered.why.join(" "));
  for (let n = Number(first); n <= Number(last); n++) {
    const pair = ["a", "b"].map((half) =>
      event({
        id: `E-${half}${String(n).padStart(7, "0")}`,
        when: when("2022-01-01"),
        sources: [source("D-a1a1a1", n)],
      }),
    );
    await entered.curator.write(pair.map((after) => ({ kind: "add", after, documents: [], why: "" })));
    process.stdout.write(`${n}\n`);
  }
  await store.close();
}

main().catch((error: Error) => {
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
});
