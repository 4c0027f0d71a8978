import type { Upload } from "../../../src/chat/request.ts";
import { OURS } from "../limits.ts";

/** Where Discord keeps what people upload. */
const HOSTS = ["cdn.discordapp.com", "media.discordapp.net"];

export type Attached = { readonly name: string; readonly url: string; readonly size: number };

/**
 * Fetches what a person attached, from Discord's own hosts only (`cdn`, an address, names one more). Returns
 * the reason in one sentence when it can't be had.
 */
export async function download(
  attached: Attached,
  cdn: string | undefined,
): Promise<{ readonly upload: Upload } | { readonly problem: string }> {
  const hosts = cdn === undefined ? HOSTS : [...HOSTS, new URL(cdn).host];
  const limit = `${OURS.uploadBytes / 1024 / 1024} MB`;
  if (!URL.canParse(attached.url) || !hosts.includes(new URL(attached.url).host))
    return { problem: "The file does not lie with Discord, so it was not fetched." };
  if (attached.size > OURS.uploadBytes)
    return { problem: `The file is larger than ${limit}. Please send it in parts.` };
  try {
    const signal = AbortSignal.timeout(30_000);
    const response = await fetch(attached.url, { redirect: "error", signal });
    if (!response.ok) return { problem: "Discord did not hand the file over. Please attach it again." };
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > OURS.uploadBytes) return { problem: `The file is larger than ${limit}.` };
    return { upload: { name: attached.name, bytes } };
  } catch {
    return { problem: "The file could not be fetched from Discord. Please attach it again." };
  }
}
