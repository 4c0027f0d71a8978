import { chmodSync } from "node:fs";
import { z } from "zod";
import { openStore } from "../../../src/store/index.ts";

/**
 * A process that writes until it is killed: `<folder> <first> <last> [unprivileged | read]`. It prints each number once
 * its change and its entry are acknowledged, and ends with the sentence of what went wrong; or it prints what is there.
 */
const [folder = "", first = "1", last = "1", how] = process.argv.slice(2);
const log = { error: () => {} };

async function main(): Promise<void> {
  if (how === "unprivileged") {
    chmodSync(folder, 0o555);
    if (process.getuid?.() === 0) process.setuid?.(65_534);
  }
  const store = await openStore(folder, { clock: () => new Date("2025-06-02T12:00:00Z"), log });
  const counter = await store.openCollection({
    name: "counter",
    schema: z.object({ count: z.number(), half: z.number(), padding: z.string() }),
    empty: { count: 0, half: 0, padding: "" },
  });
  const ledger = await store.openLedger({ name: "numbers", schema: z.number(), perFile: 20 });
  if (how === "read") {
    const found = { counter: counter.read(), numbers: ledger.entries(), problems: store.problems() };
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return;
  }
  for (let n = Number(first); n <= Number(last); n++) {
    const padding = "x".repeat((n % 50) * 200);
    await counter.change(() => ({ count: n, half: n / 2, padding }));
    await ledger.append(n);
    process.stdout.write(`${n}\n`);
  }
  await store.close();
}

main().catch((error: Error) => {
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
});
