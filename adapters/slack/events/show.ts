import type { Reply } from "../../../src/chat/reply.ts";
import { upload } from "../api/files.ts";
import { failureOf, type Standing, type Wire } from "../api/wire.ts";
import { mrkdwn } from "../card/escape.ts";
import { type FileUp, type Outgoing, render, type Stage } from "../render.ts";
import type { Doer } from "../request.ts";

/** Where the answer to something that a person did goes. */
export type Spot = Doer & {
  /** Takes five posts in half an hour; without it the bot posts by itself. */
  readonly url?: string | undefined;
  /** What the asker's own answers are: for them alone, in their direct message with the bot, or for everyone. */
  readonly stage: Stage;
};

/**
 * Shows a reply where it belongs: message by message, then its files. `replace`: in the place of the message that was
 * pressed. Files can't be shown to one person in a channel, so those of a private answer go to their direct messages.
 */
export async function show(wire: Wire, spot: Spot, reply: Reply, replace = false): Promise<void> {
  const open = spot.stage !== "private" || reply.audience === "public";
  const stage = spot.stage === "direct" ? "direct" : open ? "public" : "private";
  const apart = stage === "private" && (reply.picture ?? reply.file) !== undefined;
  const whole = apart ? { ...reply, notes: [...(reply.notes ?? []), APART] } : reply;
  for (const [n, message] of render(whole, stage).entries()) {
    const standing = await put(wire, spot, message, { open, replace: replace && n === 0 });
    for (const file of message.files)
      await (apart ? handOver(wire, spot, reply, file) : share(wire, spot, standing, reply, file));
  }
}

const APART = "The file is in your direct messages with this bot, where nobody else sees it.";

async function put(
  wire: Wire,
  spot: Spot,
  message: Pick<Outgoing, "text" | "blocks">,
  how: { readonly open: boolean; readonly replace: boolean },
): Promise<Standing | undefined> {
  const { url, thread } = spot;
  if (url === undefined) return await sendTo(wire, spot, message);
  try {
    await wire.respond(url, message, { ...how, thread });
    return undefined;
  } catch (error) {
    // Half an hour is over, or five posts are: what is for one person still finds them.
    if ((how.open && spot.stage !== "direct") || failureOf(error) !== "refused") throw error;
    return await sendTo(wire, spot, message);
  }
}

/** A private answer is never posted to the channel, come what may. */
const sendTo = (
  wire: Wire,
  { stage, person, channel, thread }: Spot,
  message: Pick<Outgoing, "text" | "blocks">,
) =>
  stage === "private"
    ? wire.send(person, message, { once: false })
    : wire.send(channel, message, { thread, once: false });

/** Into the channel; where the bot is no member of it, to the person who asked. */
async function share(wire: Wire, spot: Spot, standing: Standing | undefined, reply: Reply, file: FileUp) {
  try {
    await upload(wire, file, standing?.channel ?? spot.channel, { thread: spot.thread, once: false });
  } catch (error) {
    if (spot.stage === "direct" || failureOf(error) !== "refused") throw error;
    await handOver(wire, spot, reply, file);
    await tell(wire, spot, NOT_A_MEMBER);
  }
}

const NOT_A_MEMBER =
  "The bot is no member of this channel, so the file went to your direct messages with it. Invite it here to have files in the channel.";

/** A message to the person opens the direct message, whose id the file needs. */
async function handOver(wire: Wire, { person }: Spot, { title, understood }: Reply, file: FileUp) {
  const note = { title, understood, text: [file.alt], audience: "private" } as const;
  const [message] = render(note, "direct");
  if (message === undefined) return;
  const { channel } = await wire.send(person, message, { once: false });
  await upload(wire, file, channel, { once: false });
}

/** A sentence for the one who asked alone. */
export async function tell(wire: Wire, spot: Spot, sentence: string): Promise<void> {
  const text = mrkdwn(sentence);
  if (spot.stage === "public") await wire.whisper(spot.channel, spot.person, text, spot.thread);
  else await put(wire, spot, { text, blocks: [] }, { open: spot.stage === "direct", replace: false });
}

/** The last word where an answer could not be shown. What may have arrived is not sent again. */
export async function apologise(wire: Wire, spot: Spot, error: unknown): Promise<void> {
  await tell(wire, spot, failureOf(error) === "lost" ? UNSURE : UNSHOWN);
}

const UNSURE =
  "Slack's word that the answer arrived got lost. If you do not see it, please ask again; if you shared it, look into the channel first.";
const UNSHOWN = "The answer could not be shown: Slack did not take it. Please ask again.";
