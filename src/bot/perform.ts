import type { Command } from "../chat/command.ts";
import type { Receipt } from "../chat/memory.ts";
import type { Button, Reply } from "../chat/reply.ts";
import type { Request, Upload } from "../chat/request.ts";
import type { Briefing } from "../model/briefing.ts";
import type { Fields } from "../model/engine.ts";
import type { Query } from "../model/query.ts";
import { type Desk, openDesk } from "./desk.ts";
import { checkFields } from "./fields.ts";
import { type House, menuOf } from "./house.ts";
import { misfit } from "./refuse.ts";

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
};

/** A reply, and the briefing that it puts into words, where it does. */
export type Outcome = { readonly reply: Reply; readonly briefing?: Briefing };

/** Calls a command, gives its reply what belongs to every reply, and remembers what its buttons refer to. */
export async function perform(job: Job, house: House): Promise<Outcome> {
  const { command, request, audience } = job;
  const checked = checkFields(command, job.fields, job.upload);
  if (checked.kind !== "fit") return { reply: misfit(command, checked, job.fields) };
  const { desk, asked } = openDesk({
    engine: house.engine,
    dataset: house.dataset,
    menu: menuOf(house.commands),
    asker: request.asker,
    page: job.page ?? 1,
    audience,
    ...(job.previous && { previous: job.previous }),
    ...(job.kept && { kept: job.kept }),
  });
  const call = { request, fields: checked.fields, ...(job.upload && { upload: job.upload }) };
  const reply = { ...(await command.run(call, desk)), audience };
  const briefing = asked();
  const buttons = allButtons(reply, request);
  if (briefing?.query && !job.receipt) {
    await house.memory.threads.put(request.asker.thread, { query: briefing.query, at: request.asker.at });
  }
  if (buttons.length === 0 && !reply.choices) return { reply, ...(briefing && { briefing }) };
  const receipt = job.receipt?.id ?? (await remember(job, checked.fields, briefing, house));
  const dressed = { ...reply, ...(buttons.length > 0 && { buttons }), receipt };
  return { reply: dressed, ...(briefing && { briefing }) };
}

/** Turning pages and sharing work alike for every command, so they are added here. */
function allButtons(reply: Reply, request: Request): readonly Button[] {
  const { page, buttons = [], audience } = reply;
  const back = page && page.page > 1 ? [{ verb: "back", label: "Back", page: page.page - 1 }] : [];
  const more = page && page.page < page.pages ? [{ verb: "more", label: "More", page: page.page + 1 }] : [];
  const canShare = audience === "private" && request.asker.workspace !== undefined && isAnswer(reply);
  const share = canShare ? [{ verb: "share", label: "Share", page: page?.page ?? 1 }] : [];
  return [...back, ...more, ...buttons, ...share];
}

/** A form or a bare sentence is nothing to share. */
const isAnswer = ({ form, items, fields, understood, file }: Reply): boolean =>
  form === undefined && (items ?? fields ?? understood ?? file) !== undefined;

async function remember(job: Job, fields: Fields, briefing: Briefing | undefined, house: House) {
  const { asker } = job.request;
  const id = house.token();
  await house.memory.receipts.put({
    id,
    person: asker.person,
    channel: asker.channel,
    thread: asker.thread,
    at: asker.at,
    audience: job.audience,
    call: { group: job.command.group, name: job.command.name, fields },
    ...(briefing?.query && { query: briefing.query }),
    ...(briefing && { question: briefing.question }),
  });
  return id;
}
