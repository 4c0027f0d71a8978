import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Which room may ask which: ARCHITECTURE.md tells why. A room may always ask itself. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/reading": ["src/model"],
  "src/engine": ["src/model"],
  "src/store": ["src/model", "src/chat"],
  "src/dataset": ["src/model", "src/reading", "src/store"],
  "src/chat": ["src/model"],
  "src/digests": ["src/model", "src/chat", "src/store"],
  "src/bot": ["src/model", "src/engine", "src/dataset", "src/digests", "src/store", "src/chat"],
  "src/pictures": ["src/model"],
  "src/operation": ["src/model"],
  commands: ["src/bot", "src/chat", "src/engine", "src/model", "src/pictures", "data"],
  adapters: ["src/chat"],
};

/** Where each outside package comes in: one door. */
const DOORS: Readonly<Record<string, RegExp>> = {
  "discord.js": /^(adapters\/discord|tests)\//,
  "@slack/bolt": /^(adapters\/slack|tests)\//,
  "node-cron": /^src\/digests\/clock\.ts$/,
  lowdb: /^src\/store\//,
  edtf: /^tests\//,
  "any-ascii": /^src\/pictures\//,
  "opentype.js": /^src\/pictures\//,
  "@date-fns/tz": /^src\/(digests|reading|engine\/question)\//,
  "date-fns": /^src\/(digests|reading|engine\/question)\//,
  "@resvg/resvg-js": /^(src\/pictures|tests)\//,
  "d3-scale": /^src\/pictures\//,
  "d3-force": /^src\/pictures\//,
  pino: /^src\/operation\//,
  "prom-client": /^src\/operation\//,
};

type Import = { readonly file: string; readonly target: string };

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

const files = ["src", "commands", "adapters", "scripts", "tests"].flatMap(sourcesIn);

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = text.matchAll(
    /^(?:import|export)\b[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...found].map((match) => ({ file, target: match[1] ?? match[2] ?? match[3] ?? "" }));
});

const inside = ({ file, target }: Import) => relative(ROOT, join(ROOT, dirname(file), target));

/** `src/engine` of `src/engine/answer/index.ts`; files directly in `src` are front doors. */
function roomOf(path: string): string {
  const [first = "", second = "", third] = path.split("/");
  return first === "src" && third !== undefined ? `src/${second}` : first;
}

test("rooms ask only those that they may ask", () => {
  const broken = imports
    .filter(({ file, target }) => target.startsWith(".") && ASKS[roomOf(file)] !== undefined)
    .map((each) => ({ file: each.file, room: roomOf(each.file), asked: roomOf(inside(each)) }))
    .filter(({ room, asked }) => room !== asked && !ASKS[room]?.includes(asked))
    .map(({ file, asked }) => `${file} asks ${asked}`);
  expect(broken).toEqual([]);
});

test("an adapter never asks another adapter", () => {
  const broken = imports
    .filter(({ file, target }) => file.startsWith("adapters/") && target.startsWith("."))
    .filter((each) => inside(each).startsWith("adapters/"))
    .filter((each) => each.file.split("/")[1] !== inside(each).split("/")[1])
    .map(({ file, target }) => `${file} asks ${target}`);
  expect(broken).toEqual([]);
});

test("nobody asks the front doors", () => {
  const broken = imports
    .filter(({ target }) => target.startsWith("."))
    .filter(
      (each) => !each.file.startsWith("tests/") && /^(scripts\/|src\/(main|config)\.ts$)/.test(inside(each)),
    )
    .filter(({ file }) => !file.startsWith("scripts/") && file !== "src/main.ts")
    .map(({ file, target }) => `${file} asks ${target}`);
  expect(broken).toEqual([]);
});

test("each outside package comes in by its one door", () => {
  const broken = imports
    .filter(({ target }) => !target.startsWith(".") && !target.startsWith("node:"))
    .filter(({ file, target }) => {
      const door = Object.keys(DOORS).find((name) => target === name || target.startsWith(`${name}/`));
      return door !== undefined && !DOORS[door]?.test(file);
    })
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(broken).toEqual([]);
});

test("the walls are those of a whole house", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});
