import type { FileUp } from "../render.ts";
import { postTo, type Wire } from "./wire.ts";

/**
 * Uploads a file and shares it in a channel. These are the three steps of `files.uploadV2`, taken one by one: the
 * library calls the description `alt_text`, Slack calls it `alt_txt`, and only the last step may not be repeated.
 */
export async function upload(
  { client, calmly, carefully }: Wire,
  file: FileUp,
  channel: string,
  how: { readonly thread?: string | undefined; readonly once: boolean },
): Promise<void> {
  const { upload_url, file_id } = await calmly(() =>
    client.files.getUploadURLExternal({
      filename: file.name,
      length: file.bytes.length,
      alt_text: file.alt,
      ...{ alt_txt: file.alt },
    }),
  );
  if (upload_url === undefined || file_id === undefined) throw new Error("Slack gave no place for a file");
  await calmly(() => {
    const body = new FormData();
    body.append("file", new Blob([new Uint8Array(file.bytes)]), file.name);
    return postTo(upload_url, body);
  });
  await carefully(
    () =>
      client.files.completeUploadExternal({
        files: [{ id: file_id, title: file.alt.slice(0, TITLE) }],
        channel_id: channel,
        ...(how.thread === undefined ? {} : { thread_ts: how.thread }),
      } as CompleteArguments),
    how.once,
  );
}

/** What stands above the file; the whole description stands in the message. */
const TITLE = 150;

type CompleteArguments = Parameters<Wire["client"]["files"]["completeUploadExternal"]>[0];
