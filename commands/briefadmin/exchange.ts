import { adminCommand, confirming, said } from "./command.ts";
import { done } from "./done.ts";

export const exporting = adminCommand({
  name: "export",
  describe: "The whole dataset with people's changes, as a file that import takes",
  example: "export",
  options: [],
  needs: "curator",
  reads: true,
  run: async (_call, desk, curator) => {
    const { counts } = curator.world().dataset.manifest;
    const changes = curator.changes().length;
    const content = curator.exported();
    if (curator.sound()) await curator.note("export", `${counts.events} events and ${changes} changes`);
    const name = `attache-dataset-${desk.today}.json`;
    return {
      title: "Export",
      text: [`${counts.events} events of ${counts.documents} documents, and ${changes} changes.`],
      file: {
        name,
        type: "application/json",
        content,
        description: "The dataset with people's changes, as JSON",
      },
      notes: [
        "Who made the changes is not in the file.",
        ...(counts.events > curator.exportedAtMost
          ? [
              "The dataset is too large for a file in chat, so only the changes are in it; copy its folder for the rest.",
            ]
          : []),
      ],
      audience: "private",
    };
  },
});

export const importing = adminCommand({
  name: "import",
  describe: "Take in what another Attaché exported; what is here already stays as it is",
  example: "import",
  options: [
    {
      name: "file",
      describe: "The file that “briefadmin export” wrote, up to 5 MB",
      type: "file",
      required: true,
    },
  ],
  needs: "owner",
  run: async ({ upload }, _desk, curator) => {
    if (upload === undefined)
      return said("Nothing to import", ["Attach the file that “briefadmin export” wrote."]);
    const read = curator.imported(upload.bytes, upload.name);
    if (read.kind === "refused")
      return said("Not imported", [`The file was not taken: ${read.why}. Nothing was changed.`]);
    const { changes, deed, known } = read;
    if (changes.length === 0 && deed === undefined)
      return said("Nothing to import", ["All that the file holds is here already."]);
    const preview = {
      ...said("Import this?", ["What is here already stays as it is."]),
      fields: [
        { name: "New changes", value: String(changes.length) },
        { name: "Changes known already", value: String(known) },
        { name: "New events", value: String(deed?.events.length ?? 0) },
        { name: "New documents", value: String(deed?.documents.length ?? 0) },
      ],
    };
    return confirming(
      preview,
      async (later, now) => {
        const again = now.imported(upload.bytes, upload.name);
        if (again.kind === "refused") return said("Not imported", [`${again.why}.`]);
        return done("Imported", await now.takeIn(again.changes, again.deed), later, now);
      },
      curator,
      "danger",
    );
  },
});
