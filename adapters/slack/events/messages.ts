import type { types } from "@slack/bolt";
import { lineAct } from "../request.ts";
import type { Around } from "./around.ts";
import { type Spot, show } from "./show.ts";

/** A mention in a channel is answered in its thread, for everyone there. */
export async function onMention(
  around: Around,
  event: types.AppMentionEvent,
  team: string | undefined,
): Promise<void> {
  const { user: person, channel, ts, thread_ts, text } = event;
  if (person === undefined || "bot_id" in event) return;
  const spot: Spot = { person, channel, team, thread: thread_ts ?? ts, stage: "public" };
  await around.working(spot, async () => {
    await show(around.wire, spot, await around.answer(spot, lineAct(text, around.self), true));
  });
}

/** A direct message is answered where it stands. Edits, joins and what bots say are passed by. */
export async function onMessage(
  around: Around,
  event: types.MessageEvent,
  team: string | undefined,
): Promise<void> {
  if (event.channel_type !== "im") return;
  if (event.subtype !== undefined && event.subtype !== "file_share") return;
  const { user: person, channel, thread_ts: thread, text = "" } = event;
  if (person === undefined || "bot_id" in event || text === "") return;
  const spot: Spot = { person, channel, team, thread, stage: "direct" };
  await around.working(spot, async () => {
    await show(around.wire, spot, await around.answer(spot, lineAct(text, around.self)));
  });
}
