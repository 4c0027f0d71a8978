import { parentPort } from "node:worker_threads";
import { network } from "./network.ts";
import { toPng } from "./png.ts";
import type { Order } from "./studio.ts";
import { timeline } from "./timeline.ts";

/** Draws what it is told and answers with the order's number: the thread that pictures are made in. */
parentPort?.on("message", async ({ number, kind, briefing }: Order) => {
  try {
    const drawn = (kind === "timeline" ? timeline : network)(briefing);
    if ("none" in drawn) parentPort?.postMessage({ number, drawn });
    else
      parentPort?.postMessage({ number, drawn: { ...drawn.picture, png: await toPng(drawn.picture.svg) } });
  } catch (error) {
    parentPort?.postMessage({
      number,
      failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
