import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { worldFolder } from "./support/folder.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { PATH = "", HOME = "" } = process.env;

/** Starts the program as a service does, with nothing in the environment but what is given. */
function start(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: ROOT,
    env: { PATH, HOME, DATASET: worldFolder(), ...environment },
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    said.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.stderr += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code, ...said }));
  return { child, said, ended };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

async function fetchSoon(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

test("with no tokens each line of input is a question, and the end of input ends it with 0", async () => {
  const { child, ended } = start();
  child.stdin.end("Who met Carvalho in 2019?\nand in 2021?\n2\n");
  const { code, stdout, stderr } = await ended;
  expect(stdout).toContain("Understood: People who met Inês Carvalho, 1 January to 31 December 2019");
  expect(stdout).toContain("Understood: People who met Inês Carvalho, 1 January to 31 December 2021");
  expect(stdout).toContain("Event E-lisbon0b");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("everything that is missing in the environment is told at once, and ends the start with 2", async () => {
  const { ended } = start({ SLACK_SIGNING_SECRET: "s", OPERATION_PORT: "many", CLOCK_START: "soon" });
  const { code, stderr } = await ended;
  for (const name of ["SLACK_BOT_TOKEN", "PORT is missing", "OPERATION_PORT", "CLOCK_START"]) {
    expect(stderr).toContain(name);
  }
  expect(code).toBe(2);
});

test("a dataset that is not there ends the start with 1 and the way out", async () => {
  const { ended } = start({ DATASET: "/nowhere/at/all" });
  const { code, stderr } = await ended;
  expect(stderr).toContain("/nowhere/at/all is no dataset");
  expect(stderr).not.toContain("    at ");
  expect(code).toBe(1);
});

test("it tells its health while it runs, starts its clock where it is told, and ends on SIGTERM", async () => {
  const port = await freePort();
  const { child, said, ended } = start({ OPERATION_PORT: String(port), CLOCK_START: "2021-05-13T10:00:00Z" });
  const ready = await fetchSoon(`http://127.0.0.1:${port}/readyz`);
  expect(await ready.json()).toMatchObject({ draining: false, parts: [{ name: "console" }] });
  child.stdin.write("events yesterday\n");
  while (!said.stdout.includes("Sources")) await once(child.stdout, "data");
  expect(said.stdout).toContain("Understood: Events, 12 May 2021");
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});
