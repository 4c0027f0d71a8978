import type { Desk } from "../src/bot/index.ts";
import type { Command } from "../src/chat/command.ts";
import { ask } from "./brief/ask.ts";
import { between } from "./brief/between.ts";
import { coverage } from "./brief/coverage.ts";
import { event } from "./brief/event.ts";
import { events } from "./brief/events.ts";
import { exporting } from "./brief/export.ts";
import { forgetMe } from "./brief/forget-me.ts";
import { help } from "./brief/help.ts";
import { itinerary } from "./brief/itinerary.ts";
import { met } from "./brief/met.ts";
import { network } from "./brief/network.ts";
import { profile } from "./brief/profile.ts";
import { source } from "./brief/source.ts";
import { timeline } from "./brief/timeline.ts";
import { briefadmin } from "./briefadmin/index.ts";
import { digestCommands, issue } from "./digest/index.ts";
import { check } from "./unlisted/check.ts";
import { home } from "./unlisted/home.ts";
import { search } from "./unlisted/search.ts";
import { sources } from "./unlisted/sources.ts";

export { openWording } from "./digest/index.ts";
export { QUESTIONS } from "./examples.ts";
export { commandTable } from "./table.ts";

/** Every command of the menu, in its order. */
export const commands: readonly Command<Desk>[] = [
  ask,
  met,
  events,
  between,
  itinerary,
  profile,
  timeline,
  network,
  event,
  source,
  coverage,
  exporting,
  help,
  forgetMe,
  ...digestCommands,
  ...briefadmin,
];

/** Answers to what is no command of the menu: a message pointed at, the front page, the form, a button. */
export const unlisted: readonly Command<Desk>[] = [check, home, search, sources, issue];
