import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Gazetteer } from "../model/entity.ts";
import type { Fingerprint } from "./snapshot.ts";

/** What tells one state of a dataset folder from another: its files, and the gazetteer that it is opened with. */
export function fingerprintOf(folder: string, gazetteer: Gazetteer): Fingerprint {
  const events = join(folder, "events.ndjson");
  const { size, mtimeMs } = statSync(events, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
  const beside = createHash("sha256").update(JSON.stringify(gazetteer));
  for (const name of ["manifest.json", "entities.ndjson", "places.ndjson"]) {
    const file = join(folder, name);
    beside.update(statSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : "");
  }
  let known: number | undefined;
  return {
    size,
    modified: Math.floor(mtimeMs),
    checksum() {
      known ??= checksumOf(events);
      return known;
    },
    beside: beside.digest("hex"),
  };
}

/** CRC-32 of a file of any size. */
function checksumOf(path: string): number {
  const file = openSync(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(1 << 20);
    let checksum = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
      checksum = crc32(chunk.subarray(0, read), checksum);
    return checksum;
  } finally {
    closeSync(file);
  }
}
