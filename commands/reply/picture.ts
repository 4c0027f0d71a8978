import type { Desk } from "../../src/bot/index.ts";
import type { Picture } from "../../src/chat/reply.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import { draw, type PictureKind } from "../../src/pictures/index.ts";

/**
 * A briefing as a picture, on its first page, where the asker's platform shows pictures and there is something to
 * draw. What it shows stands in the items too, so that an answer is whole without it.
 */
export async function pictureOf(
  kind: PictureKind,
  briefing: Briefing,
  desk: Desk,
): Promise<Picture | undefined> {
  if (!desk.pictures || desk.page > 1) return undefined;
  try {
    const drawn = await draw(kind, briefing);
    return "none" in drawn ? undefined : { name: `${kind}.png`, png: drawn.png, alt: drawn.alt };
  } catch (error) {
    desk.log.error({ err: error, kind }, "a picture could not be drawn");
    return undefined;
  }
}
