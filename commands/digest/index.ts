import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { create } from "./create.ts";
import { deleting } from "./delete.ts";
import { edit } from "./edit.ts";
import { history } from "./history.ts";
import { list } from "./list.ts";
import { next } from "./next.ts";
import { pause } from "./pause.ts";
import { preview } from "./preview.ts";
import { resume } from "./resume.ts";
import { run } from "./run.ts";
import { show } from "./show.ts";
import { why } from "./why.ts";

export { issue } from "./issue.ts";
export { openWording } from "./words/wording.ts";

/** The commands of digests, in the order of the menu. */
export const digestCommands: readonly Command<Desk>[] = [
  create,
  list,
  show,
  edit,
  preview,
  run,
  pause,
  resume,
  next,
  history,
  why,
  deleting,
];
