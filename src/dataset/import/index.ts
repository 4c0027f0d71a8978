import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { constants, gunzipSync } from "node:zlib";
import type { Document, Manifest } from "../../model/dataset.ts";
import type { Gazetteer } from "../../model/entity.ts";
import { openColumns } from "./columns.ts";
import { gdeltReader, looksLikeGdelt } from "./gdelt.ts";
import { icewsReader, looksLikeIcews } from "./icews.ts";
import { eachLine, LONGEST_LINE } from "./lines.ts";
import type { Format, LineReader } from "./types.ts";
import { writeImported } from "./write.ts";

export { FORMATS, type Format } from "./types.ts";

/** A record, or the rest of a file, that could not be read; everything else is imported. */
export type ImportProblem = { readonly file: string; readonly line: number; readonly why: string };

export type ImportOptions = {
  readonly format?: Format;
  readonly gazetteer: Gazetteer;
  readonly out: string;
  readonly onProblem: (problem: ImportProblem) => void;
  /** Called now and then with the events read so far. */
  readonly onProgress?: (events: number) => void;
};

/**
 * Imports files of coded events (ICEWS, GDELT; plain or gzip) into a dataset folder, streaming. The format is
 * recognised by the first lines when it is not named. Records that cannot be read are named and left out; those that name nobody are counted.
 */
export async function importFiles(files: readonly string[], options: ImportOptions): Promise<Manifest> {
  const columns = openColumns();
  const documents: Document[] = [];
  for (const file of files) {
    const problem = (line: number, why: string) => options.onProblem({ file, line, why });
    const format = options.format ?? recognise(file);
    if (format === undefined) {
      problem(1, "neither ICEWS nor GDELT by its first lines; name the format to try all the same");
      continue;
    }
    const read = READERS[format]();
    const checksum = createHash("sha256");
    const number = documents.length;
    const before = columns.length;
    let nameless = 0;
    try {
      await eachLine(
        file,
        (line) => {
          if (line.text === undefined) return problem(line.number, `longer than ${LONGEST_LINE} bytes`);
          const reading = read(line.text);
          switch (reading.kind) {
            case "none":
              return;
            case "nameless":
              nameless++;
              return;
            case "problem":
              return problem(line.number, reading.why);
            case "event":
              columns.add(reading.event, {
                file: number,
                line: line.number,
                start: line.start,
                end: line.end,
              });
              if (columns.length % 50_000 === 0) options.onProgress?.(columns.length);
          }
        },
        (chunk) => checksum.update(chunk),
      );
    } catch (error) {
      const read = columns.length - before;
      problem(0, `the file breaks off (${(error as Error).message}); ${read} events before that were read`);
    }
    if (nameless > 0)
      problem(0, `${nameless} ${nameless === 1 ? "record names" : "records name"} nobody; left out`);
    const sha256 = checksum.digest("hex");
    documents.push({
      id: `D-${sha256.slice(0, 6)}`,
      file: basename(file),
      title: `${TITLES[format]} (${basename(file)})`,
      publisher: TITLES[format],
      published: null,
      sha256,
    });
  }
  if (documents.length === 0) throw new Error("nothing to import: no file was of a known format");
  if (columns.length === 0) throw new Error("no record of it could be read");
  return writeImported(columns, documents, options.gazetteer, options.out);
}

const READERS: Readonly<Record<Format, () => LineReader>> = { icews: icewsReader, gdelt: gdeltReader };

const TITLES: Readonly<Record<Format, string>> = {
  icews: "ICEWS coded event data",
  gdelt: "GDELT 2.0 event export",
};

/** The format that one of the first lines of a file looks like; undefined for none. */
export function recognise(file: string): Format | undefined {
  const lines = firstLines(file);
  if (lines.some(looksLikeIcews)) return "icews";
  return lines.some(looksLikeGdelt) ? "gdelt" : undefined;
}

function firstLines(file: string): readonly string[] {
  const bytes = Buffer.alloc(1 << 16);
  const handle = openSync(file, "r");
  const length = readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  const head = bytes.subarray(0, length);
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  const text = packed ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
  return text.toString("utf8").split(/\r?\n/, 20);
}
