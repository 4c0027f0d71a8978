import type { Draft } from "./draft.ts";
import type { Reading } from "./mentions.ts";

/** What later sentences say of events told before: places, secrecy, attendance, confirmation. */
export function discourse(drafts: readonly Draft[], _reading: Reading): readonly Draft[] {
  return drafts;
}
