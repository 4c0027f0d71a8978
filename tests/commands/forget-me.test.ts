import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Asker } from "../../src/chat/request.ts";
import { openStandIn } from "../support/digests/outlet.ts";
import { OWNER as BOTS_OWNER, openWhole } from "../support/digests/whole.ts";

let folder: string;
let whole: Awaited<ReturnType<typeof openWhole>>;
let posted: ReturnType<typeof openStandIn>["seen"];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "forget-"));
  whole = await open("2023-05-03T08:00:00Z");
});
afterEach(async () => {
  await whole.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = (start: string) =>
  openWhole({
    folder,
    start,
    connect: async (_bot, clock) => {
      const stand = openStandIn("discord", () => clock().getTime());
      posted = stand.seen;
      return { platform: stand.outlet(async () => {}), stop: async () => {} };
    },
  });

const OWNER: Partial<Asker> = { person: BOTS_OWNER, name: "Olga Owner" };
const CARL: Partial<Asker> = { person: "discord:5", name: "Carl Curator", administers: true };
const MADE = 'digest create question:"Who met Aino Rautala?" time:09:00 zone:UTC empty:note';
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
const forget = async (as: Partial<Asker>) =>
  whole.press(await whole.hear("forget-me", as), "confirm", undefined, as);

test("what is stored about a person is shown: their name, their answers, their role, their digests", async () => {
  await whole.hear("Who met Aino Rautala in 2021?", CARL);
  await whole.hear(MADE, CARL);
  await whole.press(
    await whole.hear("briefadmin role person:discord:5 role:curator", OWNER),
    "confirm",
    undefined,
    OWNER,
  );
  const { text, fields, buttons = [] } = await whole.hear("forget-me", CARL);
  expect(text).toEqual([
    "Shall it be deleted? Changes of data and digests stay, as those of “a former member”.",
  ]);
  expect(fields?.[0]?.value).toMatch(
    /^Questions and answers that buttons and follow-ups go on from: \d+\. Your name and id beside the changes that you made or were refused\. Your role, which goes with it: curator\. That you made digest 1\.$/,
  );
  expect(buttons.map(({ verb }) => verb)).toEqual(["confirm", "cancel"]);
  expect((await whole.hear("forget-me", OWNER)).fields?.[0]?.value).toContain("OWNERS");
});

test("deleted, they stand in no file, old copies and backups included; their digest goes on for its channel", async () => {
  await whole.hear(MADE, CARL);
  await whole.hear("digest edit digest:1 time:09:30", CARL);
  await whole.hear("Who met Aino Rautala in 2021?", CARL);
  await whole.press(
    await whole.hear(`briefadmin withdraw event:E-lisbon-a reason:x`, CARL),
    "confirm",
    undefined,
    CARL,
  );
  await whole.hear("briefadmin backup", OWNER);
  await whole.hear("briefadmin backup", CARL);
  await whole.goTo("2023-05-03T09:31:00Z");
  expect(files()).toMatch(/discord:5\b/);
  expect(files()).toContain("Carl");
  expect((await forget(CARL)).title).toBe("Forgotten");
  expect(files()).not.toMatch(/discord:5\b|Carl/);

  await whole.stop();
  whole = await open("2023-05-04T08:00:00Z");
  const before = posted.length;
  await whole.goTo("2023-05-04T09:31:00Z");
  expect(posted.length).toBe(before + 1);
  expect((await whole.hear("digest list", { ...CARL, person: "discord:6" })).items?.length ?? 1).toBe(1);
  expect((await whole.say("briefadmin audit", OWNER)).match(/a former member/g)?.length).toBeGreaterThan(1);
  expect(await whole.say("forget-me", CARL)).toContain("Stored about you: nothing");
});

test("the buttons under what their digest posted before still work", async () => {
  await whole.hear(MADE, CARL);
  await whole.goTo("2023-05-03T09:01:00Z");
  const post = posted.at(-1)!.reply;
  const press = () => whole.press(post, "timeline", undefined, { person: "discord:7" });
  const before = (await press()).title;
  await forget(CARL);
  expect([before, (await press()).title]).toEqual(["Who met Aino Rautala?", "Who met Aino Rautala?"]);
});

test("a refusal in a direct message says where to go on, and keeps no address of it", async () => {
  const there: Partial<Asker> = { ...CARL, workspace: undefined as never, channel: "discord:777" };
  expect((await whole.hear("briefadmin status", there)).text?.[0]).toBe(
    "Data can be changed only from a home workspace, and this is a direct message: please use /briefadmin in your server.",
  );
  expect(await whole.say("briefadmin audit", OWNER)).toContain(
    "Carl Curator (discord:5) · a direct message · was refused “status”",
  );
  await forget(CARL);
  expect(files()).not.toContain("discord:777");
});
