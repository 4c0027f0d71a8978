import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { terminal } from "../../adapters/console/index.ts";
import type { Bot } from "../../src/chat/platform.ts";
import type { FileOut, Reply } from "../../src/chat/reply.ts";
import type { Request } from "../../src/chat/request.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const file: FileOut = {
  name: "attache-all.csv",
  type: "text/csv",
  content: "id\r\n",
  description: "1 event",
};

/** A bot that says again what it was asked, and gives a file when asked for one. */
function echo(heard: Request[]): Bot {
  return {
    menu: [],
    suggest: () => [],
    answer: async (request) => {
      heard.push(request);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const { act } = request;
      const title = act.kind === "line" ? `Heard: ${act.text}` : act.kind;
      const wanted = act.kind === "line" && act.text === "file";
      return { title, audience: "private", ...(wanted && { file }) } satisfies Reply;
    },
  };
}

type Stream = PassThrough & { isTTY?: boolean; columns?: number };

function open(interactive: boolean) {
  const heard: Request[] = [];
  const [input, output] = [new PassThrough() as Stream, new PassThrough() as Stream];
  for (const stream of [input, output]) stream.isTTY = interactive;
  let printed = "";
  output.on("data", (chunk) => {
    printed += chunk;
  });
  const console_ = terminal({
    bot: echo(heard),
    log: silent,
    clock: () => new Date("2023-05-03T10:00:00.000Z"),
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    locale: "en-GB",
    zone: "UTC",
    colours: true,
  });
  return { console_, input, heard, printed: () => printed };
}

const home = process.cwd();
beforeEach(() => process.chdir(mkdtempSync(join(tmpdir(), "attache-terminal-"))));
afterEach(() => process.chdir(home));

test("lines of a pipe are answered in order, plainly, and the end of input ends it", async () => {
  const { console_, input, printed } = open(false);
  await console_.start();
  input.end("first\nsecond\n\nthird");
  await console_.ended;
  expect(printed()).toBe("Heard: first\n\nHeard: second\n\nHeard:\n\nHeard: third\n\n");
});

test("a person is greeted, and quit ends it", async () => {
  const { console_, input, heard, printed } = open(true);
  await console_.start();
  input.write("hello\r");
  input.write("quit\r");
  await console_.ended;
  expect(heard.map(({ act }) => act)).toEqual([
    { kind: "home" },
    { kind: "line", text: "hello", follows: true },
  ]);
  expect(printed()).toContain("Heard: hello");
});

test("whoever sits at the terminal is its operator, at the clock's instant", async () => {
  const { console_, input, heard } = open(false);
  await console_.start();
  input.end("hello");
  await console_.ended;
  expect(heard[0]?.asker).toEqual({
    platform: "console",
    person: "console:operator",
    channel: "console:terminal",
    thread: "console:terminal",
    locale: "en-GB",
    zone: "UTC",
    at: "2023-05-03T10:00:00.000Z",
    administers: true,
  });
});

test("a file is saved beside the person, and nothing is overwritten", async () => {
  writeFileSync(file.name, "mine");
  const { console_, input, printed } = open(true);
  await console_.start();
  input.write("file\r");
  input.write("quit\r");
  await console_.ended;
  expect(readFileSync(file.name, "utf8")).toBe("mine");
  expect(readFileSync("attache-all-2.csv", "utf8")).toBe("id\r\n");
  expect(printed()).toContain("Saved as attache-all-2.csv in this folder.");
});

test("into a pipe goes the text of a file", async () => {
  const { console_, input, printed } = open(false);
  await console_.start();
  input.end("file");
  await console_.ended;
  expect(printed()).toBe("Heard: file\nid\r\n\n\n");
});

test("what is posted is printed", async () => {
  const { console_, printed } = open(false);
  await console_.start();
  const digest: Reply = { title: "Digest", audience: "public" };
  expect(await console_.post("console:terminal", digest, { key: "k", once: true })).toMatchObject({
    kind: "sent",
  });
  expect(printed()).toBe("Digest\n\n");
});

test("stopping waits for the answer that is under way", async () => {
  const { console_, input, printed } = open(false);
  await console_.start();
  input.write("slow\n");
  await new Promise((resolve) => setImmediate(resolve));
  await console_.stop(1_000);
  expect(printed()).toBe("Heard: slow\n\n");
});
