import type { Day } from "../model/when.ts";

/** Last day of each long-term line of Node.js (github.com/nodejs/Release, schedule.json). */
const END_OF_LIFE: Readonly<Record<string, Day>> = {
  "20": "2026-04-30",
  "22": "2027-04-30",
  "24": "2028-04-30",
};

/** A sentence where the running line of Node gets no more security fixes, else undefined. */
export function outlived(version: string, today: Day): string | undefined {
  const line = version.replace(/^v/, "").split(".")[0] ?? "";
  const end = END_OF_LIFE[line];
  if (end === undefined || today <= end) return undefined;
  return `Node ${line} gets no security fixes since ${end}; run a supported line such as 24`;
}
