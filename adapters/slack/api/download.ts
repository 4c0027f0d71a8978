import type { Upload } from "../../../src/chat/request.ts";
import { OURS } from "../limits.ts";

/** Where Slack keeps what people upload. */
const HOST = "files.slack.com";

export type Attached = { readonly name: string; readonly url: string; readonly size: number };

/**
 * Fetches what a person uploaded, with the bot's token, from Slack's own host only (`api`, an address, names one more).
 * Returns the reason in one sentence when it can't be had.
 */
export async function download(
  attached: Attached,
  token: string,
  api: string | undefined,
): Promise<{ readonly upload: Upload } | { readonly problem: string }> {
  const hosts = api === undefined ? [HOST] : [HOST, new URL(api).host];
  const limit = `${OURS.uploadBytes / 1024 / 1024} MB`;
  if (!URL.canParse(attached.url) || !hosts.includes(new URL(attached.url).host))
    return { problem: "The file does not lie with Slack, so it was not fetched." };
  if (attached.size > OURS.uploadBytes)
    return { problem: `The file is larger than ${limit}. Please send it in parts.` };
  try {
    const response = await fetch(attached.url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: "error",
      signal: AbortSignal.timeout(OURS.downloadMs),
    });
    if (!response.ok) return { problem: "Slack did not hand the file over. Please upload it again." };
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > OURS.uploadBytes) return { problem: `The file is larger than ${limit}.` };
    return { upload: { name: attached.name, bytes } };
  } catch {
    return { problem: "The file could not be fetched from Slack. Please upload it again." };
  }
}
