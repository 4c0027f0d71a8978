import { manifest } from "../adapters/slack/menu.ts";

const USAGE = "npm run --silent slack:manifest -- https://bot.example.org";

/** Prints the manifest of a Slack app that is reached over HTTP at the given address. */
const [address = ""] = process.argv.slice(2);
if (URL.canParse(address)) process.stdout.write(`${JSON.stringify(manifest(address), null, 2)}\n`);
else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
