import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Asker } from "../../src/chat/request.ts";
import { CURATOR, idOf, OWNER, openRoom, READER, type Room } from "../support/curation.ts";

let folder: string;
let room: Room;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "roles-"));
  room = await openRoom(join(folder, "state"), { owners: ["discord:9", "slack:U9"] });
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

const admin = commands.filter(({ group }) => group === "briefadmin").map(({ name }) => name);
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  edit: { event: "E-nobody00" },
  withdraw: { event: "E-nobody00", reason: "x" },
  merge: { event: "E-nobody00", into: "E-nobody01" },
  undo: { change: "C-nobody00" },
  alias: { name: "Zzyzx", alias: "Zed" },
  office: { person: "Zzyzx", title: "president", of: "Finland" },
};
const OWNERS_ONLY = ["import", "role", "backup"];

const SLACK: Partial<Asker> = { platform: "slack", workspace: "slack:T1", channel: "slack:C1" };
const TERMINAL: Partial<Asker> = {
  platform: "console",
  person: "console:operator",
  channel: "console:terminal",
  workspace: undefined as never,
  administers: true,
};
const people: readonly (readonly [string, Partial<Asker>, "owner" | "curator" | "reader" | "away"])[] = [
  ["the terminal's operator", TERMINAL, "owner"],
  ["an owner in Discord", OWNER, "owner"],
  ["an owner in Slack", { ...SLACK, person: "slack:U9" }, "owner"],
  ["who administers the Discord server", CURATOR, "curator"],
  ["who administers the Slack team", { ...SLACK, person: "slack:U5", administers: true }, "curator"],
  ["anyone in Discord who types the line", READER, "reader"],
  ["anyone in Slack", { ...SLACK, person: "slack:U1" }, "reader"],
  ["an administrator of another server", { ...CURATOR, workspace: "discord:2000" }, "away"],
  ["an owner in another server", { ...OWNER, workspace: "discord:2000" }, "away"],
  [
    "an administrator of another team",
    { ...SLACK, person: "slack:U7", workspace: "slack:T2", administers: true },
    "away",
  ],
  ["an owner in a direct message of Discord", { ...OWNER, workspace: undefined as never }, "away"],
];

const call = (name: string, as: Partial<Asker>) => {
  const fields = Object.entries(FIELDS[name] ?? {}).map(([key, value]) => `${key}:"${value}"`);
  const upload = { name: "x.json", bytes: new TextEncoder().encode("{}") };
  return name === "import"
    ? room.act({ kind: "form", name: "briefadmin import", fields: {}, upload }, as)
    : room.hear(`briefadmin ${name} ${fields.join(" ")}`, as);
};

describe.each(people)("%s", (_who, as, role) => {
  test.each(admin)("/briefadmin %s", async (name) => {
    const allowed = role === "owner" || (role === "curator" && !OWNERS_ONLY.includes(name));
    const reply = await call(name, as);
    expect(reply.title === "Nothing was changed").toBe(!allowed);
    if (allowed) return;
    expect(reply.text?.join(" ")).toMatch(
      role === "away"
        ? /only from a home workspace/
        : OWNERS_ONLY.includes(name)
          ? /for owners/
          : /for curators/,
    );
    const { items = [] } = await room.hear("briefadmin audit", OWNER);
    expect(items[0]?.what).toBe(`was refused “${name}”`);
    expect(room.dataset().withdrawn ?? {}).toEqual({});
  });
});

test("a home workspace is named with the line that makes it one, and keeps the others", async () => {
  const reply = await room.hear("briefadmin status", { ...OWNER, workspace: "discord:2000" });
  expect(reply.text?.at(-1)).toBe("HOME_WORKSPACES=discord:1000,slack:T1,discord:2000");
});

test("whom Discord's settings let use the command may change data, typed lines excepted", async () => {
  const command = { kind: "command", group: "briefadmin", name: "status", fields: {} } as const;
  expect((await room.hear("briefadmin status", READER)).title).toBe("Nothing was changed");
  expect((await room.act(command, READER)).title).toBe("Status");
  const slack = { ...SLACK, person: "slack:U1" } as const;
  expect((await room.act(command, slack)).title).toBe("Nothing was changed");
});

test("whom an owner names a reader reads, administrator or not", async () => {
  await room.confirm("briefadmin role person:discord:5 role:reader", OWNER);
  expect((await room.hear("briefadmin status", CURATOR)).title).toBe("Nothing was changed");
});

test("a refusal said again and again is one line of the audit", async () => {
  for (let n = 0; n < 20; n++) await room.hear("briefadmin backup", READER);
  const { items = [] } = await room.hear("briefadmin audit", OWNER);
  expect(items).toHaveLength(1);
});

describe("a confirmation", () => {
  const ID = idOf("E-lisbon-a");
  const line = `briefadmin withdraw event:${ID} reason:retracted`;
  const withdrawn = () => ID in (room.dataset().withdrawn ?? {});

  test("is its own person's alone", async () => {
    const shown = await room.hear(line, CURATOR);
    const other = await room.press(shown, "confirm", undefined, OWNER);
    expect([other.title, withdrawn()]).toEqual(["Somebody else's answer", false]);
    const forged = await room.hear("briefadmin status", OWNER);
    const own = await room.hear(line, OWNER);
    const value = shown.buttons?.[0]?.value;
    expect(forged.title).toBe("Status");
    expect((await room.press(own, "confirm", value, OWNER)).title).toBe("No longer open");
    expect(withdrawn()).toBe(false);
  });

  test("is its own person's alone where everyone sees it", async () => {
    const shown = await room.act({ kind: "line", text: line, follows: false }, CURATOR, { public: true });
    expect((await room.press(shown, "confirm", undefined, OWNER)).title).toBe("Somebody else's answer");
    expect((await room.press(shown, "confirm", undefined, READER)).title).toBe("Somebody else's answer");
    expect(withdrawn()).toBe(false);
  });

  test("lives ten minutes", async () => {
    const shown = await room.hear(line, CURATOR);
    room.later(10 * 60_000);
    expect((await room.press(shown, "confirm", undefined, CURATOR)).title).toBe(`Withdrawn: ${ID}`);
    const late = await room.hear(`briefadmin withdraw event:${idOf("E-lisbon-b")} reason:retracted`, CURATOR);
    room.later(10 * 60_000 + 1);
    expect((await room.press(late, "confirm", undefined, CURATOR)).title).toBe("No longer open");
  });

  test("is taken once", async () => {
    const shown = await room.hear(line, CURATOR);
    const pressed = await Promise.all([1, 2, 3].map(() => room.press(shown, "confirm", undefined, CURATOR)));
    expect(pressed.map(({ title }) => title).toSorted()).toEqual([
      "No longer open",
      "No longer open",
      `Withdrawn: ${ID}`,
    ]);
  });

  test("is worth nothing after the role is gone, and after a restart", async () => {
    const shown = await room.hear(line, CURATOR);
    await room.confirm("briefadmin role person:discord:5 role:reader", OWNER);
    expect((await room.press(shown, "confirm", undefined, CURATOR)).title).toBe("Nothing was changed");
    expect(withdrawn()).toBe(false);
    await room.close();
    room = await openRoom(join(folder, "state"));
    expect(withdrawn()).toBe(false);
  });

  test("of what somebody else changed meanwhile changes nothing", async () => {
    const shown = await room.hear(line, CURATOR);
    await room.confirm(`briefadmin edit event:${ID} when:2021-05-11 reason:diary`, OWNER);
    const reply = await room.press(shown, "confirm", undefined, CURATOR);
    expect(reply.text?.[0]).toContain("Somebody changed");
    expect(withdrawn()).toBe(false);
  });

  test("to be forgotten is nobody else's either", async () => {
    await room.hear("Who met Aino Rautala in 2021?", CURATOR);
    const shown = await room.act({ kind: "line", text: "forget-me", follows: false }, CURATOR, {
      public: true,
    });
    expect((await room.press(shown, "confirm", undefined, OWNER)).title).toBe("Somebody else's answer");
    room.later(10 * 60_000 + 1);
    expect((await room.press(shown, "confirm", undefined, CURATOR)).title).toBe("No longer open");
  });
});
