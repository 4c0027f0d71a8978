import type { AuditLine } from "../../src/bot/index.ts";
import { pageOf } from "../reply/page.ts";
import { adminCommand, said } from "./command.ts";
import { tellChange } from "./tell.ts";

export const audit = adminCommand({
  name: "audit",
  describe: "Who changed what, when, where and why, newest first; and what was refused",
  example: "audit",
  options: [{ name: "about", describe: "Only what is about an event, a change or a person", rest: true }],
  needs: "curator",
  reads: true,
  run: async ({ fields }, desk, curator) => {
    const about = fields.about?.toLowerCase();
    const all = curator.audit().map((line) => ({ line, words: wordsOf(line) }));
    const wanted = all.filter(
      ({ line, words }) =>
        about === undefined || `${line.about} ${line.by} ${words}`.toLowerCase().includes(about),
    );
    if (wanted.length === 0) return said("Audit", ["Nothing recorded."]);
    const { shown, page } = pageOf(wanted, desk.page);
    return {
      title: "Audit",
      items: shown.map(({ line, words }) => ({
        date: `${line.at.slice(0, 16).replace("T", " ")} UTC`,
        who: line.by,
        where: line.where,
        what: words,
        cites: [],
      })),
      ...(page && { page }),
      audience: "private",
    };
  },
});

function wordsOf({ what, about, change, undone }: AuditLine): string {
  if (change) return `${change.id}: ${tellChange(change)}${undone ? " (undone)" : ""}`;
  switch (what) {
    case "refused":
      return `was refused “${about}”`;
    case "role":
      return about;
    case "backup":
      return `made a backup: ${about}`;
    case "export":
      return `exported ${about}`;
    case "accept-backup":
      return "accepted what was loaded from a backup";
    case "forgotten":
      return "had what was stored about them deleted";
    default:
      return `${what} ${about}`;
  }
}
