import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** The rows of a file of JSON lines, numbered from 0. */
export async function eachRow(file, take) {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file) }))
    take(JSON.parse(line), number++);
}

/** Days since 1970-01-01. */
export const dayNumber = (day) => Date.parse(day) / 86_400_000;
