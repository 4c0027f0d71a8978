import type { Message } from "discord.js";
import type { Bot, Clock, Log } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";
import type { Request } from "../../../src/chat/request.ts";
import { lacking } from "../api/permissions.ts";
import type { Wire } from "../api/wire.ts";
import { render } from "../render.ts";
import { author, lineAct } from "../request.ts";

/**
 * Answers a message that mentions the bot, replies to one of its messages, or stands in a direct message.
 * Messages of bots, and those whose text Discord does not hand over, are passed by.
 */
export function messages(around: {
  readonly bot: Bot;
  readonly wire: Wire;
  readonly log: Log;
  readonly clock: Clock;
  readonly answer: (request: Request) => Promise<Reply>;
}): (message: Message) => Promise<void> {
  const { wire, log, clock, answer } = around;
  return async (message) => {
    const self = message.client.user.id;
    if (message.author.bot || message.system) return;
    const direct = message.guildId === null;
    const repliedTo = message.channel.messages.cache.get(message.reference?.messageId ?? "");
    const ours = repliedTo?.author.id === self ? repliedTo : undefined;
    if (!direct && !message.mentions.users.has(self) && ours === undefined) return;
    if (message.content === "") return;
    const reason = lacking(message.channel);
    if (reason !== undefined) {
      log.info({ channel: message.channelId, reason }, "a mention can't be answered");
      return;
    }
    const reply = await answer({
      asker: author(message, clock()),
      act: lineAct(message, self, ours),
      ...(direct ? {} : { public: true }),
    });
    for (const [n, part] of render(reply, direct ? "direct" : "public").entries()) {
      const options = { nonce: `${message.id}.${n}`, once: false };
      await wire.send(
        message.channelId,
        part,
        n === 0 && !direct ? { ...options, replyTo: message.id } : options,
      );
    }
  };
}
