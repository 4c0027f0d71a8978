import { type Digest, type Entry, inWords, type Section } from "../../../src/bot/index.ts";
import type { Asker } from "../../../src/chat/request.ts";
import { instantWords, scheduleWords } from "./times.ts";

export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  new: "what is new or changed",
  upcoming: "what is planned for the days ahead",
  anniversaries: "what happened on this day in earlier years",
};

/** "what is new or changed, and what happened on this day in earlier years". */
export const sectionsWords = (sections: readonly Section[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(sections.map((each) => SECTION_WORDS[each]));

/** A channel as its readers know it. */
export const channelWords = (digest: Pick<Digest, "address">, asker: Asker): string =>
  digest.address === asker.channel ? "this channel" : digest.address;

/** A digest in one line. */
export function lineOf(digest: Digest, asker: Asker): string {
  const paused = digest.paused ? `; paused: ${digest.paused.why}` : "";
  return `${digest.question} · ${scheduleWords(digest.schedule)} · ${channelWords(digest, asker)}${paused}`;
}

/** Everything that was set, name by value. */
export function fieldsOf(digest: Digest, told: string, asker: Asker) {
  const { schedule, paused } = digest;
  const all: readonly (readonly [string, string | undefined])[] = [
    ["Question", digest.question],
    ["Understood", told],
    ["When", scheduleWords(schedule)],
    ["Where", channelWords(digest, asker)],
    ["Tells", sectionsWords(digest.sections)],
    ["When there is nothing", digest.empty === "skip" ? "it posts nothing" : "it says so"],
    [
      "After an outage",
      digest.catchUp === "skip"
        ? "it does not catch up"
        : `the last one is posted late, up to ${inWords(digest.maxLateness)}`,
    ],
    ["Paused", paused && `${paused.why} (${instantWords(paused.at, schedule.zone, asker.locale)})`],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

/** What became of a slot, in words. */
export function stateWords(entry: Entry): string {
  const why = entry.why === undefined ? "" : `: ${entry.why}`;
  switch (entry.state) {
    case "pending":
      return "is being posted";
    case "sent":
      return `posted${why}`;
    case "sent-late":
      return `posted late${why}`;
    case "skipped-empty":
      return "not posted: there was nothing to tell";
    case "merged-into":
      return `taken in by the post of ${slotWords(entry.into)}`;
    case "missed":
      return `missed${why}`;
    case "failed":
      return `not posted, its news come with the next one${why}`;
    case "ambiguous":
      return `not known whether it arrived${why}`;
  }
}

/** `1@2026-03-21T09:00[Europe/Kyiv]` as "2026-03-21 09:00 (Europe/Kyiv)". */
function slotWords(key = ""): string {
  const m = /^\d+@(.{10})T(.{5})\[(.+)\]$/.exec(key);
  return m ? `${m[1]} ${m[2]} (${m[3]})` : "a later slot";
}
