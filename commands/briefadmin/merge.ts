import type { Draft } from "../../src/bot/index.ts";
import type { Event } from "../../src/model/event.ts";
import { adminCommand, confirming, said } from "./command.ts";
import { done } from "./done.ts";
import { uniteSources } from "./facts/sources.ts";
import { changedMeanwhile, noEvent } from "./gone.ts";
import { EVENT, REASON } from "./options.ts";
import { lines } from "./show.ts";

export const merge = adminCommand({
  name: "merge",
  describe: "Make two entries of one event into one; the old id leads to the other for ever",
  example: "merge event:E-12ab34cd into:E-56ef78gh",
  options: [
    { ...EVENT, describe: "The event that goes" },
    { ...EVENT, name: "into", describe: "The event that stays and takes its sources" },
    REASON,
  ],
  needs: "curator",
  run: async ({ fields }, desk, curator) => {
    const gone = curator.event(fields.event ?? "");
    const stays = curator.event(fields.into ?? "");
    if (gone === undefined) return noEvent(fields.event ?? "", desk);
    if (stays === undefined) return noEvent(fields.into ?? "", desk);
    const [before, kept] = [gone.event, stays.event];
    if (before.id === kept.id) return said("Nothing to merge", ["Both ids are of one event already."]);
    if (stays.listed)
      return said("Not merged", [
        `${kept.id} waits for review itself: approve it first, with “briefadmin review”.`,
      ]);
    const after: Event = { ...kept, sources: before.sources.reduce(uniteSources, kept.sources) };
    const draft: Draft = {
      kind: "merge",
      event: before.id,
      into: kept.id,
      before,
      kept,
      after,
      checksums: { ...curator.checksums(before), ...curator.checksums(kept) },
      why: fields.reason ?? "the same event",
    };
    const shown = lines([before, kept], desk);
    const preview = {
      ...said(`Merge ${before.id} into ${kept.id}?`, [
        `${before.id} goes, and its id leads to ${kept.id} for ever; ${kept.id} keeps what it says and takes the other's sources.`,
      ]),
      items: shown.items.map((item, at) => ({ ...item, heading: at === 0 ? "Goes" : "Stays" })),
      sources: shown.sources,
    };
    const same = (now: typeof curator) =>
      [before, kept].every((one) => JSON.stringify(now.event(one.id)?.event) === JSON.stringify(one));
    return confirming(
      preview,
      async (later, now) =>
        same(now) ? done("Merged", await now.write([draft]), later, now) : changedMeanwhile(before.id),
      curator,
      "danger",
    );
  },
});
