import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { CURATOR, idOf, OWNER, openRoom } from "../support/curation.ts";

/** What each command needs so that it comes as far as writing. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  edit: { event: idOf("E-secret21"), status: "planned", reason: "x" },
  withdraw: { event: idOf("E-secret21"), reason: "x" },
  merge: { event: idOf("E-secret21"), into: idOf("E-forum021") },
  undo: { change: "C-00000000" },
  alias: { name: "Aino Rautala", alias: "The Otter" },
  office: { person: "Aino Rautala", title: "president", of: "Finland" },
  role: { person: "discord:1", role: "curator" },
};

const CHILD = ["--import", "tsx", "tests/support/store/curator.ts"];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crashes-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes from `first` on, is killed without warning soon after `until` was acknowledged, and returns the last heard. */
function writeAndKill(first: number, until: number, afterMs: number): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...CHILD, folder, String(first), "100000"]);
    let heard = first - 1;
    let due = false;
    child.stdout.on("data", (data: Buffer) => {
      for (const line of data.toString().trim().split("\n")) {
        if (!/^\d+$/.test(line)) return fail(new Error(line));
        heard = Number(line);
      }
      if (heard < until || due) return;
      due = true;
      setTimeout(() => child.kill("SIGKILL"), afterMs);
    });
    child.on("exit", () => done(heard));
  });
}

async function added(): Promise<{
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly sound: string;
}> {
  const room = await openRoom(folder);
  const { events } = room.dataset();
  const ids = Array.from({ length: events.length }, (_, n) => events.at(n)!.id);
  const numbers = (half: string) =>
    ids
      .flatMap((id) => (new RegExp(`^E-${half}\\d{7}$`).test(id) ? [Number(id.slice(3))] : []))
      .toSorted((a, b) => a - b);
  const { fields = [] } = await room.hear("briefadmin status", OWNER);
  await room.close();
  return {
    a: numbers("a"),
    b: numbers("b"),
    sound: fields.find(({ name }) => name === "Storage")?.value ?? "",
  };
}

test("killed at any moment, no acknowledged change is lost and none is half done", {
  timeout: 120_000,
}, async () => {
  let last = 0;
  for (const [more, afterMs] of [
    [1, 0],
    [30, 1],
    [45, 3],
    [60, 0],
    [70, 2],
  ] as const) {
    const heard = await writeAndKill(last + 1, last + more, afterMs);
    const { a, b, sound } = await added();
    expect(sound).toBe("sound");
    expect(a).toEqual(b);
    expect(a).toEqual(Array.from({ length: a.length }, (_, n) => n + 1));
    expect(a.length).toBeGreaterThanOrEqual(heard);
    last = a.length;
  }
  expect(last).toBeGreaterThanOrEqual(200);
  expect(readdirSync(join(folder, "changes")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

describe("a file of changes that is", () => {
  const line = (id: string) => `briefadmin withdraw event:${idOf(id)} reason:x`;
  const newest = () => join(folder, "changes", "000001.json");

  async function twoChanges() {
    const room = await openRoom(folder);
    await room.confirm(line("E-lisbon-a"));
    await room.confirm(line("E-lisbon-b"));
    await room.close();
  }

  test.each([
    ["empty", () => ""],
    ["torn", (text: string) => text.slice(0, -40)],
    ["null", () => "null\n"],
    ["newer", (text: string) => text.replace('"version":1', '"version":9')],
    ["something else", () => '{"version":1,"data":[[{"kind":"surprise"}]]}'],
  ])("%s is set aside, its backup read only until an owner accepts it", async (_name, damage) => {
    await twoChanges();
    const damaged = damage(readFileSync(newest(), "utf8"));
    writeFileSync(newest(), damaged);
    const room = await openRoom(folder);
    const aside = readdirSync(join(folder, "changes")).find((name) => name.includes("damaged"));
    expect(readFileSync(join(folder, "changes", aside ?? ""), "utf8")).toBe(damaged);
    expect(Object.keys(room.dataset().withdrawn ?? {})).toEqual([idOf("E-lisbon-a")]);
    expect((await room.hear(line("E-secret21"), CURATOR)).text?.[0]).toContain("until an owner has looked");
    const seen = await room.hear("briefadmin status", CURATOR);
    expect(seen.buttons).toBeUndefined();
    const shown = await room.hear("briefadmin status", OWNER);
    expect(shown.fields?.find(({ name }) => name === "Storage")?.value).toContain("could not be used");
    await room.press(shown, "accept", undefined, OWNER);
    expect((await room.confirm(line("E-secret21"))).title).toBe(`Withdrawn: ${idOf("E-secret21")}`);
    await room.close();
  });

  test("stays accepted after a restart", async () => {
    await twoChanges();
    writeFileSync(newest(), "torn");
    const room = await openRoom(folder);
    await room.press(await room.hear("briefadmin status", OWNER), "accept", undefined, OWNER);
    await room.close();
    const again = await openRoom(folder);
    expect((await again.confirm(line("E-secret21"))).title).toBe(`Withdrawn: ${idOf("E-secret21")}`);
    expect(Object.keys(again.dataset().withdrawn ?? {})).toEqual([idOf("E-lisbon-a"), idOf("E-secret21")]);
    await again.close();
  });

  test("leaves a terminal beside the bot with what the bot loaded", async () => {
    await twoChanges();
    writeFileSync(newest(), "torn");
    const bot = await openRoom(folder);
    const terminal = await openRoom(folder, { late: true });
    expect(terminal.dataset().withdrawn).toEqual(bot.dataset().withdrawn);
    await terminal.close();
    await bot.close();
  });

  test("closes every command that changes data, in one sentence that says what to do; reading goes on", async () => {
    await twoChanges();
    writeFileSync(newest(), "torn");
    const room = await openRoom(folder);
    const before = JSON.stringify(room.dataset());
    const upload = { name: "x.txt", bytes: new TextEncoder().encode("A text.") };
    const outcomes: Record<string, string> = {};
    for (const { group, name } of commands) {
      if (group !== "briefadmin") continue;
      const fields = FIELDS[name] ?? {};
      const reply = await room.act({ kind: "command", group, name, fields, upload }, OWNER);
      outcomes[name] = reply.title === "Nothing was changed" ? (reply.text?.[0] ?? "") : "open";
    }
    const open = ["export", "audit", "status", "backup"];
    expect(Object.keys(outcomes).filter((name) => outcomes[name] === "open")).toEqual(open);
    for (const name of Object.keys(outcomes).filter((one) => !open.includes(one)))
      expect(outcomes[name], name).toBe(
        "A file of people's changes was damaged, and its newest backup was loaded. Nothing can be changed until an owner has looked and accepted it: “briefadmin status”.",
      );
    const forget = await room.press(await room.hear("forget-me", CURATOR), "confirm", undefined, CURATOR);
    expect(forget.title).toBe("Forgotten");
    expect(JSON.stringify(room.dataset())).toBe(before);
    expect((await room.hear("Who met Aino Rautala in 2021?", CURATOR)).items?.length).toBeGreaterThan(0);
    await room.close();
  });

  test("of people, damaged, keeps their names until an owner has looked", async () => {
    await twoChanges();
    writeFileSync(join(folder, "people.json"), "torn");
    const room = await openRoom(folder);
    await room.hear("Who met Aino Rautala in 2021?", CURATOR);
    const shown = await room.hear("forget-me", CURATOR);
    expect(shown.text?.at(-1)).toContain("an owner has to look at it first");
    expect(shown.buttons).toBeUndefined();
    await room.close();
  });

  test("people's names and roles, damaged, is read only as well until an owner accepts it", async () => {
    await twoChanges();
    writeFileSync(join(folder, "people.json"), "torn");
    const room = await openRoom(folder);
    expect((await room.hear(line("E-secret21"), CURATOR)).text?.[0]).toContain("until an owner has looked");
    expect((await room.hear(line("E-secret21"), { person: "discord:1" })).text?.[0]).toContain(
      "for curators",
    );
    await room.press(await room.hear("briefadmin status", OWNER), "accept", undefined, OWNER);
    expect((await room.confirm(line("E-secret21"))).title).toBe(`Withdrawn: ${idOf("E-secret21")}`);
    await room.close();
  });

  test("not to be written says so in a sentence, and nothing has changed", async () => {
    await twoChanges();
    const room = await openRoom(folder);
    const inTheWay = join(folder, "changes", `000001.json.${process.pid}.tmp`);
    mkdirSync(inTheWay);
    const refused = await room.confirm(line("E-secret21"));
    expect([refused.title, refused.text?.[0]]).toEqual([
      "Nothing was changed",
      expect.stringContaining("(EISDIR)"),
    ]);
    expect(Object.keys(room.dataset().withdrawn ?? {})).toHaveLength(2);
    rmSync(inTheWay, { recursive: true });
    expect((await room.confirm(line("E-secret21"))).title).toBe(`Withdrawn: ${idOf("E-secret21")}`);
    await room.close();
  });

  test("copied back from a backup is as it was", async () => {
    const room = await openRoom(folder);
    await room.confirm(line("E-lisbon-a"));
    const made = await room.hear("briefadmin backup", OWNER);
    await room.confirm(line("E-lisbon-b"));
    await room.close();
    const copy = /It stands in ([^,]+),/.exec(made.text?.[0] ?? "")?.[1] ?? "";
    cpSync(join(copy, "changes"), join(folder, "changes"), { recursive: true });
    const again = await openRoom(folder);
    expect(Object.keys(again.dataset().withdrawn ?? {})).toEqual([idOf("E-lisbon-a")]);
    await again.close();
  });
});

describe("while another process holds the data, the terminal", () => {
  const operator = {
    platform: "console",
    person: "console:operator",
    workspace: undefined as never,
  } as const;

  test("answers with people's changes, says who holds them, and changes data when it is free", async () => {
    const child = spawn(process.execPath, [...CHILD, folder, "1", "100000"]);
    await new Promise((heard) => child.stdout.once("data", heard));
    const terminal = await openRoom(folder, { late: true });
    expect(await terminal.say("event E-a0000001", operator)).toContain("Event E-a0000001");
    const refused = await terminal.hear(`briefadmin withdraw event:E-a0000001 reason:x`, operator);
    expect(refused.text?.[0]).toContain(`The bot is running (process ${child.pid}) and holds the data.`);
    expect(refused.text?.[0]).toContain("stop the bot and ask here again");
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
    const done = await terminal.confirm("briefadmin withdraw event:E-a0000001 reason:x", operator);
    expect(done.title).toBe("Withdrawn: E-a0000001");
    await terminal.close();
  });
});
