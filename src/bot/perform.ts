import type { Command } from "../chat/command.ts";
import type { Receipt } from "../chat/memory.ts";
import type { Button, Reply } from "../chat/reply.ts";
import type { Request, Upload } from "../chat/request.ts";
import type { Briefing } from "../model/briefing.ts";
import type { Fields } from "../model/engine.ts";
import type { Query } from "../model/query.ts";
import { type Desk, openDesk } from "./desk.ts";
import { type House, menuOf } from "./house.ts";
import { personalOf } from "./personal.ts";
import { misfit } from "./refuse.ts";
import { checkFields } from "./words/fields.ts";

/** One call of a command. */
export type Job = {
  readonly command: Command<Desk>;
  readonly fields: Fields;
  readonly upload?: Upload;
  readonly request: Request;
  readonly audience: "private" | "public";
  readonly page?: number;
  readonly previous?: Query;
  readonly kept?: { readonly query: Query; readonly question: string };
  /** The receipt that the reply goes on referring to: turning a page makes no new one. */
  readonly receipt?: Receipt;
  /** A button of the command's own. */
  readonly pressed?: { readonly verb: string; readonly value: string };
};

/** A reply, and the briefing that it puts into words, where it does. */
export type Outcome = { readonly reply: Reply; readonly briefing?: Briefing };

/** Calls a command, gives its reply what belongs to every reply, and remembers what its buttons refer to. */
export async function perform(job: Job, house: House): Promise<Outcome> {
  const { command, request, audience } = job;
  const { desk, asked } = openDesk({
    log: house.log,
    engine: house.engine,
    dataset: house.dataset,
    menu: menuOf(house.commands),
    asker: request.asker,
    page: job.page ?? 1,
    audience,
    personal: personalOf(request.asker, house),
    ...(job.previous && { previous: job.previous }),
    ...(job.kept && { kept: job.kept }),
    ...(house.curation && { curation: house.curation }),
    ...(house.digests && { digests: house.digests }),
  });
  // What stands in a receipt was checked when it was given; the file that came with it is not kept.
  const checked = job.pressed
    ? ({ kind: "fit", fields: job.fields } as const)
    : checkFields(command, job.fields, job.upload);
  if (checked.kind !== "fit")
    return { reply: (await command.gate?.(request, desk)) ?? misfit(command, checked, job.fields) };
  const call = {
    request,
    fields: checked.fields,
    ...(job.upload && { upload: job.upload }),
    ...(job.pressed && { pressed: job.pressed }),
  };
  const reply = { ...(await command.run(call, desk)), audience };
  const briefing = asked();
  const buttons = allButtons(reply, job);
  const whole = { ...reply, ...(buttons.length > 0 && { buttons }) };
  const known = await remember(job, checked.fields, whole, briefing, house);
  return { reply: known, ...(briefing && { briefing }) };
}

/** Turning pages and sharing work alike for every command, so they are added here. */
function allButtons(reply: Reply, { command, request }: Job): readonly Button[] {
  const { page, buttons = [], audience } = reply;
  const back = page && page.page > 1 ? [{ verb: "back", label: "Back", page: page.page - 1 }] : [];
  const more = page && page.page < page.pages ? [{ verb: "more", label: "More", page: page.page + 1 }] : [];
  const canShare =
    command.group !== "briefadmin" &&
    // What waits for a person's word is theirs alone.
    buttons.every(({ verb }) => verb !== "confirm") &&
    audience === "private" &&
    request.asker.workspace !== undefined &&
    isAnswer(reply);
  const share = canShare ? [{ verb: "share", label: "Share", page: page?.page ?? 1 }] : [];
  return [...back, ...more, ...buttons, ...share];
}

/** A form, a menu or a bare sentence is nothing to share. */
const isAnswer = ({ form, choices, items, fields, understood, file }: Reply): boolean =>
  form === undefined &&
  (items !== undefined || choices === undefined) &&
  (items ?? fields ?? understood ?? file) !== undefined;

/**
 * Keeps what the reply's buttons refer to, and the query that a follow-up goes on from. A memory that can't be
 * written costs the buttons and not the answer.
 */
async function remember(
  job: Job,
  fields: Fields,
  reply: Reply,
  briefing: Briefing | undefined,
  house: House,
): Promise<Reply> {
  const { memory, log } = house;
  const { asker } = job.request;
  const needsReceipt = (reply.buttons ?? reply.choices ?? reply.form) !== undefined;
  if (job.receipt) return needsReceipt ? { ...reply, receipt: job.receipt.id } : reply;
  const receipt = needsReceipt ? receiptOf(job, fields, briefing, house) : undefined;
  const query = briefing?.query;
  try {
    await Promise.all([
      query && memory.threads.put(asker.thread, { query, at: asker.at }),
      receipt && memory.receipts.put(receipt),
    ]);
    return receipt ? { ...reply, receipt: receipt.id } : reply;
  } catch (error) {
    log.error({ err: error }, "what an answer's buttons refer to could not be kept");
    const { buttons: _, choices: __, ...bare } = reply;
    return { ...bare, notes: [...(reply.notes ?? []), FORGETFUL] };
  }
}

const FORGETFUL = "Buttons and follow-ups are not available just now; a new question works as always.";

function receiptOf(job: Job, fields: Fields, briefing: Briefing | undefined, house: House): Receipt {
  const { asker } = job.request;
  const { group, name } = job.command;
  return {
    id: house.token(),
    person: asker.person,
    channel: asker.channel,
    thread: asker.thread,
    at: asker.at,
    audience: job.audience,
    // A message that was checked is somebody's words: its query is kept, and not the message.
    call: { group, name, fields: job.request.act.kind === "check" ? {} : fields },
    ...(briefing?.query && { query: briefing.query }),
    ...(briefing && { question: briefing.question }),
  };
}
