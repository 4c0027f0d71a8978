import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { readManifest } from "../src/dataset/open.ts";
import { addDays, type Day, dayNumber, isDay } from "../src/model/when.ts";

/**
 * A dataset with the events of another one so many times over, each time after all that came before. Events keep
 * their order; their days and ids are their own.
 */
export function grow(from: string, to: string, times: number): string {
  mkdirSync(to, { recursive: true });
  for (const name of ["entities.ndjson", "places.ndjson", "review.ndjson", "redirects.json"])
    copyFileSync(join(from, name), join(to, name));
  const manifest = readManifest(from);
  const length = manifest.from && manifest.to ? dayNumber(manifest.to) - dayNumber(manifest.from) + 1 : 0;
  const file = openSync(join(to, "events.ndjson"), "w");
  for (let time = 0; time < times; time++) {
    const shifted = shifter(length * time);
    eachPart(join(from, "events.ndjson"), (lines) =>
      writeSync(
        file,
        time === 0
          ? lines
          : lines
              .replace(/^\{"id":"(E-[0-9a-z]+)"/gm, `{"id":"$1${time.toString(36)}"`)
              .replace(/"when":\{"edtf":"[^}]*\}/g, shifted),
      ),
    );
  }
  closeSync(file);
  const counts = { ...manifest.counts, events: manifest.counts.events * times };
  const last = manifest.to && addDays(manifest.to, length * (times - 1));
  writeFileSync(join(to, "manifest.json"), JSON.stringify({ ...manifest, counts, to: last }));
  return to;
}

/** Whole lines of a file, some megabytes at a time. */
function eachPart(path: string, take: (lines: string) => void): void {
  // A part never ends within a line, nor a letter.
  const bytes = readFileSync(path);
  const newline = 10;
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(newline, Math.min(bytes.length - 1, from + (1 << 22))) + 1 || bytes.length;
    take(bytes.toString("utf8", from, end));
    from = end;
  }
}

/** Moves every day in a piece of JSON, each worked out once. */
function shifter(by: number): (json: string) => string {
  const known = new Map<string, string>();
  const moved = (day: string): string => {
    let later = known.get(day);
    if (later === undefined) {
      later = isDay(day) ? addDays(day as Day, by) : day;
      known.set(day, later);
    }
    return later;
  };
  return (json) => json.replace(/\d{4}-\d\d-\d\d/g, moved);
}
