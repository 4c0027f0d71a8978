import type { Desk } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { add } from "./add.ts";
import { audit } from "./audit.ts";
import { edit } from "./edit.ts";
import { merge } from "./merge.ts";
import { undo } from "./undo.ts";
import { withdraw } from "./withdraw.ts";

/** Everything that changes data, in the order of the menu. */
export const briefadmin: readonly Command<Desk>[] = [add, edit, withdraw, merge, undo, audit];
