import { adminCommand, offering, said } from "./command.ts";
import { waiting } from "./waiting.ts";

export const status = adminCommand({
  name: "status",
  describe: "What the dataset holds, what waits, and whether all is sound",
  example: "status",
  options: [],
  needs: "curator",
  reads: true,
  run: async (_call, desk, curator) => {
    const { dataset, waiting: orphans } = curator.world();
    const { counts } = dataset.manifest;
    const changes = curator.changes().filter(({ kind }) => kind !== "undo");
    const undone = changes.filter(({ id }) => curator.isUndone(id)).length;
    const problems = curator.problems();
    const reply = {
      title: "Status",
      fields: [
        { name: "Dataset", value: `${counts.documents} documents, ${counts.events} events` },
        { name: "Changes by people", value: `${changes.length}, of which ${undone} are undone` },
        {
          name: "Waiting for review",
          value: String(waiting(undefined, curator).length),
        },
        ...(orphans.length > 0
          ? [{ name: "Changes whose documents are not in this dataset", value: orphans.join(", ") }]
          : []),
        { name: "You", value: `${curator.role}, ${desk.asker.person}` },
        { name: "Storage", value: problems.length === 0 ? "sound" : problems.join(" ") },
      ],
      audience: "private",
    } as const;
    if (curator.sound()) return reply;
    const closed = "Nothing can be changed until an owner has accepted what was loaded from the backup.";
    if (curator.role !== "owner") return { ...reply, notes: [closed] };
    const accept = {
      verb: "accept",
      label: "Accept what was loaded",
      style: "danger",
      way: async (_desk: unknown, now: typeof curator) => {
        await now.acceptBackup();
        await now.note("accept-backup", "");
        return said("Accepted", ["Data can be changed again."]);
      },
    } as const;
    return offering({ ...reply, notes: [closed] }, [accept], curator);
  },
});
