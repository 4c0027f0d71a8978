import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import type { MenuEntry } from "../../src/chat/command.ts";
import type { Upload } from "../../src/chat/request.ts";
import { UPLOAD_BYTES } from "./limits.ts";
import { lineName } from "./menu.ts";

/** A line without its file, and the file; or in one sentence why it can't be had. */
export type Attached = { readonly text: string; readonly upload?: Upload } | { readonly problem: string };

/**
 * Where a line calls a command that takes a file, the path typed for it (`file:./talks.txt`, in quotation marks where
 * it has blanks, `~/` for the home folder) is taken out of the line and read. Other lines come back as they are.
 */
export function attach(line: string, menu: readonly MenuEntry[]): Attached {
  const typed = line.trimStart().replace(/^\/?(?:brief\s+)?/i, "");
  const command = menu.find((entry) => `${typed} `.toLowerCase().startsWith(`${lineName(entry)} `));
  const option = command?.options.find(({ type }) => type === "file");
  const found = option && pathIn(line, option.name);
  if (found === undefined) return { text: line };
  const { path, from, to } = found;
  const text = `${line.slice(0, from)}${line.slice(to)}`.trimEnd();
  const read = fileAt(path);
  return typeof read === "string"
    ? { problem: `“${path}” ${read}.` }
    : { text, upload: { name: basename(path), bytes: read } };
}

/** Values in quotation marks are passed over whole: what stands in them is no option. */
function pathIn(line: string, name: string) {
  for (const part of line.matchAll(
    /([a-z-]+:)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+?(?=["“”„«»]|\s|$)))/giu,
  )) {
    const [whole, key, quoted, plain] = part;
    const path = (quoted ?? plain ?? "").trim();
    if (key?.toLowerCase() === `${name}:` && path !== "")
      return { path, from: part.index, to: part.index + whole.length };
  }
  return undefined;
}

/** The bytes, or what is wrong with the path, as the end of a sentence that begins with it. */
function fileAt(path: string): Uint8Array | string {
  const full = /^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path;
  try {
    const stat = statSync(full);
    if (stat.isDirectory()) return "is a folder; name one file in it";
    if (!stat.isFile()) return "is not a file that can be read";
    if (stat.size > UPLOAD_BYTES) return `is larger than ${UPLOAD_BYTES / 1_000_000} MB; bring it in parts`;
    return readFileSync(full);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR")
      return `is no file here; give the whole path, or the way from ${process.cwd()}`;
    if (code === "EACCES" || code === "EPERM") return "may not be read by you; change its permissions";
    return `could not be read (${code === "" ? String(error) : code})`;
  }
}
