import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attach } from "../../adapters/console/file.ts";
import type { MenuEntry } from "../../src/chat/command.ts";

const entry = (group: MenuEntry["group"], name: string, file: boolean): MenuEntry => ({
  ...{ group, name, describe: "", example: name },
  options: [
    { name: "title", describe: "" },
    ...(file ? [{ name: "file", describe: "", type: "file" as const }] : []),
  ],
});
const MENU = [entry("briefadmin", "document", true), entry("brief", "ask", false)];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "file-"));
  mkdirSync(join(folder, "two words"));
  for (const path of ["a.txt", "two words/b.txt"]) writeFileSync(join(folder, path), path);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const said = (line: string) => {
  const got = attach(line.replaceAll("%", folder), MENU);
  if ("problem" in got) return got;
  return {
    text: got.text.replaceAll(folder, "%"),
    file: got.upload && new TextDecoder().decode(got.upload.bytes),
  };
};

test.each([
  ["briefadmin document file:%/a.txt", "briefadmin document", "a.txt"],
  ["/briefadmin document file:%/a.txt title:Talks", "/briefadmin document  title:Talks", "a.txt"],
  ["briefadmin DOCUMENT FILE:%/a.txt".replace("DOCUMENT", "document"), "briefadmin document", "a.txt"],
  [
    'briefadmin document title:"It says file:x" file:"%/two words/b.txt"',
    'briefadmin document title:"It says file:x"',
    "two words/b.txt",
  ],
  [
    "briefadmin document title:Talks file:“%/two words/b.txt”",
    "briefadmin document title:Talks",
    "two words/b.txt",
  ],
])("%s: the file is read, and the rest is the line", (line, text, file) => {
  expect(said(line)).toEqual({ text, file });
});

test.each([
  "briefadmin document",
  "briefadmin document file:",
  'briefadmin document title:"file:%/a.txt"',
  "ask file:%/a.txt",
  "Who said file:%/a.txt?",
  "briefadmin documents file:%/a.txt",
])("%s names no file", (line) => {
  expect(said(line)).toEqual({ text: line, file: undefined });
});

test("a path that leads to no readable file is told with the way out", () => {
  writeFileSync(join(folder, "large.txt"), Buffer.alloc(5_000_001, 65));
  const problem = (path: string) => said(`briefadmin document file:"%${path}"`);
  expect(problem("/nothing.txt")).toEqual({
    problem: `“${folder}/nothing.txt” is no file here; give the whole path, or the way from ${process.cwd()}.`,
  });
  expect(problem("/a.txt/b")).toEqual({ problem: expect.stringContaining("is no file here") });
  expect(problem("")).toEqual({ problem: `“${folder}” is a folder; name one file in it.` });
  expect(problem("/large.txt")).toEqual({ problem: expect.stringContaining("is larger than 5 MB") });
  expect(said("briefadmin document file:/dev/zero")).toEqual({
    problem: "“/dev/zero” is not a file that can be read.",
  });
});

test.skipIf(process.getuid?.() === 0)("a file of somebody else's is told of as such", () => {
  chmodSync(join(folder, "a.txt"), 0);
  expect(said("briefadmin document file:%/a.txt")).toEqual({
    problem: expect.stringContaining("may not be read by you"),
  });
});
