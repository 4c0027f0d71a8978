import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { plain } from "../../../src/chat/plain.ts";
import type { Button, Reply } from "../../../src/chat/reply.ts";
import { LIMITS } from "../limits.ts";
import type { Stage } from "../render.ts";
import { customId } from "./custom-id.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Under a reply: its menu, then its buttons, five a row. What everyone sees already offers no Share. */
export function components(reply: Reply, stage: Stage): Row[] {
  const receipt = reply.receipt ?? "";
  const shown = (reply.buttons ?? []).filter(({ verb }) => stage === "private" || verb !== "share");
  const form: readonly Button[] =
    reply.form === undefined
      ? []
      : [{ verb: "form", label: reply.form.title, value: reply.form.name, style: "primary", opens: "form" }];
  const drawn = [...form, ...shown].map((one) => button(one, receipt)).filter((one) => one !== undefined);
  const buttons = drawn.filter(
    (one, n) => drawn.findIndex(({ custom_id }) => custom_id === one.custom_id) === n,
  );
  return [...menu(reply, receipt), ...rows(buttons)].slice(0, LIMITS.rows);
}

function button(from: Button, receipt: string): APIButtonComponentWithCustomId | undefined {
  const id = customId({
    verb: from.verb,
    receipt,
    ...(from.page === undefined ? {} : { page: from.page }),
    ...(from.value === undefined ? {} : { value: from.value }),
    form: from.opens === "form",
  });
  if (id === undefined) return undefined;
  return {
    type: ComponentType.Button,
    style: STYLES[from.style ?? "secondary"],
    label: plain(from.label, LIMITS.buttonLabel) || from.verb,
    custom_id: id,
  };
}

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

function menu(reply: Reply, receipt: string): Row[] {
  const { choices } = reply;
  const id = choices && customId({ verb: choices.verb, receipt, form: false });
  const options = (choices?.options ?? [])
    .filter(({ value }) => value.length <= LIMITS.selectText)
    .slice(0, LIMITS.selectOptions)
    .map(({ value, label, hint }) => ({
      value,
      label: plain(label, LIMITS.selectText) || value,
      ...(hint && plain(hint) !== "" ? { description: plain(hint, LIMITS.selectText) } : {}),
    }));
  if (choices === undefined || id === undefined || options.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: id,
          placeholder: plain(choices.prompt, LIMITS.placeholder),
          options,
        },
      ],
    },
  ];
}

function rows(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  const count = Math.ceil(buttons.length / LIMITS.buttonsInRow);
  return Array.from({ length: count }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * LIMITS.buttonsInRow, (row + 1) * LIMITS.buttonsInRow),
  }));
}
