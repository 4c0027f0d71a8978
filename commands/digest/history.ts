import { type Desk, type Digest, type Entry, maySettle, settleButtons } from "../../src/bot/index.ts";
import type { Call, Command } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { exampleOf } from "../examples.ts";
import { pageOf } from "../reply/page.ts";
import { type Found, found, said } from "./find.ts";
import { DIGEST } from "./settings/options.ts";
import { stateWords } from "./words/settings.ts";
import { instantWords } from "./words/times.ts";

export const history: Command<Desk> = {
  group: "digest",
  name: "history",
  describe: "What became of each post of a digest; settles those whose outcome is not known",
  example: exampleOf("digest history"),
  options: [DIGEST],
  presses: "own",
  run: async (call, desk) => {
    const open = found(call, desk, "see");
    if ("refusal" in open) return open.refusal;
    if (call.pressed) return await settle(call.pressed, open, desk);
    const { digest, digests } = open;
    const entries = digests.history(digest.id).toReversed();
    if (entries.length === 0) return said(`Digest ${digest.id}`, ["Nothing was due yet."]);
    const { shown, page } = pageOf(entries, desk.page);
    const doubtful = entries.find(({ state }) => state === "ambiguous");
    const asks = doubtful !== undefined && maySettle(desk, digest);
    return {
      title: `Digest ${digest.id}: its posts`,
      items: shown.map((entry) => ({
        date: instantWords(entry.due, digest.schedule.zone, desk.asker.locale),
        what: `${kindWords(entry)}${stateWords(entry)}`,
        cites: [],
      })),
      ...(asks && {
        buttons: settleButtons(doubtful.key),
        notes: [
          `Look into the channel for the post of ${day(doubtful, digest, desk)}, and say whether it arrived.`,
        ],
      }),
      ...(page && { page }),
      audience: desk.audience,
    };
  },
};

const day = (entry: Entry, digest: Digest, desk: Desk) =>
  instantWords(entry.due, digest.schedule.zone, desk.asker.locale);

function kindWords({ kind }: Entry): string {
  switch (kind) {
    case "slot":
      return "";
    case "run":
      return "by hand: ";
    case "introduction":
      return "introduction: ";
  }
}

async function settle(
  { verb, value }: NonNullable<Call["pressed"]>,
  { digest, digests }: Found,
  desk: Desk,
): Promise<Reply> {
  if (!maySettle(desk, digest))
    return said("Not allowed", [
      "The digest's author says what became of it, or those who administer the server, or a curator.",
    ]);
  const how = verb === "resend" ? "resend" : "arrived";
  const who =
    desk.asker.person === digest.author
      ? "its author"
      : desk.asker.administers
        ? "somebody who administers the server"
        : "a curator";
  const entry = await digests.settle(digest.id, value, how, who);
  if (entry === undefined)
    return said("No longer known", ["This post is not in the digest's records any more."]);
  return said(`Digest ${digest.id}`, [`${day(entry, digest, desk)}: ${stateWords(entry)}.`]);
}
