import type { types } from "@slack/bolt";
import { plain } from "../../../src/chat/plain.ts";
import type { Button, Reply } from "../../../src/chat/reply.ts";
import { LIMITS } from "../limits.ts";
import type { Stage } from "../render.ts";
import { actionId } from "./action-id.ts";

/** A select may show a whole page of long lines; the rest of the message needs room too. */
const HINT = 40;

/**
 * Under a reply: its menu, then its buttons. What everyone sees already offers no Share. The block's id tells on which
 * stage the message stands, so that a press next week knows.
 */
export function actions(reply: Reply, stage: Stage): readonly types.ActionsBlock[] {
  const receipt = reply.receipt ?? "";
  const shown = (reply.buttons ?? []).filter(({ verb }) => stage === "private" || verb !== "share");
  const form: readonly Button[] =
    reply.form === undefined
      ? []
      : [{ verb: "form", label: reply.form.title, value: reply.form.name, style: "primary", opens: "form" }];
  const drawn = [...form, ...shown].flatMap((one) => button(one, receipt) ?? []);
  const buttons = drawn.filter(
    (one, n) => drawn.findIndex(({ action_id }) => action_id === one.action_id) === n,
  );
  return [
    ...menu(reply, receipt).map((elements) => block(`${stage}:menu`, elements)),
    ...rows(buttons).map((elements, n) => block(`${stage}:buttons:${n}`, elements)),
  ];
}

/** The stage of the message that a press came from; what everyone may see where it is not known. */
export function stageOf(blockId = ""): Stage {
  const [stage] = blockId.split(":");
  return stage === "private" || stage === "direct" ? stage : "public";
}

const block = (block_id: string, elements: types.ActionsBlock["elements"]): types.ActionsBlock => ({
  type: "actions",
  block_id,
  elements,
});

function button(from: Button, receipt: string): types.Button | undefined {
  const id = actionId({
    verb: from.verb,
    receipt,
    ...(from.page === undefined ? {} : { page: from.page }),
    ...(from.value === undefined ? {} : { value: from.value }),
    form: from.opens === "form",
  });
  if (id === undefined) return undefined;
  const label = plain(from.label, LIMITS.buttonText - 12);
  const style = from.style === "primary" || from.style === "danger" ? from.style : undefined;
  return {
    type: "button",
    action_id: id,
    text: words(from.label, LIMITS.buttonText) ?? { type: "plain_text", text: from.verb },
    ...(style === undefined ? {} : { style }),
    ...(from.page === undefined ? {} : { accessibility_label: `${label}, page ${from.page}` }),
  };
}

function menu({ choices }: Reply, receipt: string): readonly [types.StaticSelect][] {
  const id = choices && actionId({ verb: choices.verb, receipt, form: false });
  const options = (choices?.options ?? [])
    .filter(({ value }) => value.length <= LIMITS.optionValue)
    .slice(0, LIMITS.selectOptions)
    .map(({ value, label, hint }) => option(value, label, hint));
  const prompt = words(choices?.prompt ?? "", LIMITS.placeholder);
  if (id === undefined || options.length === 0) return [];
  return [[{ type: "static_select", action_id: id, options, ...(prompt ? { placeholder: prompt } : {}) }]];
}

/** A choice as Slack shows it; a label that is nothing but invisible shows its value. */
export function option(value: string, label: string, hint = ""): types.PlainTextOption {
  const description = words(hint, HINT);
  return {
    text: words(label, LIMITS.optionText) ?? { type: "plain_text", text: value },
    value,
    ...(description ? { description } : {}),
  };
}

/** Foreign text where Slack reads no markup; undefined when nothing of it can be seen. */
export function words(text: string, limit: number): types.PlainTextElement | undefined {
  const shown = plain(text, limit);
  return shown === "" ? undefined : { type: "plain_text", text: shown, emoji: false };
}

/** Five a row read well on a phone. */
function rows<T>(all: readonly T[]): readonly T[][] {
  const size = 5;
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}
