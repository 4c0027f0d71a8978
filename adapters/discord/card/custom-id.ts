import { type Pressed, pressedId } from "../../../src/chat/pressed.ts";
import { LIMITS } from "../limits.ts";

export { type Pressed, readPressedId as readCustomId } from "../../../src/chat/pressed.ts";

/** A press as a component's `custom_id`; undefined when it would not fit. */
export const customId = (pressed: Pressed): string | undefined => pressedId(pressed, LIMITS.customId);
