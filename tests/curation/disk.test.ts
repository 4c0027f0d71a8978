import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { worldFolder } from "../support/folder.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "disk-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The program at a terminal whose lines come from a pipe, under a limit that the shell sets before it. */
function run(before: string, lines: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["-c", `${before} exec '${process.execPath}' --import tsx src/main.ts`],
    {
      cwd: ROOT,
      encoding: "utf8",
      input: `${lines.join("\n")}\n`,
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, DATASET: worldFolder(), DATA_DIR: folder },
        // The loader's own files are not what is tried here.
        ...{ TSX_DISABLE_CACHE: "1", LOG_LEVEL: "error" },
      },
    },
  );
  expect(status, stderr).toBe(0);
  return stdout;
}

const adding = (n: number) => [
  `briefadmin add kind:meeting when:20${10 + n}-01-01 who:"Aino Rautala; Bob Other" source:"https://coast.example/${n}"`,
  "confirm",
];
const ADDS = Array.from({ length: 9 }, (_, n) => adding(n)).flat();

/** Meetings in the answer to the question that is asked last of all, or first of all. */
const met = (said: string) => {
  const answer = said.split("Understood: Events of Bob Other")[1]?.split("Add this event?")[0];
  return answer?.match(/^\d+\. 1 January 20/gm)?.length;
};

test("on a full disk a change is refused with the way out, what was acknowledged stays, and answers go on", {
  timeout: 60_000,
}, () => {
  // A limit on the size of files ends a write half way, as a full disk does.
  const said = run('trap "" XFSZ; ulimit -f 6;', [...ADDS, "Events of Bob Other"]);
  const added = said.match(/^Added: E-/gm)?.length ?? 0;
  expect(added).toBeGreaterThan(0);
  expect(said.match(/^Nothing was changed$/gm)?.length).toBe(9 - added);
  expect(said).toContain(
    "It could not be written to the disk (EFBIG). Whoever runs the bot has to make room there, or make the folder writable; then give the command again.",
  );
  expect(said).not.toContain("Something broke");
  expect(met(said)).toBe(added);
  const later = run("", ["Events of Bob Other", ...adding(9), "briefadmin status"]);
  expect(met(later)).toBe(added);
  expect(later).toMatch(/^Added: E-/m);
  expect(later).toContain("Storage: sound");
});
