import { parentPort } from "node:worker_threads";
import type { Drawable } from "./drawable.ts";
import { network } from "./network/network.ts";
import { svgOf } from "./panel/frame.ts";
import { toPng } from "./panel/png.ts";
import type { Answer, Order } from "./studio.ts";
import { timeline } from "./timeline/timeline.ts";

/** Draws what it is told and answers with the order's number: the thread that pictures are made in. */
parentPort?.on("message", ({ number, kind, briefing }: Order) => {
  try {
    const drawn = (kind === "timeline" ? timeline : network)(JSON.parse(briefing) as Drawable);
    if ("none" in drawn) return answer({ number, drawn });
    const { panel, alt } = drawn.picture;
    const png = toPng(panel);
    answer({ number, drawn: { svg: svgOf(panel), png, alt } }, [png.buffer]);
  } catch (error) {
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
    answer({ number, failed });
  }
});

function answer(answer: Answer, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, moved);
}
