import type { types } from "@slack/bolt";
import { plain } from "../../../src/chat/plain.ts";
import type { Form, FormField, Reply } from "../../../src/chat/reply.ts";
import { LIMITS, OURS } from "../limits.ts";
import { actionId } from "./action-id.ts";
import { option, words } from "./actions.ts";
import { mrkdwn } from "./escape.ts";

/** A form as a modal, what the reply says above its fields. `metadata` comes back when it is sent. */
export function modal(form: Form, reply: Reply, metadata: string): types.ModalView {
  const said = (reply.text ?? []).map((text) => mrkdwn(text, OURS.paragraph)).filter((text) => text !== "");
  const text = said.reduce((all, line) => {
    const more = all === "" ? line : `${all}\n${line}`;
    return more.length <= LIMITS.section ? more : all;
  }, "");
  return {
    type: "modal",
    callback_id: actionId({ verb: form.name, receipt: reply.receipt ?? "", form: false }) ?? form.name,
    title: words(form.title, LIMITS.viewTitle) ?? { type: "plain_text", text: "Attaché" },
    submit: { type: "plain_text", text: "Send" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      ...(text === ""
        ? []
        : [{ type: "section" as const, text: { type: "mrkdwn" as const, text, verbatim: true } }]),
      ...form.fields.slice(0, LIMITS.viewBlocks - 1).map(input),
    ],
    private_metadata: metadata.length <= LIMITS.viewMetadata ? metadata : "",
  };
}

/** One field; its block is named after it, which brings the value back by name. */
export function input(field: FormField): types.InputBlock {
  const hint = words(field.hint ?? "", LIMITS.hint);
  return {
    type: "input",
    block_id: field.name,
    optional: !field.required,
    label: words(field.label, LIMITS.label) ?? { type: "plain_text", text: field.name },
    ...(hint ? { hint } : {}),
    element: element(field),
  };
}

function element(field: FormField): types.InputBlock["element"] {
  const { value } = field;
  switch (field.type) {
    case "line":
    case "text":
      return {
        type: "plain_text_input",
        action_id: "value",
        multiline: field.type === "text",
        max_length: LIMITS.inputText,
        ...(value === undefined ? {} : { initial_value: whole(value) }),
      };
    case "choice": {
      const options = (field.choices ?? [])
        .slice(0, LIMITS.selectOptions)
        .map((each) => option(each.value, each.label));
      const chosen = options.find((each) => each.value === value);
      return {
        type: "static_select",
        action_id: "value",
        options,
        ...(chosen ? { initial_option: chosen } : {}),
      };
    }
    case "suggest": {
      const given = plain(value ?? "", LIMITS.optionValue);
      return {
        type: "external_select",
        action_id:
          actionId({ verb: "suggest", receipt: "", value: field.suggest ?? "", form: false }) ?? "value",
        min_query_length: 0,
        ...(given === "" ? {} : { initial_option: option(given, given) }),
      };
    }
    case "file":
      return { type: "file_input", action_id: "value", max_files: 1 };
  }
}

/** A text that is edited keeps its lines; a character that the limit would halve goes. */
const whole = (text: string) => text.slice(0, LIMITS.inputText).replace(/\p{Cs}/gu, "");
