import { Worker } from "node:worker_threads";
import type { RawDocument } from "../../reading/types.ts";
import type { World } from "./apply.ts";
import { type Brought, type Known, knownIn, readBrought } from "./document.ts";

/** What the thread is told. */
export type Order = { readonly raw: RawDocument; readonly known: Known };

/** Reading takes some ten milliseconds a kilobyte; a longer text has a thread of its own. */
const AT_ONCE = 10_000;

/** As `readBrought`, a long document in a thread of its own, so that nobody's answer waits for it. */
export function bring(raw: RawDocument, world: World): Promise<Brought> {
  const known = knownIn(world);
  return raw.bytes.length <= AT_ONCE ? Promise.resolve(readBrought(raw, known)) : inThread({ raw, known });
}

function inThread(order: Order): Promise<Brought> {
  const thread = new Worker(new URL("./thread.mjs", import.meta.url), { execArgv: [], workerData: order });
  return new Promise((resolve, reject) => {
    thread.once("message", (brought: Brought) => {
      resolve(brought);
      void thread.terminate();
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error(`the reading of ${order.raw.file} ended early`)));
  });
}
