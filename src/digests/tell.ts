import { isFormer } from "../chat/address.ts";
import type { Receipt } from "../chat/memory.ts";
import type { Button, Reply } from "../chat/reply.ts";
import { type Delivery, outletOf, receiptId } from "./deliver.ts";
import type { Digest } from "./digest.ts";
import type { Entry } from "./ledger.ts";

/** Buttons by which a person settles what became of a post. */
export const settleButtons = (key: string): readonly Button[] => [
  { verb: "resend", label: "Post it again", value: receiptId(key) },
  { verb: "arrived", label: "It arrived", value: receiptId(key) },
];

/** Tells the author of a digest what did not go as they wanted, directly where they can be reached. */
export async function tellAuthor(digest: Digest, entry: Entry, delivery: Delivery): Promise<void> {
  const { log, keep, clock } = delivery;
  if (isFormer(digest.author)) return;
  const asks = entry.state === "ambiguous";
  const receipt: Receipt = {
    id: receiptId(`${entry.key} asked`),
    person: digest.author,
    channel: digest.author,
    thread: digest.author,
    at: clock().toISOString(),
    audience: "private",
    call: { group: "digest", name: "history", fields: { digest: digest.id } },
  };
  const reply: Reply = {
    title: `Digest ${digest.id} needs a look`,
    text: [sentence(entry, digest), `It asks: ${digest.question}`],
    ...(asks && { buttons: settleButtons(entry.key), receipt: receipt.id }),
    audience: "private",
  };
  try {
    if (asks) await keep(receipt);
    const outlet = outletOf(digest, delivery);
    const to = outlet?.direct ? await outlet.direct(digest.author) : digest.author;
    const posted = await outlet?.post(to, reply, { key: `${entry.key} ${entry.state} told`, once: false });
    if (posted?.kind !== "sent")
      log.warn({ digest: digest.id, posted }, "a digest's author can't be reached");
  } catch (err) {
    log.warn({ err, digest: digest.id }, "a digest's author can't be reached");
  }
}

function sentence(entry: Entry, digest: Digest): string {
  const why = entry.why === undefined ? "" : ` (${entry.why})`;
  if (entry.state === "ambiguous")
    return `It is not known whether the post due ${entry.due} arrived${why}. Look into the channel, and say which it is: nothing is posted again by itself.`;
  if (digest.paused)
    return `It could not be posted${why} and is paused; its settings are kept. Put the channel right and resume it with: digest resume digest:${digest.id}`;
  return `The post due ${entry.due} was not taken${why}. What was new in it comes with the next one.`;
}
