import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { z } from "zod";
import { complaint } from "./schema.ts";

/** A file of one JSON object a line: how many there are, and each by its position, decoded and checked when asked for. */
export type LineFile<T> = {
  readonly length: number;
  at(position: number): T | undefined;
  /** Offsets of all lines and of the end, in bytes. */
  readonly starts: Float64Array;
};

/** What to do about a damaged file, as the end of each message. */
export type Remedy = string;

/** Where the lines of a file start, where that is known from before. */
export type KnownLines = Float64Array | null;

const CHUNK = 1 << 20;
/** Bytes that are read ahead when lines are asked for one after another. */
const AHEAD = 1 << 17;
/** A file up to this size, in bytes, is held while it is in use, and read at once. */
const SMALL = 16_000_000;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const NEWLINE = 0x0a;

/**
 * Opens a file of JSON lines. Every line is checked to look like an object when opening, and against `schema` when
 * it is decoded: a collection of half a million events opens in the time that it takes to read it once, and only
 * what is shown is decoded. Without a schema lines are taken as they are: they were checked before and have not
 * changed. Throws an Error with the file, the line (from 1) and the remedy.
 */
export function openLines<T>(
  file: string,
  schema: z.ZodType<T> | null,
  remedy: Remedy,
  known: KnownLines = null,
): LineFile<T> {
  const handle = openSync(file, "r");
  try {
    const starts = known ?? lineStarts(handle, (line, what) => damaged(file, line, what, remedy));
    const length = starts.length - 1;
    const content = starts[length]! <= SMALL ? readFileSync(handle) : null;
    if (content) closeSync(handle);
    const bytesAt = content
      ? (from: number, to: number) => content.subarray(from, to)
      : reader(handle, starts[length]!);
    return {
      length,
      starts,
      at(position) {
        if (position < 0 || position >= length) return undefined;
        const [from, to] = [starts[position]!, starts[position + 1]!];
        const bytes = bytesAt(from, to);
        if (bytes.length !== to - from)
          throw damaged(file, position + 1, "the file has become shorter", remedy);
        return decode(bytes.toString("utf8"), schema, (what) => damaged(file, position + 1, what, remedy));
      },
    };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

/** Reads bytes of an open file; where they follow those that were read before, some more at once. */
function reader(handle: number, size: number): (from: number, to: number) => Buffer {
  let ahead: Buffer = Buffer.alloc(0);
  let first = 0;
  let last = -1;
  return (from, to) => {
    const follows = from === last;
    last = to;
    if (from >= first && to <= first + ahead.length) return ahead.subarray(from - first, to - first);
    const length = follows ? Math.min(Math.max(to - from, AHEAD), size - from) : to - from;
    const bytes = Buffer.allocUnsafeSlow(length);
    const read = bytes.subarray(0, readSync(handle, bytes, 0, length, from));
    if (follows) [ahead, first] = [read, from];
    return read.subarray(0, to - from);
  };
}

const damaged = (file: string, line: number, what: string, remedy: Remedy) =>
  new Error(`${file}, line ${line}: ${what}. ${remedy}`);

/** Offsets of all lines and of the end. */
function lineStarts(handle: number, damage: (line: number, what: string) => Error): Float64Array {
  const size = fstatSync(handle).size;
  const chunk = Buffer.allocUnsafe(CHUNK);
  let starts = new Float64Array(1024);
  let count = 1;
  let last = NEWLINE;
  for (let offset = 0; offset < size; ) {
    const read = readSync(handle, chunk, 0, CHUNK, offset);
    if (read === 0) break;
    const bytes = chunk.subarray(0, read);
    for (let from = 0; from < read; ) {
      if (last === NEWLINE && bytes[from] !== OPEN) throw damage(count, "it does not begin an object");
      const end = bytes.indexOf(NEWLINE, from);
      const before = end > 0 ? bytes[end - 1] : last;
      if (end >= 0 && before !== CLOSE) throw damage(count, "it does not end an object");
      last = end < 0 ? bytes[read - 1]! : NEWLINE;
      if (end < 0) break;
      if (count === starts.length) starts = widened(starts);
      starts[count++] = offset + end + 1;
      from = end + 1;
    }
    offset += read;
  }
  if (last !== NEWLINE) throw damage(count, "the file breaks off in it");
  return starts.slice(0, count);
}

function widened(starts: Float64Array): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(starts.length * 2);
  wider.set(starts);
  return wider;
}

function decode<T>(line: string, schema: z.ZodType<T> | null, damage: (what: string) => Error): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw damage(`it is not JSON (${(error as Error).message})`);
  }
  if (schema === null) return value as T;
  const { data, error } = schema.safeParse(value);
  if (error) throw damage(complaint(error));
  return data;
}
