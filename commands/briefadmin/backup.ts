import { adminCommand, said } from "./command.ts";

export const backup = adminCommand({
  name: "backup",
  describe: "Copy all that people changed to a folder of its own",
  example: "backup",
  options: [],
  needs: "owner",
  reads: true,
  run: async (_call, _desk, curator) => {
    const folder = await curator.backup();
    if (curator.sound()) await curator.note("backup", folder);
    return said(
      "Backup made",
      [`It stands in ${folder}, beside the bot's other data; the newest ten are kept.`],
      ["To go back to it, stop the bot and put its files in the place of those in the folder above."],
    );
  },
});
