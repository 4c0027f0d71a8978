import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands, commandTable } from "../commands/index.ts";
import { VARIABLES } from "../src/config.ts";

const file = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const readme = file("README.md");

test("the README's table of commands is the one that the commands write", () => {
  expect(readme).toContain(commandTable(commands));
});

test.each(commands.map(({ group, name }) => `/${group} ${name}`))("the README names %s", (name) => {
  expect(readme).toContain(name);
});

const scripts = Object.keys(JSON.parse(file("package.json")).scripts);
test.each(scripts)("the README names the script %s", (name) => {
  const calls = [`npm run ${name}`, `npm run --silent ${name}`, `npm ${name}`];
  expect(calls.some((call) => readme.includes(call))).toBe(true);
});

test.each(VARIABLES)("the README names the variable %s", (name) => {
  expect(readme).toContain(name);
});
