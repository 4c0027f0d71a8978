import { expect, test } from "vitest";
import { openLog } from "../../src/operation/index.ts";

function logged(write: (log: ReturnType<typeof openLog>) => void, secrets: readonly string[] = []) {
  const lines: string[] = [];
  write(openLog({ level: "info", secrets, write: (line) => void lines.push(line) }));
  return lines;
}

test("a line is one JSON object with its meaning and fields", () => {
  const [line = ""] = logged((log) => log.info({ platform: "discord" }, "connected"));
  expect(JSON.parse(line)).toMatchObject({ level: "info", platform: "discord", msg: "connected" });
});

test("what is below the level is left out", () => {
  expect(logged((log) => log.debug({ words: "who met whom" }, "asked"))).toEqual([]);
});

test("an error comes whole", () => {
  const [line = ""] = logged((log) => log.error({ err: new Error("the value was 7") }, "broke"));
  const { err } = JSON.parse(line);
  expect(err).toMatchObject({ type: "Error", message: "the value was 7" });
  expect(err.stack).toContain("log.test.ts");
});

const DISCORD = `${"M".repeat(24)}.${"a".repeat(6)}.${"z".repeat(38)}`;
const SLACK = ["xoxb", "123456789", "abcdefgh"].join("-");

test.each([
  ["under its name", { token: "plain-old-secret" }],
  ["under its name, deeper", { options: { headers: { authorization: "plain-old-secret" } } }],
  ["by its shape in a text", { detail: `the token ${SLACK} was refused` }],
  ["by its shape in an error", { err: new Error(`401 for Bot ${DISCORD}`) }],
  ["by its value", { err: new Error("refused: my-very-own-value") }],
])("a secret is hidden %s", (_how, fields) => {
  const text = logged((log) => log.error(fields, "refused"), ["my-very-own-value"]).join("");
  expect(text).toContain("[redacted]");
  for (const secret of ["plain-old-secret", SLACK, DISCORD, "my-very-own-value"])
    expect(text).not.toContain(secret);
});
