import type { Desk, Digest, Why } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Command } from "../../src/chat/command.ts";
import { exampleOf } from "../examples.ts";
import { found } from "./find.ts";
import { DIGEST } from "./settings/options.ts";
import { instantWords } from "./words/times.ts";

export const why: Command<Desk> = {
  group: "digest",
  name: "why",
  describe: "Why an event was in a digest, or was not",
  example: exampleOf("digest why"),
  options: [
    { ...DIGEST, rest: false },
    {
      name: "event",
      describe: "An event's id, as answers show it",
      required: true,
      suggest: "event",
      rest: true,
    },
  ],
  run: async (call, desk) => {
    const open = found(call, desk, "see");
    if ("refusal" in open) return open.refusal;
    const { digest, digests } = open;
    const event = call.fields.event ?? "";
    const reason = digests.why(digest.id, event);
    return {
      title: `Digest ${digest.id} and ${cut(event, 40)}`,
      understood: desk.engine.tell(digest.query),
      text: reason ? sentences(reason, digest, desk) : [],
      audience: desk.audience,
    };
  },
};

function sentences(reason: Why, digest: Digest, desk: Desk): readonly string[] {
  const words = (at: string) => instantWords(at, digest.schedule.zone, desk.asker.locale);
  switch (reason.kind) {
    case "posted":
      return reason.entries.map(({ due, kind }) =>
        kind === "introduction"
          ? `It was in the introduction, among the latest of the dataset, on ${words(due)}.`
          : `It was in the post of ${words(due)}.`,
      );
    case "unknown-event":
      return ["Nothing recorded under that id. Every answer names the ids of its events."];
    case "no-answer":
      return ["It was not in it: it does not answer the digest's question."];
    case "old":
      return [
        reason.change
          ? `It was not news: it ${reason.change.change} on ${words(reason.change.instant)}, before the digest was made.`
          : "It was not news: it came with the dataset, before the bot began to note what is new in it.",
        ...(digest.sections.includes("anniversaries")
          ? ["It is told on its day of the year, where its day is known."]
          : []),
      ];
    case "left-out":
      return [
        `It was news in the post of ${words(reason.entry.due)} (${reason.change.change}), among the lines that did not fit: More under that post shows them.`,
      ];
    case "waiting":
      return [
        digest.paused
          ? `It is news (${reason.change.change} on ${words(reason.change.instant)}) and waits: the digest is paused.`
          : `It is news (${reason.change.change} on ${words(reason.change.instant)}) and comes with the next post.`,
      ];
    case "no-section":
      return [
        "It is news, and this digest does not tell what is new or changed; “digest edit” can change that.",
      ];
  }
}
