import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig, VARIABLES } from "../src/config.ts";

const wrong = (environment: Record<string, string>) => {
  const read = readConfig(environment);
  return "wrong" in read ? read.wrong : [];
};

test("nothing is needed for the terminal", () => {
  expect(readConfig({})).toEqual({ config: { DATA_DIR: "data/state" } });
});

test("an empty value is as good as none", () => {
  expect(readConfig({ DISCORD_TOKEN: "", OPERATION_PORT: " ", DATA_DIR: "" })).toEqual(readConfig({}));
});

test("everything that is missing or wrong is told at once", () => {
  const told = wrong({
    SLACK_SIGNING_SECRET: "s",
    DISCORD_GUILD_ID: "7",
    OPERATION_PORT: "70000",
    CLOCK_START: "tomorrow",
    OWNERS: "me",
  });
  for (const name of [
    "SLACK_BOT_TOKEN",
    "PORT",
    "DISCORD_TOKEN",
    "OPERATION_PORT",
    "CLOCK_START",
    "OWNERS",
  ]) {
    expect(told.filter((line) => line.startsWith(name))).toHaveLength(1);
  }
});

test("a Slack token needs one of the two ways to listen", () => {
  expect(wrong({ SLACK_BOT_TOKEN: "xoxb-1" })[0]).toMatch(/^SLACK_APP_TOKEN is missing/);
  expect(wrong({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" })).toEqual([]);
  expect(wrong({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", PORT: "3000" })).toEqual([]);
});

test("a value that is refused is not repeated: it may be a secret", () => {
  expect(wrong({ OPERATION_PORT: "hunter2", DISCORD_API_URL: "hunter2" }).join()).not.toContain("hunter2");
});

test("bases keep one form, whatever slashes they came with", () => {
  expect(
    readConfig({
      DISCORD_API_URL: "http://127.0.0.1:4711/api/",
      SLACK_API_URL: "http://127.0.0.1:4712/api",
      SLACK_TEAMS: "T1, T2,",
      OWNERS: "discord:1,slack:U2",
    }),
  ).toMatchObject({
    config: {
      DISCORD_API_URL: "http://127.0.0.1:4711/api",
      SLACK_API_URL: "http://127.0.0.1:4712/api/",
      SLACK_TEAMS: ["T1", "T2"],
      OWNERS: ["discord:1", "slack:U2"],
    },
  });
});

test(".env.example names every variable, each with a line on what it does", () => {
  const lines = readFileSync(new URL("../.env.example", import.meta.url), "utf8").split("\n");
  const named = lines.flatMap((line, at) => {
    const name = /^([A-Z_]+)=$/.exec(line)?.[1];
    if (name === undefined) return [];
    expect(lines[at - 1], name).toMatch(/^# \S.{10,}/);
    return [name];
  });
  expect([...named].sort()).toEqual([...VARIABLES].sort());
});
