import type { Receipt } from "../chat/memory.ts";
import { RECEIPT_DAYS } from "../chat/memory.ts";
import type { Reply } from "../chat/reply.ts";
import type { Act, Request } from "../chat/request.ts";
import type { Fields } from "../model/engine.ts";
import { findCommand, type House } from "./house.ts";
import type { Job } from "./perform.ts";
import { pick } from "./pick.ts";
import { formOf, noCommand, notYours, receiptGone } from "./refuse.ts";

/** Every verb that a button or choice of this bot carries. */
export const VERBS: readonly string[] = [
  "more",
  "back",
  "share",
  "timeline",
  "network",
  "sources",
  "export",
  "event",
  "followup",
  "pick",
  "form",
];

type Press = Extract<Act, { kind: "press" }>;

/**
 * What a button or choice under an earlier reply asks for: a job, or a plain reply where it can't be done. All
 * that it needs stands in the receipt, so it works after a restart, and with the question as it was understood.
 */
export function press(act: Press, request: Request, house: House): Job | Reply {
  const receipt = house.memory.receipts.get(act.receipt);
  if (act.verb === "form") return openForm(act.value ?? "", givenIn(receipt, act.value, request), house);
  if (receipt === undefined || isOld(receipt, house)) return receiptGone();
  if (receipt.audience === "private" && receipt.person !== request.asker.person) return notYours();
  const job = jobOf(act, receipt, request, house);
  // What a command's own buttons confirm is its asker's alone, even where everyone sees it.
  if (job?.pressed && job.command.presses === "own" && receipt.person !== request.asker.person)
    return notYours();
  return job ?? receiptGone();
}

/** A form needs no receipt: it is the command's own, filled with what its person gave before, where that is known. */
function openForm(name: string, given: Fields, house: House): Reply {
  const [group = "", command = ""] = name.split(" ");
  const found = findCommand(house, group, command);
  return found ? { title: found.name, form: formOf(found, given), audience: "private" } : noCommand(name);
}

function givenIn(receipt: Receipt | undefined, form: string | undefined, { asker }: Request): Fields {
  if (receipt === undefined || receipt.person !== asker.person) return {};
  const { group, name, fields } = receipt.call;
  return form === `${group} ${name}` ? fields : {};
}

function isOld(receipt: Receipt, house: House): boolean {
  return house.clock().getTime() - Date.parse(receipt.at) > RECEIPT_DAYS * 86_400_000;
}

function jobOf(act: Press, receipt: Receipt, request: Request, house: House): Job | undefined {
  const { query, question = "" } = receipt;
  const kept = query && { query, question };
  const start = (name: string, fields: Fields, more: Partial<Job> = {}): Job | undefined => {
    // What stands under a digest leads to the same commands as what stands under an answer.
    const command = findCommand(house, receipt.call.group, name) ?? findCommand(house, "brief", name);
    const audience = request.public ? "public" : "private";
    return command && { command, fields, request, audience, ...more };
  };
  const again = (more: Partial<Job>) =>
    start(receipt.call.name, receipt.call.fields, { ...more, ...(kept && { kept }) });
  const asked = { question };
  switch (act.verb) {
    case "more":
    case "back":
      return again({ page: act.page ?? 1, audience: receipt.audience, receipt });
    case "share":
      return again({ page: act.page ?? 1, audience: "public" });
    case "timeline":
    case "network":
    case "sources":
      return kept && start(act.verb, asked, { kept });
    case "export":
      return kept && start("export", { ...asked, ...(act.value ? { format: act.value } : {}) }, { kept });
    case "event":
      return start("event", { id: act.value ?? "" });
    case "followup":
      return query && start("ask", { question: act.value ?? "" }, { previous: query });
    case "pick": {
      const command = findCommand(house, receipt.call.group, receipt.call.name);
      const previous = house.memory.threads.get(receipt.thread)?.query;
      const fields = command && pick(command, receipt.call.fields, act.value ?? "", request, house, previous);
      return fields && start(receipt.call.name, fields);
    }
    default: {
      const { group, name, fields } = receipt.call;
      const pressed = { verb: act.verb, value: act.value ?? "" };
      return findCommand(house, group, name)?.presses ? start(name, fields, { pressed }) : undefined;
    }
  }
}
