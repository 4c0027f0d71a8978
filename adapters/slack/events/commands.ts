import type { SlackCommandMiddlewareArgs } from "@slack/bolt";
import { groupOf } from "../menu.ts";
import { render } from "../render.ts";
import { commandAct } from "../request.ts";
import { type Around, openForm } from "./around.ts";
import { type Spot, show } from "./show.ts";

/**
 * A slash command, acknowledged before. Alone, or where something is missing, it opens its form; a command that is not
 * ours is acknowledged with help.
 */
export async function onCommand(around: Around, { body, ack }: SlackCommandMiddlewareArgs): Promise<void> {
  const { user_id: person, channel_id: channel, team_id: team, response_url: url, trigger_id } = body;
  const spot: Spot = { person, channel, team, url, stage: "private" };
  const group = groupOf(body.command);
  if (group === undefined) {
    const [message] = render(await around.answer(spot, HELP), "private");
    if (message) await ack({ response_type: "ephemeral", text: message.text, blocks: [...message.blocks] });
    return;
  }
  const { act, open } = commandAct(body);
  await around.working(spot, async () => {
    const reply = await around.answer(spot, act, open);
    if (!(await openForm(around, trigger_id, reply, spot))) await show(around.wire, spot, reply);
  });
}

const HELP = { kind: "command", group: "brief", name: "help", fields: {} } as const;
