import { EVERY } from "../../../src/bot/index.ts";
import type { Option } from "../../../src/chat/command.ts";

export const DIGEST: Option = {
  name: "digest",
  describe: "A digest's number, as the list shows it",
  required: true,
  suggest: "digest",
  rest: true,
};

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** How late a post may be, in minutes, by the word that a person chooses. */
export const LATENESS: Readonly<Record<string, number>> = {
  "30m": 30,
  "1h": 60,
  "3h": 180,
  "6h": 360,
  "12h": 720,
  "1d": 1440,
  "3d": 4320,
};

/** What a person can set of a digest: the same options make and change one. */
export const SETTINGS: readonly Option[] = [
  { name: "every", describe: "How often", choices: EVERY.map((value) => ({ value, label: value })) },
  { name: "on", describe: "For week: a weekday. For month: a day of it, 1 to 31" },
  { name: "time", describe: "At what time there, such as 09:00" },
  { name: "zone", describe: "The time zone, such as Europe/Kyiv", suggest: "zone" },
  { name: "channel", describe: "Where it is posted; here unless another is named", type: "channel" },
  {
    name: "sections",
    describe: "What it tells",
    choices: choices({
      "new+anniversaries": "new and changed, on this day",
      all: "new and changed, coming up, on this day",
      new: "new and changed",
      upcoming: "coming up",
      anniversaries: "on this day",
      "new+upcoming": "new and changed, coming up",
      "upcoming+anniversaries": "coming up, on this day",
    }),
  },
  {
    name: "empty",
    describe: "What to do when there is nothing to tell",
    choices: choices({ skip: "post nothing", note: "say so" }),
  },
  {
    name: "catchup",
    describe: "What to do with posts that an outage prevented",
    choices: choices({ once: "post the last one, late", skip: "leave them out" }),
  },
  {
    name: "latest",
    describe: "How late it may still be posted",
    choices: choices({
      "30m": "half an hour",
      "1h": "an hour",
      "3h": "three hours",
      "6h": "six hours",
      "12h": "twelve hours",
      "1d": "a day",
      "3d": "three days",
    }),
  },
];
