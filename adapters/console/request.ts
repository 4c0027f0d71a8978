import { address } from "../../src/chat/address.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Act, Asker } from "../../src/chat/request.ts";

/** The terminal belongs to its operator. */
export function operator(at: Date, locale: string, zone: string): Asker {
  return {
    platform: "console",
    person: address("console", "operator"),
    channel: address("console", "terminal"),
    thread: "console:terminal",
    locale,
    zone,
    at: at.toISOString(),
    administers: true,
  };
}

/**
 * What a typed line does, given the reply that stands above it: a press, a choice by its number, or words. A word that
 * a button `offered` before, and no longer, is `too-late`, unless it is a command.
 */
export function actOf(
  line: string,
  last: Reply | undefined,
  offered: ReadonlySet<string> = new Set(),
): Act | "quit" | "no-more" | "too-late" {
  const word = line.trim().toLowerCase();
  if (["quit", "exit", "q", ":q"].includes(word)) return "quit";
  if (last?.receipt !== undefined) {
    const pressed = press(word, last, last.receipt);
    if (pressed) return pressed;
  }
  if (word === "more" || word === "back") return "no-more";
  if (offered.has(word)) return "too-late";
  return { kind: "line", text: line, follows: true };
}

/** Whether a press is answered by a form. */
export const opensForm = (act: Act, { buttons = [] }: Reply): boolean =>
  act.kind === "press" && buttons.some(({ verb, opens }) => verb === act.verb && opens === "form");

function press(word: string, last: Reply, receipt: string): Act | undefined {
  const button = last.buttons?.find(({ verb, label }) => verb === word || label.toLowerCase() === word);
  if (button && (button.verb !== "followup" || button.label.toLowerCase() === word)) {
    const { verb, page, value } = button;
    return {
      kind: "press",
      verb,
      receipt,
      ...(page !== undefined && { page }),
      ...(value !== undefined && { value }),
    };
  }
  const value = /^\d{1,4}$/.test(word) ? numbered(Number(word), last) : undefined;
  return value === undefined || last.choices === undefined
    ? undefined
    : { kind: "press", verb: last.choices.verb, receipt, value };
}

/** Items are numbered over the whole answer, choices of their own from 1. */
function numbered(number: number, { choices, items = [], page }: Reply): string | undefined {
  if (items.length > 0) return items[number - (page?.first ?? 1)]?.id;
  return choices?.options[number - 1]?.value;
}
