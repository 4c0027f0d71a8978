import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** Longest line, in bytes, that is taken for a record; a longer one is named and passed over. */
export const LONGEST_LINE = 1_000_000;

export type Line = {
  /** From 1. */
  readonly number: number;
  /** Byte offsets in the unpacked file, without the line's end. */
  readonly start: number;
  readonly end: number;
  /** Absent where the line is longer than LONGEST_LINE. */
  readonly text?: string;
};

/**
 * Calls `take` for each line of a file, unpacked when its first bytes are those of gzip, without ever holding more than one
 * line and one chunk. `saw` gets every unpacked chunk, for a checksum. Rejects when the file cannot be read to its
 * end (a truncated gzip); the lines before that point have been handed over by then.
 */
export async function eachLine(
  file: string,
  take: (line: Line) => void,
  saw: (chunk: Buffer) => void,
): Promise<void> {
  let number = 0;
  let offset = 0;
  let rest: Buffer[] = [];
  let restLength = 0;

  const emit = (tail: Buffer) => {
    const length = restLength + tail.length;
    const carriage = tail.length > 0 ? tail[tail.length - 1] === 13 : rest.at(-1)?.at(-1) === 13;
    const end = offset + length - (carriage ? 1 : 0);
    number++;
    if (length > LONGEST_LINE) take({ number, start: offset, end });
    else {
      const bytes = restLength === 0 ? tail : Buffer.concat([...rest, tail]);
      take({ number, start: offset, end, text: bytes.toString("utf8", 0, end - offset) });
    }
    offset += length + 1;
    rest = [];
    restLength = 0;
  };

  const chunks = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      saw(chunk);
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        emit(chunk.subarray(from, at));
        from = at + 1;
      }
      if (from < chunk.length) {
        // Of a line that is too long only its length is kept.
        if (restLength <= LONGEST_LINE) rest.push(chunk.subarray(from));
        else rest = [];
        restLength += chunk.length - from;
      }
    }
    if (restLength > 0) emit(Buffer.alloc(0));
  };

  const input = createReadStream(file, { highWaterMark: 1 << 18 });
  if (isPacked(file)) await pipeline(input, createGunzip({ chunkSize: 1 << 18 }), chunks);
  else await pipeline(input, chunks);
}

/** True for a gzip file, by its first bytes and whatever its name. */
export function isPacked(file: string): boolean {
  const head = Buffer.alloc(2);
  const handle = openSync(file, "r");
  readSync(handle, head, 0, 2, 0);
  closeSync(handle);
  return head[0] === 0x1f && head[1] === 0x8b;
}
