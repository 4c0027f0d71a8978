import { z } from "zod";
import { type Change, type ChangeBook, undoneOf } from "../../dataset/changes/index.ts";
import type { Instant } from "../../model/when.ts";
import type { Store } from "../../store/index.ts";
import type { People } from "./people.ts";

/** Something that was done or refused and is no change of data: a role, a backup, an export, a refusal. */
export type AuditEntry = {
  readonly at: Instant;
  /** A key of people. */
  readonly by: string;
  /** Address of the workspace or channel. */
  readonly where: string;
  readonly what: "refused" | "role" | "backup" | "export" | "accept-backup" | "forgotten";
  readonly about: string;
};

/** One line of the audit, a change of data or another act. */
export type AuditLine = {
  readonly at: Instant;
  readonly by: string;
  readonly where: string;
  readonly what: string;
  readonly about: string;
  readonly change?: Change;
  readonly undone?: boolean;
};

const schema: z.ZodType<AuditEntry> = z.looseObject({
  at: z.iso.datetime(),
  by: z.string(),
  where: z.string(),
  what: z.enum(["refused", "role", "backup", "export", "accept-backup", "forgotten"]),
  about: z.string(),
});

/** Who did what, when and where: changes and other acts, newest first, with names as they are known today. */
export async function openAudit(store: Store, book: ChangeBook, people: People) {
  const ledger = await store.openLedger({ name: "audit", schema });
  return {
    write: (entry: AuditEntry) => ledger.append(entry),
    lines(): readonly AuditLine[] {
      const undone = undoneOf(book.changes());
      const acts = ledger
        .entries()
        .map((entry) => ({ ...entry, by: people.nameOf(entry.by), about: aboutOf(entry, people) }));
      const changes = book.changes().map((change) => ({
        at: change.at,
        by: people.nameOf(change.by),
        where: change.where,
        what: change.kind,
        about: change.id,
        change,
        undone: undone.has(change.id),
      }));
      // Both are in the order in which they were written; of one instant the change comes first.
      return [...acts, ...changes].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).toReversed();
    },
  };
}

/** A role is kept with the key of the person that it was given to. */
function aboutOf({ what, about }: AuditEntry, people: People): string {
  if (what !== "role") return about;
  const [role, key = ""] = about.split(" ");
  return `made ${people.nameOf(key)} ${role === "owner" ? "an" : "a"} ${role}`;
}
