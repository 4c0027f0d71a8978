import type { AllMiddlewareArgs, AnyMiddlewareArgs, App, BlockAction, ViewSubmitAction } from "@slack/bolt";
import type { Log } from "../../../src/chat/platform.ts";
import { loggable } from "../api/wire.ts";
import { groupOf } from "../menu.ts";
import type { Around } from "./around.ts";
import { onCommand } from "./commands.ts";
import { onOptions, onShortcut, onSubmit } from "./forms.ts";
import { onHome } from "./home.ts";
import { onMention, onMessage } from "./messages.ts";
import { onPress } from "./presses.ts";

export type Gate = {
  /** The teams that are served. */
  readonly teams: ReadonlySet<string>;
  /** True the first time that it is told of a delivery. */
  readonly first: (delivery: string) => boolean;
};

/**
 * Everything that comes from Slack passes one gate, which looks at the team, knows deliveries again and acknowledges;
 * then one listener for each kind of payload, since listeners whose patterns overlap would all run.
 */
export function listen(app: App, around: Around, gate: Gate): void {
  app.use((args) => pass(args, gate, around.log));
  app.command(/.*/, (args) => onCommand(around, args));
  app.event("app_mention", ({ event, body }) => onMention(around, event, body.team_id));
  app.event("message", ({ event, body }) => onMessage(around, event, body.team_id));
  app.event("app_home_opened", async ({ event, body }) => {
    if (event.tab === "home") await onHome(around, event.user, body.team_id);
  });
  app.action<BlockAction>(/.*/, (args) => onPress(around, args));
  app.shortcut(/.*/, (args) => onShortcut(around, args));
  app.options(/.*/, (args) => onOptions(around, args));
  app.view<ViewSubmitAction>({ callback_id: /.*/, type: "view_submission" }, (args) =>
    onSubmit(around, args),
  );
  app.error(async (error) =>
    around.log.error({ err: loggable(error) }, "Slack: a payload could not be handled"),
  );
}

async function pass(args: AnyMiddlewareArgs & AllMiddlewareArgs, gate: Gate, log: Log): Promise<void> {
  const body = args.body as Body;
  const command = "command" in args ? args.command.command : undefined;
  if (!gate.teams.has(teamOf(body))) {
    log.warn(
      { team: teamOf(body) },
      "Slack: a payload of another team was refused (SLACK_TEAMS names those served)",
    );
    await acknowledge(args, log, command === undefined ? undefined : STRANGER);
    return;
  }
  const deliveries = deliveriesOf(body);
  if (deliveries.length > 0 && !deliveries.map(gate.first).every((first) => first)) return;
  // Completions and help go out with their acknowledgement.
  const answersItself = "options" in args || (command !== undefined && groupOf(command) === undefined);
  if (!answersItself) await acknowledge(args, log);
  await args.next();
}

const STRANGER = "This bot serves another workspace. Whoever runs it can add this one.";

type Body = {
  readonly type?: string;
  readonly team_id?: string;
  readonly team?: { readonly id?: string } | null;
  readonly user?: { readonly team_id?: string };
  readonly enterprise?: { readonly id?: string } | null;
  readonly event_id?: string;
  readonly event?: { readonly type?: string; readonly channel?: unknown; readonly ts?: string };
};

const teamOf = ({ team_id, team, user, enterprise }: Body): string =>
  team_id ?? team?.id ?? user?.team_id ?? enterprise?.id ?? "";

/** An event is known by its id; a message that comes as two events, by where it stands as well. */
function deliveriesOf({ event_id, event }: Body): readonly string[] {
  if (event_id === undefined) return [];
  const message = event?.type === "message" || event?.type === "app_mention";
  return message && event.ts ? [event_id, `${String(event.channel)} ${event.ts}`] : [event_id];
}

/** One that comes too late for Slack is no reason not to answer: the answer has a way of its own. */
async function acknowledge(args: AnyMiddlewareArgs, log: Log, words?: string): Promise<void> {
  if (!("ack" in args) || args.ack === undefined) return;
  try {
    await (args.ack as (said?: string) => Promise<void>)(words);
  } catch (error) {
    log.warn({ err: loggable(error) }, "Slack: an acknowledgement did not get through");
  }
}
