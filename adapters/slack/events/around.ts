import type { webApi } from "@slack/bolt";
import type { Bot, Clock, Log } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import type { Act } from "../../../src/chat/request.ts";
import type { People } from "../api/people.ts";
import type { Wire } from "../api/wire.ts";
import { modal } from "../card/modal.ts";
import type { Doer } from "../request.ts";
import type { Spot } from "./show.ts";

/** What every listener stands on. */
export type Around = {
  readonly bot: Bot;
  readonly wire: Wire;
  readonly people: People;
  readonly log: Log;
  readonly clock: Clock;
  /** The bot's own user id. */
  readonly self: string;
  readonly token: string;
  /** Another base of the Web API, where one is set. */
  readonly api: string | undefined;
  /** An answer within its time, or a plain reply in its place; never throws. */
  readonly answer: (doer: Doer, act: Act, open?: boolean) => Promise<Reply>;
  /** Work for somebody: what fails is told to them and to the log, and the bot does not stop before it is done. */
  readonly working: (spot: Spot, work: () => Promise<void>) => Promise<void>;
};

/** Opens a reply's form. False when it has none, or when Slack did not open it in time. */
export async function openForm(around: Around, trigger: string, reply: Reply, spot: Spot): Promise<boolean> {
  if (reply.form === undefined) return false;
  const view = modal(reply.form, reply, keep(spot)) as webApi.ViewsOpenArguments["view"];
  try {
    await around.wire.client.views.open({ trigger_id: trigger, view });
    return true;
  } catch (error) {
    around.log.warn({ err: error }, "Slack: a form could not be opened; a button offers it");
    return false;
  }
}

/** Where the answer to a form goes, as text that Slack keeps with it. */
const keep = ({ channel, thread, url, stage }: Spot) => JSON.stringify({ channel, thread, url, stage });

/** The inverse; the person's own direct messages where nothing is kept. */
export function kept(metadata: string, doer: Doer): Spot {
  const direct: Spot = { ...doer, channel: doer.person, stage: "direct" };
  try {
    const { channel, thread, url, stage } = JSON.parse(metadata) as Partial<Spot>;
    return channel === undefined || stage === undefined ? direct : { ...doer, channel, thread, url, stage };
  } catch {
    return direct;
  }
}
