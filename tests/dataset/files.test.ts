import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectDocuments } from "../../src/dataset/files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "paths-"));
  mkdirSync(join(folder, "deeper"));
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  write("b.txt", "Ministers met.");
  write("a.md", "# Ministers met");
  write("deeper/c.TXT", "They met again.");
  write("photo.png", "not read");
  write(".hidden.txt", "not read");
  write("empty.txt", "");
  write("blank.txt", "\uFEFF \n\n");
  write("latin.txt", Uint8Array.of(0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e));
  write("wide.txt", Buffer.from("\uFEFFMinisters met.", "utf16le"));
  write("binary.txt", Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00));
  write("control.txt", "\u0001\u0002\u0003\u0004 talks");
  write("large.txt", "a".repeat(5_000_001));
  write("largest.txt", "a".repeat(5_000_000));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the documents at a path", () => {
  it("are all texts of a folder and below, in order; what cannot be one is named with its reason", () => {
    const { documents, skipped } = collectDocuments([folder]);
    expect(documents.map(({ file }) => file)).toEqual(["a.md", "b.txt", "c.TXT", "largest.txt"]);
    expect(skipped.map(({ path, why }) => [path.slice(folder.length + 1), why])).toEqual([
      ["binary.txt", "it is not text"],
      ["blank.txt", "it is empty"],
      ["control.txt", "it is not text"],
      ["empty.txt", "it is empty"],
      ["large.txt", "it is over 5 MB"],
      ["latin.txt", "it is not UTF-8; save it as UTF-8"],
      ["wide.txt", "it is not UTF-8; save it as UTF-8"],
    ]);
  });

  it("are taken by content and not by what a name promises", () => {
    const { documents, skipped } = collectDocuments([join(folder, "photo.png"), join(folder, "none.txt")]);
    expect(documents).toEqual([]);
    expect(skipped.map(({ why }) => why)).toEqual(["it is neither .txt nor .md", "there is no such file"]);
  });
});
