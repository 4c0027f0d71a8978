import type { MenuEntry, Option } from "../../chat/command.ts";
import type { Upload } from "../../chat/request.ts";
import type { Fields } from "../../model/engine.ts";
import { cleanLines } from "./clean.ts";

/** Fields that a command can be called with, or what it can't take. */
export type Checked =
  | { readonly kind: "fit"; readonly fields: Fields }
  | { readonly kind: "unknown-option"; readonly option: string }
  | { readonly kind: "missing"; readonly options: readonly Option[] }
  | { readonly kind: "no-choice"; readonly option: Option; readonly value: string }
  | { readonly kind: "no-number"; readonly option: Option; readonly value: string };

/**
 * Holds fields against a command's options: values are cleaned of what is invisible, empty ones are as good as
 * absent, choices are taken by value or label in any case.
 */
export function checkFields(command: MenuEntry, given: Fields, upload?: Upload): Checked {
  const fields: Record<string, string> = {};
  for (const [name, raw] of Object.entries(given)) {
    const option = command.options.find((each) => each.name === name);
    if (option === undefined) return { kind: "unknown-option", option: name };
    const value = cleanLines(raw);
    // A file comes beside the fields; where only its name was typed there is none.
    if (value === "" || option.type === "file") continue;
    if (option.choices) {
      const wanted = value.toLowerCase();
      const choice = option.choices.find(
        (each) => each.value.toLowerCase() === wanted || each.label.toLowerCase() === wanted,
      );
      if (choice === undefined) return { kind: "no-choice", option, value };
      fields[name] = choice.value;
    } else if (option.type === "number" && !/^-?\d{1,9}$/.test(value)) {
      return { kind: "no-number", option, value };
    } else {
      fields[name] = value;
    }
  }
  const missing = command.options.filter(
    ({ name, required, type }) => required && !(name in fields) && !(type === "file" && upload),
  );
  return missing.length > 0 ? { kind: "missing", options: missing } : { kind: "fit", fields };
}
