import type { Picture } from "../../src/chat/reply.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import { draw, type PictureKind } from "../../src/pictures/index.ts";

/** A briefing as a picture; undefined where there is nothing to draw. What it shows stands in the items too. */
export async function pictureOf(kind: PictureKind, briefing: Briefing): Promise<Picture | undefined> {
  const drawn = await draw(kind, briefing);
  return "none" in drawn ? undefined : { name: `${kind}.png`, png: drawn.png, alt: drawn.alt };
}
