import type { Curator, Desk, Draft, Way } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Event } from "../../src/model/event.ts";
import type { Day } from "../../src/model/when.ts";
import { approved } from "./approve.ts";
import { adminCommand, confirming, offering, said } from "./command.ts";
import { done } from "./done.ts";
import { editedEvent, inOrder, wordsOf } from "./facts/index.ts";
import { EDIT, editForm, formFor } from "./form.ts";
import { changedMeanwhile, noEvent } from "./gone.ts";
import { nextOf } from "./review.ts";
import { differences } from "./show.ts";

export const edit = adminCommand({
  ...EDIT,
  needs: "curator",
  run: async ({ fields }, desk, curator) => {
    const found = curator.event(fields.event ?? "");
    if (found === undefined) return noEvent(fields.event ?? "", desk);
    const { event } = found;
    if (Object.keys(fields).length === 1) return filledForm(event, desk, curator);
    const wanted = editedEvent(event, fields, desk, curator);
    const problems = [
      ...("problems" in wanted ? wanted.problems : []),
      ...(fields.reason === undefined ? ["reason: say why, so that readers of the answer know."] : []),
    ];
    if ("problems" in wanted || fields.reason === undefined)
      return { ...said("Not changed yet", problems), form: editForm(fields) };
    return confirmEdit(found, wanted, fields.reason, desk, curator);
  },
});

/** What the event says now, with the form under a button: platforms open one as their first sign only. */
function filledForm(event: Event, desk: Desk, curator: Curator): Reply {
  const fields = Object.entries(wordsOf(event, desk)).map(([name, value]) => ({
    name,
    value: value || "nothing",
  }));
  const text = ["This is what it says now. Change what is wrong, and say why."];
  const way: Way = async (later) => formFor(event, later);
  return offering(
    { ...said(`Edit ${event.id}`, text), fields },
    [{ verb: "fill", label: "Open the form", opens: "form", way }],
    curator,
  );
}

type Wanted = Extract<ReturnType<typeof editedEvent>, { readonly event: Event }>;

/** An event that waits for review enters answers as it was edited. */
function confirmEdit(
  { event: before, listed }: { readonly event: Event; readonly listed: boolean },
  { event: wanted, documents, notes }: Wanted,
  reason: string,
  desk: Desk,
  curator: Curator,
): Reply {
  const [was, is] = [inOrder(before), wanted].map((event) => JSON.stringify(event));
  if (was === is) return said("Nothing to change", ["The event says that already."]);
  const onlySource =
    JSON.stringify({ ...inOrder(before), sources: 0 }) === JSON.stringify({ ...wanted, sources: 0 });
  const on = desk.asker.at.slice(0, 10) as Day;
  const changed: Event = { ...wanted, review: "edited", corrected: { on, reason: cut(reason, 300) } };
  const after: Event = onlySource
    ? wanted
    : { ...changed, ...(listed && { confidence: approved(before).confidence }) };
  const draft: Draft = {
    kind: onlySource ? "source" : listed ? "accept" : "edit",
    event: before.id,
    before,
    after,
    checksums: curator.checksums(before),
    documents,
    why: reason,
  };
  const fields = differences(before, after, desk, documents);
  const preview: Reply = {
    ...said(`Change ${before.id}?`, [before.summary], notes),
    ...(fields && { fields }),
  };
  return confirming(
    preview,
    async (later, now) => {
      if (JSON.stringify(now.event(before.id)?.event) !== JSON.stringify(before))
        return changedMeanwhile(before.id);
      const changes = await now.write([draft]);
      const waited = listed || before.review === "listed";
      const [change] = changes;
      if (!waited || onlySource) return done("Corrected", changes, later, now);
      const lead = `Corrected ${before.id}: answers show it so from now on (change ${change?.id}).`;
      return nextOf(before.sources[0]?.document, [lead], later, now);
    },
    curator,
  );
}
