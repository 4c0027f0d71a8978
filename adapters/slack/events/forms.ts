import type {
  BlockSuggestion,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import { plain } from "../../../src/chat/plain.ts";
import { download } from "../api/download.ts";
import { readActionId } from "../card/action-id.ts";
import { option } from "../card/actions.ts";
import { LIMITS, OURS } from "../limits.ts";
import { CHECK } from "../menu.ts";
import { asker, checkAct, filledIn, formAct, suggestRequest } from "../request.ts";
import { type Around, kept, openForm } from "./around.ts";
import { type Spot, show } from "./show.ts";

/** "Ask Attaché" opens the form of all questions; "Check against the dataset" reads the message that was pointed at. */
export async function onShortcut(around: Around, { body }: SlackShortcutMiddlewareArgs): Promise<void> {
  const doer = { person: body.user.id, team: body.team?.id ?? body.user.team_id };
  if (body.type === "shortcut") {
    const spot: Spot = { ...doer, channel: doer.person, stage: "direct" };
    return await around.working(spot, async () => {
      const reply = await around.answer(spot, SEARCH);
      if (!(await openForm(around, body.trigger_id, reply, spot))) await show(around.wire, spot, reply);
    });
  }
  if (body.callback_id !== CHECK) return;
  const { thread_ts: thread } = body.message;
  const spot: Spot = { ...doer, channel: body.channel.id, thread, url: body.response_url, stage: "private" };
  await around.working(spot, async () => {
    await show(around.wire, spot, await around.answer(spot, checkAct(body.message)));
  });
}

const SEARCH = { kind: "command", group: "brief", name: "", fields: {} } as const;

/** A form that was sent: the answer goes where the form came from. */
export async function onSubmit(
  around: Around,
  { body }: SlackViewMiddlewareArgs<ViewSubmitAction>,
): Promise<void> {
  const { view, user, team } = body;
  const person = user.id;
  const spot = kept(view.private_metadata, { person, channel: person, team: team?.id ?? user.team_id });
  await around.working(spot, async () => {
    const pressed = readActionId(view.callback_id);
    if (pressed === undefined) return await show(around.wire, spot, OUTDATED);
    const { fields, attached } = filledIn(view.state.values);
    const fetched = attached && (await download(attached, around.token, around.api));
    if (fetched && "problem" in fetched) {
      const text = [fetched.problem];
      return await show(around.wire, spot, { title: "The file was not taken", text, audience: "private" });
    }
    await show(around.wire, spot, await around.answer(spot, formAct(pressed, fields, fetched?.upload)));
  });
}

const OUTDATED = {
  title: "This form is no longer known",
  text: ["It is from an older version. Please open it again."],
  audience: "private",
} as const;

/** Completions, from memory; what was typed is one of them, so that words that nothing completes can be sent too. */
function completions(around: Around, body: BlockSuggestion) {
  const person = body.user.id;
  const doer = { person, channel: body.channel?.id ?? person, team: body.team?.id };
  const who = asker(doer, around.people.known(person), around.clock());
  const request = suggestRequest(body, OURS.suggestions, who);
  const found = request === undefined ? [] : around.bot.suggest(request);
  const typed = plain(body.value, LIMITS.optionValue);
  const all = found.filter(({ value }) => value !== "" && value.length <= LIMITS.optionValue);
  const known = all.some(({ value, label }) => value === typed || label === typed);
  const own = typed === "" || known ? [] : [option(typed, typed, "as typed")];
  return [...all.map(({ value, label }) => option(value, label)), ...own];
}

/** Answers a field that completes what is typed. */
export async function onOptions(
  around: Around,
  { body, ack }: SlackOptionsMiddlewareArgs<"block_suggestion">,
): Promise<void> {
  await ack({ options: completions(around, body) });
}
