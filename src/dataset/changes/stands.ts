import type { Event } from "../../model/event.ts";
import type { Change, ChangeId } from "./types.ts";

/**
 * The changes that count, in their order: those that an `undo` which counts takes back are left out, and so are the
 * undos themselves.
 */
export function standing(changes: readonly Change[]): readonly Change[] {
  const undone = undoneOf(changes);
  return changes.filter(({ id, kind }) => kind !== "undo" && !undone.has(id));
}

/** Ids of changes that are taken back. An undo that was itself undone takes nothing back. */
export function undoneOf(changes: readonly Change[]): ReadonlySet<ChangeId> {
  const undone = new Set<ChangeId>();
  for (const change of changes.toReversed())
    if (change.kind === "undo" && !undone.has(change.id)) undone.add(change.undoes);
  return undone;
}

/** Changes that stand on one: they came later, count, and need what it touched as it left it. */
export function standOn(id: ChangeId, changes: readonly Change[]): readonly Change[] {
  const at = changes.findIndex((change) => change.id === id);
  const change = changes[at];
  if (change === undefined) return [];
  const given = new Set(gives(change, changes));
  const later = new Set(changes.slice(at + 1));
  return standing(changes).filter((other) => later.has(other) && needs(other).some((one) => given.has(one)));
}

/** Ids of the events, documents and names that a change brings or alters. */
function gives(change: Change, changes: readonly Change[]): readonly string[] {
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
      return [change.event, change.into];
    case "alias":
      return [`${change.of} ${change.alias}`];
    case "office":
      return [officeKey(change)];
    case "document":
      return [change.document, ...change.found].map(({ id }) => id);
    case "import":
      return [...change.documents, ...change.events].map((one) => one.id);
    case "undo": {
      const undone = changes.find((one) => one.id === change.undoes);
      return undone ? gives(undone, changes) : [];
    }
  }
}

/** What a change can't do without; the documents that it brings along are not among them. */
function needs(change: Change): readonly string[] {
  switch (change.kind) {
    case "add":
      return cited(change.after, change.documents);
    case "edit":
    case "accept":
    case "source":
      return [change.event, ...cited(change.after, change.documents)];
    case "withdraw":
    case "reject":
      return [change.event];
    case "merge":
      return [change.event, change.into];
    case "alias":
      return [`${change.of} ${change.alias}`];
    case "office":
      return [officeKey(change)];
    case "document":
    case "import":
    case "undo":
      return [];
  }
}

const cited = ({ sources }: Event, own: readonly { readonly id: string }[]) =>
  sources.map(({ document }) => document).filter((id) => !own.some((document) => document.id === id));

const officeKey = ({ of, office }: Extract<Change, { kind: "office" }>) =>
  `${of} ${office.office} ${office.of} ${office.from}`;
