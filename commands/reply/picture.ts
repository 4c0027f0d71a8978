import type { Picture } from "../../src/chat/reply.ts";
import type { Briefing } from "../../src/model/briefing.ts";

/** A briefing's events on a line of time; undefined where none has a date. What it shows stands in the items too. */
export async function timelinePicture(briefing: Briefing): Promise<Picture | undefined> {
  // The renderer and its fonts cost a start that only pictures need.
  const { timeline, toPng } = await import("../../src/pictures/index.ts");
  const drawn = timeline(briefing);
  if ("none" in drawn) return undefined;
  return { name: "timeline.png", png: await toPng(drawn.picture.svg), alt: drawn.picture.alt };
}
