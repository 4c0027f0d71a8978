import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { Reply } from "../../../src/chat/reply.ts";
import { type Pressed, readActionId } from "../card/action-id.ts";
import { stageOf } from "../card/actions.ts";
import { ENTER } from "../card/home.ts";
import { pressAct } from "../request.ts";
import { type Around, openForm } from "./around.ts";
import { onEnter } from "./home.ts";
import { type Spot, show } from "./show.ts";

/**
 * A button or menu, acknowledged before. Under a message for the asker alone a page turns in its place, and so does the
 * question that a pick settles; all else is added below. Under a message that everyone sees it answers whoever pressed
 * it, and leaves the message as it is.
 */
export async function onPress(
  around: Around,
  { body }: SlackActionMiddlewareArgs<BlockAction>,
): Promise<void> {
  const [action] = body.actions;
  if (action === undefined) return;
  const spot = spotOf(body, action.block_id);
  const pressed = readActionId(action.action_id);
  if (pressed === undefined) return await around.working(spot, () => show(around.wire, spot, OUTDATED));
  if (pressed.verb === ENTER) {
    const typed = action.type === "plain_text_input" ? (action.value ?? "") : "";
    return await onEnter(around, spot, pressed.value ?? "", action.block_id, typed);
  }
  const chosen = action.type === "static_select" ? action.selected_option.value : undefined;
  const act = pressAct(pressed, chosen);
  await around.working(spot, async () => {
    const reply = await around.answer(spot, act);
    if (pressed.form && (await openForm(around, body.trigger_id, reply, spot))) return;
    const turned = turns(pressed);
    // Nothing in its place where everybody sees it, and a page turned is for the one who turned it.
    const mine: Reply = turned ? { ...reply, audience: "private" } : reply;
    await show(around.wire, spot, mine, turned && isOwn(body, action.block_id));
  });
}

const turns = ({ verb, page }: Pressed) => verb === "pick" || (page !== undefined && verb !== "share");

/** Under a message that everyone sees the answer is for the one who pressed. */
function spotOf(body: BlockAction, blockId: string): Spot {
  const person = body.user.id;
  const team = body.team?.id ?? body.user.team_id;
  const channel = body.channel?.id ?? body.container?.channel_id;
  const thread = body.message?.thread_ts ?? body.container?.thread_ts;
  // The front page stands in no channel: what comes of it goes to the person's direct messages.
  if (channel === undefined) return { person, channel: person, team, stage: "direct" };
  const stage = stageOf(blockId) === "direct" ? "direct" : "private";
  return { person, channel, team, thread, url: body.response_url, stage };
}

const isOwn = ({ container }: BlockAction, blockId: string) =>
  container?.is_ephemeral === true || stageOf(blockId) !== "public";

const OUTDATED: Reply = {
  title: "This button is no longer known",
  text: ["It is from an older version. Please ask the question again."],
  audience: "private",
};
