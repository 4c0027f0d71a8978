import type { Curator, Desk } from "../../src/bot/index.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { lines } from "./show.ts";
import { tellChange } from "./tell.ts";

type Changes = Awaited<ReturnType<Curator["write"]>>;

/** What was written, the events as they are now, and the way back. */
export function done(title: string, changes: Changes, desk: Desk, curator: Curator): Reply {
  const ids = changes.flatMap((change) => {
    switch (change.kind) {
      case "add":
        return [change.after.id];
      case "edit":
      case "accept":
      case "source":
      case "withdraw":
      case "reject":
        return [change.event];
      case "merge":
        return [change.into];
      default:
        return [];
    }
  });
  const events = ids.flatMap((id) => curator.event(id)?.event ?? []).slice(0, 10);
  const { dataset } = curator.world();
  const shown = lines(events, { ...desk, dataset });
  const [first] = changes;
  const back =
    changes.length === 1 && first
      ? `This is change ${first.id}; “briefadmin undo change:${first.id}” takes it back.`
      : `These are ${changes.length} changes, ${changes[0]?.id} to ${changes.at(-1)?.id}; “briefadmin audit” lists them, and each can be undone.`;
  const [only] = ids;
  return {
    title: ids.length === 1 && only && !title.includes(only) ? `${title}: ${only}` : title,
    text: wordsOf(changes),
    ...(shown.items.length > 0 && { items: shown.items, sources: shown.sources }),
    notes: [back],
    audience: "private",
  };
}

function wordsOf(changes: Changes): readonly string[] {
  const gone = changes.filter(({ kind }) => kind === "withdraw" || kind === "reject");
  if (gone.length === changes.length)
    return ["It is in no answer any more; its id says when it was taken out, and why."];
  const [only, ...more] = changes;
  const bare = only !== undefined && more.length === 0 && ["alias", "office"].includes(only.kind);
  return [...(bare ? [`${sentenceCase(tellChange(only))}.`] : []), "Every answer shows it from now on."];
}

const sentenceCase = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
