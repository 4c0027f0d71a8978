import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { plain } from "../../../src/chat/plain.ts";
import type { Form, FormField } from "../../../src/chat/reply.ts";
import { LIMITS } from "../limits.ts";
import { customId } from "./custom-id.ts";

/** Holds the fields that a modal has no room for, one `name: value` a line. */
const REST = "rest:";

/** A form as a modal. Five fields have room; of a longer form the last ones are lines of one text. */
export function modal(form: Form, receipt: string | undefined): APIModalInteractionResponseCallbackData {
  const fits = form.fields.length <= LIMITS.modalFields;
  const own = fits ? form.fields : form.fields.slice(0, LIMITS.modalFields - 1);
  const rest = form.fields.slice(own.length);
  return {
    custom_id: customId({ verb: form.name, receipt: receipt ?? "", form: false }) ?? form.name,
    title: plain(form.title, LIMITS.modalTitle),
    components: [...own.map(labelled), ...(fits ? [] : [restOf(rest)])],
  };
}

/** The fields of a filled-in modal; the lines of the last text are fields again. */
export function modalFields(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { [REST]: rest = "", ...own } = values;
  const fields: Record<string, string> = own;
  for (const line of rest.split("\n")) {
    const at = line.indexOf(":");
    const value = line.slice(at + 1).trim();
    if (at > 0 && value !== "") fields[line.slice(0, at).trim().toLowerCase()] = value;
  }
  return fields;
}

function labelled(field: FormField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: plain(field.label, LIMITS.modalLabel),
    ...(field.hint === undefined ? {} : { description: plain(field.hint, LIMITS.modalHint) }),
    component: component(field),
  };
}

function component(field: FormField): APIComponentInLabel {
  const base = { custom_id: field.name, required: field.required };
  switch (field.type) {
    case "line":
    case "suggest":
      return { ...base, type: ComponentType.TextInput, style: TextInputStyle.Short, ...filled(field) };
    case "text":
      return { ...base, type: ComponentType.TextInput, style: TextInputStyle.Paragraph, ...filled(field) };
    case "choice":
      return {
        ...base,
        type: ComponentType.StringSelect,
        options: (field.choices ?? []).slice(0, LIMITS.selectOptions).map(({ value, label }) => ({
          value,
          label: plain(label, LIMITS.selectText),
          default: value === field.value,
        })),
      };
    case "file":
      return { ...base, type: ComponentType.FileUpload, min_values: field.required ? 1 : 0, max_values: 1 };
  }
}

const filled = ({ value }: FormField) => ({
  max_length: LIMITS.modalText,
  ...(value === undefined ? {} : { value: whole(value) }),
});

/** A text that is edited keeps its lines; a character that the limit would halve goes. */
const whole = (text: string) => text.slice(0, LIMITS.modalText).replace(/\p{Cs}/gu, "");

function restOf(fields: readonly FormField[]): APILabelComponent {
  const names = fields.map(({ label }) => label).join(", ");
  return {
    type: ComponentType.Label,
    label: plain(names, LIMITS.modalLabel),
    description: "One a line, as begun here.",
    component: {
      type: ComponentType.TextInput,
      style: TextInputStyle.Paragraph,
      custom_id: REST,
      required: fields.some(({ required }) => required),
      max_length: LIMITS.modalText,
      value: whole(fields.map(({ name, value }) => `${name}: ${value ?? ""}`).join("\n")),
    },
  };
}
