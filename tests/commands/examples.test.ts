import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { commands, QUESTIONS } from "../../commands/index.ts";
import { loadGazetteer } from "../../src/dataset/gazetteer.ts";
import { openDataset } from "../../src/dataset/open.ts";
import { talk } from "../support/say.ts";

const data = fileURLToPath(new URL("../../data", import.meta.url));
const lines = talk({ dataset: openDataset(data, { gazetteer: loadGazetteer(`${data}/gazetteer`) }) });

const examples = commands.flatMap(({ group, example }) =>
  group === "brief" ? [`/${group} ${example}`] : [],
);

test.each([...examples, ...QUESTIONS])("the shipped dataset answers “%s”", async (line) => {
  const reply = await lines.hear(line, { thread: line });
  expect(reply.items ?? reply.file ?? reply.fields).toBeDefined();
  expect(JSON.stringify(reply)).not.toMatch(/Nothing recorded|Not understood|Not known/);
});

test("there are three questions to begin with", () => {
  expect(QUESTIONS).toHaveLength(3);
});

test.each(commands.map((command) => [command.name, command] as const))(
  "%s describes itself within every platform's limits",
  (_name, command) => {
    expect(command.name).toMatch(/^[a-z][a-z-]{0,31}$/);
    expect(command.describe.length).toBeLessThanOrEqual(100);
    expect(command.example.startsWith(command.name)).toBe(true);
    expect(command.options.length).toBeLessThanOrEqual(25);
    for (const option of command.options) {
      expect(option.name).toMatch(/^[a-z]{1,32}$/);
      expect(option.describe.length).toBeLessThanOrEqual(100);
      expect(option.choices?.length ?? 0).toBeLessThanOrEqual(25);
    }
  },
);
