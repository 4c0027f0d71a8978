import type { Desk, Digests } from "../../src/bot/index.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { found } from "./find.ts";
import { DIGEST } from "./settings/options.ts";
import { fieldsOf, stateWords } from "./words/settings.ts";
import { instantWords } from "./words/times.ts";

export const show: Command<Desk> = {
  group: "digest",
  name: "show",
  describe: "A digest with its settings, its last post and its next",
  example: exampleOf("digest show"),
  options: [DIGEST],
  run: async (call, desk) => {
    const open = found(call, desk, "see");
    if ("refusal" in open) return open.refusal;
    const { digest, digests } = open;
    const words = (at: string) => instantWords(at, digest.schedule.zone, desk.asker.locale);
    const last = digests.history(digest.id).at(-1);
    const [next] = digests.next(digest.id, 1);
    return {
      title: `Digest ${digest.id}`,
      fields: [
        ...fieldsOf(digest, desk.engine.tell(digest.query), desk.asker),
        ...(last ? [{ name: "Last", value: `${words(last.due)}: ${stateWords(last)}` }] : []),
        ...(next && !digest.paused ? [{ name: "Next", value: words(next.at) }] : []),
      ],
      notes: waiting(digests, desk),
      audience: desk.audience,
    };
  },
};

/** Said where the clock was put back: then nothing is decided for a while. */
export function waiting(digests: Digests, { asker }: Desk): readonly string[] {
  const until = digests.waitsUntil();
  if (until === undefined) return [];
  return [
    `The bot's clock stands before its last decision: nothing is posted until ${instantWords(until, "UTC", asker.locale)}.`,
  ];
}
