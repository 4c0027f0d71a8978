import type { Curator, Desk, Way } from "../../src/bot/index.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Event, EventId } from "../../src/model/event.ts";
import { sameOrNot } from "./add.ts";
import { lookAlikes } from "./alike.ts";
import { approving } from "./approve.ts";
import { adminCommand, type Choice, offering, said } from "./command.ts";
import { formFor } from "./form.ts";
import { changedMeanwhile } from "./gone.ts";
import { whole } from "./show.ts";
import { waiting } from "./waiting.ts";

export const review = adminCommand({
  name: "review",
  describe: "What reading was unsure of, oldest first: approve, edit or reject it",
  example: "review",
  options: [{ name: "document", describe: "Only what this document tells", suggest: "document", rest: true }],
  needs: "curator",
  run: async ({ fields }, desk, curator) => {
    const { document } = fields;
    if (document === undefined) return nextOf(undefined, [], desk, curator);
    const linked = desk.link({ ask: "events", source: document });
    const id = linked.kind === "query" ? linked.query.source : undefined;
    return id === undefined
      ? said("No such document", [
          `“${document}” names no document of the dataset, or several: write its id.`,
        ])
      : nextOf(id, [], desk, curator);
  },
});

/** The next one to decide on, after what was just done; `skipped` are left for later. */
export function nextOf(
  document: string | undefined,
  lead: readonly string[],
  desk: Desk,
  curator: Curator,
  skipped: ReadonlySet<EventId> = new Set(),
): Reply {
  const all = waiting(document, curator);
  const event = all.find(({ id }) => !skipped.has(id));
  const left = all.length === 1 ? "1 event waits" : `${all.length} events wait`;
  if (event === undefined)
    return said("Review", [
      ...lead,
      all.length > 0
        ? `That was the last one; ${left}.`
        : document === undefined
          ? "Nothing waits for review."
          : "Nothing more of this document waits for review.",
    ]);
  const { dataset } = curator.world();
  const shown = whole(event, { ...desk, dataset });
  const listed = curator.event(event.id)?.listed ?? false;
  const meaning = listed
    ? "Approve it, and it enters answers; reject it, and it never does."
    : "Answers show it already, with its doubts marked. Approve it to have it confirmed; reject it to take it out.";
  const next =
    (words: string): Way =>
    async (later, now) =>
      nextOf(document, [words], later, now, skipped);
  const guarded =
    (way: Way): Way =>
    async (later, now) =>
      JSON.stringify(now.event(event.id)?.event) === JSON.stringify(event)
        ? way(later, now)
        : changedMeanwhile(event.id);
  const choices: readonly Choice[] = [
    { verb: "approve", label: "Approve", style: "primary", way: guarded(approve(event, listed, next)) },
    { verb: "edit", label: "Edit", opens: "form", way: async (later) => formFor(event, later) },
    { verb: "reject", label: "Reject", style: "danger", way: guarded(reject(event, next)) },
    {
      verb: "skip",
      label: "Skip",
      way: async (later, now) => nextOf(document, [], later, now, new Set([...skipped, event.id])),
    },
  ];
  const first = all.length === 1 ? "" : " This is one of them.";
  return offering(
    { ...said("Review", [...lead, `${left} for review.${first} ${meaning}`]), ...shown },
    choices,
    curator,
    "Approving and rejecting are written at once, and can be undone. The buttons wait for ten minutes, for you alone.",
  );
}

/** Approves at once, or asks first whether it is what is recorded already. */
const approve =
  (event: Event, listed: boolean, next: (words: string) => Way): Way =>
  async (desk, curator) => {
    const draft = approving(event, curator.checksums(event));
    const alike = listed ? lookAlikes(event, desk).map(({ id }) => id) : [];
    if (alike.length > 0) return sameOrNot(event, alike, [], draft, desk, curator);
    const [change] = await curator.write([draft]);
    return next(`Approved ${event.id} (change ${change?.id}).`)(desk, curator);
  };

const reject =
  (event: Event, next: (words: string) => Way): Way =>
  async (desk, curator) => {
    const [change] = await curator.write([
      {
        kind: "reject",
        event: event.id,
        before: event,
        checksums: curator.checksums(event),
        why: "rejected on review",
      },
    ]);
    return next(`Rejected ${event.id} (change ${change?.id}).`)(desk, curator);
  };
