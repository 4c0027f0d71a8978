import { type Pressed, pressedId } from "../../../src/chat/pressed.ts";
import { LIMITS } from "../limits.ts";

export { type Pressed, readPressedId as readActionId } from "../../../src/chat/pressed.ts";

/** A press as an `action_id`; undefined when Slack would not take it. */
export const actionId = (pressed: Pressed): string | undefined => pressedId(pressed, LIMITS.id);
