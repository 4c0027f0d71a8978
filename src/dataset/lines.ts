import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { z } from "zod";
import { complaint } from "./schema.ts";

/** A file of one JSON object a line: how many there are, and each by its position, decoded and checked when asked for. */
export type LineFile<T> = { readonly length: number; at(position: number): T | undefined };

/** What to do about a damaged file, as the end of each message. */
export type Remedy = string;

const CHUNK = 1 << 20;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const NEWLINE = 0x0a;

/**
 * Opens a file of JSON lines. Every line is checked to look like an object when opening, and against `schema` when
 * it is decoded: a collection of half a million events opens in the time that it takes to read it once, and only
 * what is shown is decoded. Throws an Error with the file, the line (from 1) and the remedy.
 */
export function openLines<T>(file: string, schema: z.ZodType<T>, remedy: Remedy): LineFile<T> {
  const handle = openSync(file, "r");
  try {
    const starts = lineStarts(handle, (line, what) => damaged(file, line, what, remedy));
    const length = starts.length - 1;
    return {
      length,
      at(position) {
        if (position < 0 || position >= length) return undefined;
        const [from, to] = [starts[position]!, starts[position + 1]!];
        const bytes = Buffer.allocUnsafe(to - from);
        if (readSync(handle, bytes, 0, bytes.length, from) !== bytes.length)
          throw damaged(file, position + 1, "the file has become shorter", remedy);
        return decode(bytes.toString("utf8"), schema, (what) => damaged(file, position + 1, what, remedy));
      },
    };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

const damaged = (file: string, line: number, what: string, remedy: Remedy) =>
  new Error(`${file}, line ${line}: ${what}. ${remedy}`);

/** Offsets of all lines and of the end. */
function lineStarts(handle: number, damage: (line: number, what: string) => Error): readonly number[] {
  const size = fstatSync(handle).size;
  const chunk = Buffer.allocUnsafe(CHUNK);
  const starts = [0];
  let last = NEWLINE;
  for (let offset = 0; offset < size; ) {
    const read = readSync(handle, chunk, 0, CHUNK, offset);
    if (read === 0) break;
    for (let at = 0; at < read; at++) {
      const byte = chunk[at]!;
      if (last === NEWLINE && byte !== OPEN) throw damage(starts.length, "it does not begin an object");
      if (byte === NEWLINE && last !== CLOSE) throw damage(starts.length, "it does not end an object");
      if (byte === NEWLINE) starts.push(offset + at + 1);
      last = byte;
    }
    offset += read;
  }
  if (last !== NEWLINE) throw damage(starts.length, "the file breaks off in it");
  return starts;
}

function decode<T>(line: string, schema: z.ZodType<T>, damage: (what: string) => Error): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw damage(`it is not JSON (${(error as Error).message})`);
  }
  const { data, error } = schema.safeParse(value);
  if (error) throw damage(complaint(error));
  return data;
}
