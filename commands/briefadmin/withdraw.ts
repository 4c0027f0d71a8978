import type { Draft } from "../../src/bot/index.ts";
import { adminCommand, confirming, said } from "./command.ts";
import { done } from "./done.ts";
import { changedMeanwhile, noEvent } from "./gone.ts";
import { EVENT, REASON } from "./options.ts";
import { whole } from "./show.ts";

export const withdraw = adminCommand({
  name: "withdraw",
  describe: "Take an event out of all answers; its id says what happened",
  example: 'withdraw event:E-12ab34cd reason:"the report was retracted"',
  options: [EVENT, { ...REASON, required: true, rest: true }],
  needs: "curator",
  run: async ({ fields }, desk, curator) => {
    const found = curator.event(fields.event ?? "");
    if (found === undefined) return noEvent(fields.event ?? "", desk);
    const { event: before } = found;
    const draft: Draft = {
      kind: "withdraw",
      event: before.id,
      before,
      checksums: curator.checksums(before),
      why: fields.reason ?? "",
    };
    const preview = {
      ...said(`Withdraw ${before.id}?`, [`It will vanish from all answers. Reason: ${fields.reason}`]),
      ...whole(before, desk),
    };
    return confirming(
      preview,
      async (later, now) => {
        if (JSON.stringify(now.event(before.id)?.event) !== JSON.stringify(before))
          return changedMeanwhile(before.id);
        return done("Withdrawn", await now.write([draft]), later, now);
      },
      curator,
      "danger",
    );
  },
});
