import {
  type Channel,
  PermissionFlagsBits,
  type PermissionResolvable,
  PermissionsBitField,
} from "discord.js";

/** What the bot needs in a channel to post a briefing there, as people find it in Discord's settings. */
const NEEDED: readonly (readonly [bigint, string])[] = [
  [PermissionFlagsBits.ViewChannel, "View Channel"],
  [PermissionFlagsBits.SendMessages, "Send Messages"],
  [PermissionFlagsBits.EmbedLinks, "Embed Links"],
  [PermissionFlagsBits.AttachFiles, "Attach Files"],
  [PermissionFlagsBits.ReadMessageHistory, "Read Message History"],
];

/** Where a person adds the bot to a server, with the least it needs. */
export function invite(application: string): string {
  const bits: PermissionResolvable = [
    ...NEEDED.map(([bit]) => bit),
    PermissionFlagsBits.SendMessagesInThreads,
  ];
  const query = new URLSearchParams({
    client_id: application,
    scope: "bot applications.commands",
    permissions: new PermissionsBitField(bits).bitfield.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** Why the bot can't post in a channel, in one sentence; undefined when it can. */
export function lacking(channel: Channel): string | undefined {
  if (channel.isDMBased()) return undefined;
  if (!channel.isTextBased()) return "That is not a channel that messages can be posted to.";
  if (channel.isThread() && (channel.archived || channel.locked)) return "That thread is closed.";
  const own = channel.permissionsFor(channel.client.user);
  const needed = channel.isThread()
    ? NEEDED.map(([bit, name]) =>
        bit === PermissionFlagsBits.SendMessages
          ? ([PermissionFlagsBits.SendMessagesInThreads, "Send Messages in Threads"] as const)
          : ([bit, name] as const),
      )
    : NEEDED;
  const missing = needed.filter(([bit]) => !own?.has(bit)).map(([, name]) => name);
  if (missing.length === 0) return undefined;
  return `The bot lacks these permissions in that channel: ${missing.join(", ")}.`;
}
