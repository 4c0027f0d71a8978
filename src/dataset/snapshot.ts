import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { Section, Sections, Snapshot } from "../model/snapshot.ts";

/** What the snapshot is of: the events' file, and everything beside it that the index is made from. */
export type Fingerprint = {
  readonly size: number;
  readonly modified: number;
  /** CRC-32 of the events' file; worked out only where it is needed. */
  readonly checksum: () => number;
  /** A checksum of the other files. */
  readonly beside: string;
};

/** A snapshot file, opened: `lines` are the starts of the events' lines where the file fits, else null. */
export type OpenSnapshot = {
  readonly lines: Float64Array | null;
  readonly snapshot: (lines: () => Float64Array) => Snapshot;
};

/** To be raised whenever the file comes to be laid out otherwise. */
const FILE_VERSION = 1;
const MAGIC = Buffer.from("attache\n");
/** Reads otherwise on a machine of the other byte order. */
const ORDER_MARK = 0x01020304;
const PREFACE = 24;
const LINES = "lines";
/**
 * Bytes behind each part of an index, which cost nothing until they are written to: there go the events that people
 * change, and the part is not copied for them.
 */
const SPARE = 1 << 18;

type Header = {
  readonly file: number;
  readonly version: string;
  readonly size: number;
  readonly modified: number;
  readonly checksum: number;
  readonly beside: string;
  readonly sections: readonly {
    readonly name: string;
    readonly type: keyof typeof TYPES;
    readonly at: number;
    readonly bytes: number;
    readonly checksum: number;
  }[];
};

const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;

/**
 * Opens the snapshot beside a dataset's events. What does not fit (another version or byte order, other events, a
 * wrong checksum, a torn file) is said in one line to `notice` and counts as none.
 */
export function openSnapshot(file: string, print: Fingerprint, notice: (line: string) => void): OpenSnapshot {
  const attempt = attempts(file, print, notice);
  const lines = attempt((header, handle) => read(header, handle, LINES)[LINES] as Float64Array);
  return {
    lines,
    snapshot: (linesOf) => {
      const { load, save } = openCache(file, print, notice, SPARE);
      return {
        load(version) {
          const kept = lines && load(version);
          if (!kept) return null;
          const { [LINES]: _, ...sections } = kept;
          return sections;
        },
        save: (version, sections) => save(version, { [LINES]: linesOf(), ...sections }),
      };
    },
  };
}

/** Opens a file in which something made from a dataset is kept. What does not fit is said and counts as none, as above. */
export function openCache(
  file: string,
  print: Fingerprint,
  notice: (line: string) => void,
  spare = 0,
): Snapshot {
  const attempt = attempts(file, print, notice);
  return {
    load: (version) =>
      attempt((header, handle) => {
        if (header.version !== version) throw new Error(`it is of version ${header.version}`);
        return read(header, handle, undefined, spare);
      }),
    save(version, sections) {
      const unfinished = `${file}.${process.pid}.new`;
      try {
        write(unfinished, version, print, sections);
        renameSync(unfinished, file);
      } catch (error) {
        notice(`${file} could not be written (${(error as Error).message}); opening stays slow.`);
        rmSync(unfinished, { force: true });
      }
    },
  };
}

function attempts(file: string, print: Fingerprint, notice: (line: string) => void) {
  return <T>(read: (header: Header, handle: number) => T): T | null => {
    if (!existsSync(file)) return null;
    try {
      return withFile(file, (handle) => read(headerOf(handle, print), handle));
    } catch (error) {
      notice(`${file} is not used (${(error as Error).message}); it is made anew.`);
      return null;
    }
  };
}

/** The header of a file that fits. Throws what is wrong otherwise. */
function headerOf(handle: number, print: Fingerprint): Header {
  const preface = bytesAt(handle, 0, PREFACE);
  if (!preface.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error("it is no snapshot");
  const [order, length, checksum] = new Uint32Array(preface.buffer, preface.byteOffset + MAGIC.length, 3);
  if (order !== ORDER_MARK) throw new Error("it is of another byte order");
  if (length === undefined || length > fstatSync(handle).size) throw new Error("it breaks off");
  const text = bytesAt(handle, PREFACE, length);
  if (crc32(text) !== checksum) throw new Error("its header has a wrong checksum");
  const header = JSON.parse(text.toString("utf8")) as Header;
  if (header.file !== FILE_VERSION) throw new Error(`it is of layout ${header.file}`);
  if (header.size !== print.size || header.beside !== print.beside)
    throw new Error("the dataset has changed since");
  if (header.modified !== print.modified && header.checksum !== print.checksum())
    throw new Error("the events have changed since");
  return header;
}

/** All sections, or the one of a name, each with room behind it. Throws where one is damaged. */
function read({ sections }: Header, handle: number, only?: string, spare = 0): Sections {
  return Object.fromEntries(
    sections
      .filter(({ name }) => only === undefined || name === only)
      .map(({ name, type, at, bytes, checksum }) => {
        const content = bytesAt(handle, at, bytes, spare);
        if (crc32(content) !== checksum) throw new Error(`its part ${name} has a wrong checksum`);
        const Type = TYPES[type];
        return [name, new Type(content.buffer, content.byteOffset, bytes / Type.BYTES_PER_ELEMENT)];
      }),
  );
}

function bytesAt(handle: number, at: number, length: number, spare = 0): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(new ArrayBuffer(length + spare), 0, length);
  for (let done = 0; done < length; ) {
    const more = readSync(handle, bytes, done, Math.min(length - done, LARGEST_READ), at + done);
    if (more === 0) throw new Error("it breaks off");
    done += more;
  }
  return bytes;
}

/** Some systems read and write at most 2 GB at once. */
const LARGEST_READ = 1 << 30;

function write(file: string, version: string, print: Fingerprint, sections: Sections): void {
  const entries = Object.entries(sections);
  const describe = (first: number) => {
    let at = first;
    return entries.map(([name, section]) => {
      const own = at;
      at = aligned(at + section.byteLength);
      return {
        name,
        type: section.constructor.name as keyof typeof TYPES,
        at: own,
        bytes: section.byteLength,
      };
    });
  };
  const checksums = entries.map(([, section]) => crc32(bytesOf(section)));
  const header = (first: number): Buffer =>
    Buffer.from(
      JSON.stringify({
        file: FILE_VERSION,
        version,
        size: print.size,
        modified: print.modified,
        checksum: print.checksum(),
        beside: print.beside,
        sections: describe(first).map((section, i) => ({ ...section, checksum: checksums[i] })),
      } as Header),
    );
  // Offsets stand in the header that they come after: room for them is left by its length with the largest ones.
  const first = aligned(PREFACE + header(Number.MAX_SAFE_INTEGER - 2 ** 45).length);
  const text = header(first);
  const preface = Buffer.alloc(PREFACE);
  MAGIC.copy(preface);
  new Uint32Array(preface.buffer, preface.byteOffset + MAGIC.length, 3).set([
    ORDER_MARK,
    text.length,
    crc32(text),
  ]);
  withFile(
    file,
    (handle) => {
      writeAll(handle, preface, 0);
      writeAll(handle, text, PREFACE);
      for (const [i, { at }] of describe(first).entries()) writeAll(handle, bytesOf(entries[i]![1]), at);
    },
    "w",
  );
}

function writeAll(handle: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(handle, bytes, done, Math.min(bytes.length - done, LARGEST_READ), at + done);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Section) =>
  new Uint8Array(buffer, byteOffset, byteLength);

const aligned = (at: number) => Math.ceil(at / 8) * 8;

function withFile<T>(file: string, use: (handle: number) => T, flags = "r"): T {
  const handle = openSync(file, flags);
  try {
    return use(handle);
  } finally {
    closeSync(handle);
  }
}
