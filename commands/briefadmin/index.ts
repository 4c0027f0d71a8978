import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { add } from "./add.ts";
import { alias } from "./alias.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { document } from "./document.ts";
import { edit } from "./edit.ts";
import { exporting, importing } from "./exchange.ts";
import { merge } from "./merge.ts";
import { office } from "./office.ts";
import { review } from "./review.ts";
import { role } from "./role.ts";
import { status } from "./status.ts";
import { undo } from "./undo.ts";
import { withdraw } from "./withdraw.ts";

/** Everything that changes data, in the order of the menu. */
export const briefadmin: readonly Command<Desk>[] = [
  add,
  edit,
  withdraw,
  merge,
  document,
  review,
  alias,
  office,
  importing,
  exporting,
  audit,
  undo,
  role,
  status,
  backup,
];
