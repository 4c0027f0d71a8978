import type { types } from "@slack/bolt";
import type { Reply } from "../../../src/chat/reply.ts";
import { LIMITS } from "../limits.ts";
import { render } from "../render.ts";
import { actionId } from "./action-id.ts";
import { input } from "./modal.ts";

/** What typing into the front page's search box and Enter come back as; the value is the form's name. */
export const ENTER = "enter";

/**
 * The bot's front page: the first field of its form as a search box, the whole form behind a button, then all else that
 * the reply says. `notice` tells what became of the last search.
 */
export function home(reply: Reply, notice: string | undefined): types.HomeView {
  const { form } = reply;
  const [first, ...more] = render(reply, "direct").flatMap(({ blocks }) => blocks);
  const field = form?.fields.find(({ type }) => type === "line");
  const told = notice === undefined ? [] : [context(notice)];
  const search = form && field ? [box(form.name, field.name, field.hint ?? field.label)] : [];
  const blocks = [...(first === undefined ? [] : [first]), ...search, ...told, ...more];
  return { type: "home", blocks: blocks.slice(0, LIMITS.viewBlocks) };
}

function box(form: string, name: string, hint: string): types.InputBlock {
  return {
    ...input({ name, label: hint, required: false, type: "line" }),
    dispatch_action: true,
    element: {
      type: "plain_text_input",
      action_id: actionId({ verb: ENTER, receipt: "", value: form, form: false }) ?? ENTER,
      dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
      max_length: LIMITS.inputText,
    },
  };
}

const context = (text: string): types.ContextBlock => ({
  type: "context",
  elements: [{ type: "mrkdwn", text, verbatim: true }],
});
