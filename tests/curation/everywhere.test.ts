import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { CURATOR, idOf, openRoom } from "../support/curation.ts";
import { type Role, SURFACES, type Surface } from "../support/everywhere.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "everywhere-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const TALKS = bytes(
  "Harbour talks\n\nNAIROBI, 4 May 2023 - Foreign Minister Aino Rautala of Finland met Kenyan President Wanjiru Odhiambo in Nairobi on Wednesday to discuss fisheries.\n",
);
const ADD = {
  kind: "talks",
  when: "13 May 2021",
  where: "Lisbon",
  who: "Aino Rautala; Inês Carvalho (host)",
  source: "Harbour days, Coast Daily, 2021-05-14 https://coast.example/a",
};
const LISBON = idOf("E-lisbon-a");

/** Each command, what it is given, what it is headed with for those who may call it, and whose it is. */
const TABLE: readonly (readonly [string, Readonly<Record<string, string>>, string, Role, Uint8Array?])[] = [
  ["add", { ...ADD, where: "Nairobi" }, "Add this event?", "curator"],
  ["edit", { event: LISBON, status: "planned", reason: "not yet" }, `Change ${LISBON}?`, "curator"],
  ["withdraw", { event: LISBON, reason: "retracted" }, `Withdraw ${LISBON}?`, "curator"],
  ["merge", { event: LISBON, into: idOf("E-lisbon-b") }, `Merge ${LISBON} into`, "curator"],
  ["document", {}, "Take this document?", "curator", TALKS],
  ["review", {}, "Review", "curator"],
  ["alias", { name: "Aino Rautala", alias: "The Otter" }, "Add this name?", "curator"],
  ["office", { person: "Aino Rautala", title: "president", of: "Finland" }, "Add this office?", "curator"],
  ["import", {}, "Not imported", "owner", TALKS],
  ["export", {}, "Export", "curator"],
  ["audit", {}, "Audit", "curator"],
  ["undo", { change: "C-00000000" }, "No such change", "curator"],
  ["role", {}, "Roles", "owner"],
  ["status", {}, "Status", "curator"],
  ["backup", {}, "Backup made", "owner"],
  ["brief forget-me", {}, "What is stored about you", "reader"],
];

test("the table names every command that changes data", () => {
  const admin = commands.filter(({ group }) => group === "briefadmin").map(({ name }) => name);
  expect(TABLE.map(([name]) => name)).toEqual([...admin, "brief forget-me"]);
});

const RANK: readonly Role[] = ["reader", "curator", "owner"];

describe.each(Object.keys(SURFACES))("on %s", { timeout: 60_000 }, (name) => {
  const open = (): Promise<Surface> => SURFACES[name]!(folder);

  test("each command does its work for those who may call it, and is refused to everyone else", async () => {
    const surface = await open();
    const { call, roles, room } = surface;
    const before = JSON.stringify(room.dataset());
    for (const role of roles) {
      const outcomes: (readonly [string, string])[] = [];
      for (const [command, fields, heading, needs, file] of TABLE) {
        const { words } = await call(command, fields, role, file);
        const allowed = RANK.indexOf(role) >= RANK.indexOf(needs);
        const wanted = allowed ? heading : needs === "owner" ? "This is for owners" : "for curators";
        outcomes.push([command, words.includes(wanted) ? wanted : `${wanted} is missing in: ${words}`]);
        if (!allowed) expect(words).toContain("please ask an owner");
      }
      expect(outcomes).toEqual(
        TABLE.map(([command, , heading, needs]) => {
          if (RANK.indexOf(role) >= RANK.indexOf(needs)) return [command, heading];
          return [command, needs === "owner" ? "This is for owners" : "for curators"];
        }),
      );
    }
    expect(JSON.stringify(room.dataset())).toBe(before);
    if (roles.length === 1) return;
    for (const [command, , , needs] of TABLE.filter(([, , , one]) => one !== "reader"))
      expect((await call("audit", { about: command }, "owner")).words).toMatch(
        new RegExp(needs === "owner" ? `(was refused “${command}”[\\s\\S]*){2}` : `was refused “${command}”`),
      );
  });

  test("each change is written on the word, shows in answers, and the audit leads to its undoing", async () => {
    const { call, press, ask, room } = await open();
    const confirmed = async (command: string, fields: Readonly<Record<string, string>>, role?: Role) => {
      const { labels, words } = await call(command, fields, role);
      expect(labels, words).toEqual(["Confirm", "Cancel"]);
      return (await press("Confirm", role)).words;
    };
    const added = await confirmed("add", { ...ADD, when: "2 April 2023", where: "Nairobi" });
    const event = /E-[0-9a-z]{8}/.exec(added)?.[0] ?? "";
    expect(await ask("Who met Aino Rautala in April 2023?")).toContain("Inês Carvalho");
    const edited = await confirmed("edit", { event, when: "3 April 2023", reason: "the diary says so" });
    expect(edited).toContain("the diary says so");
    expect(await ask("When did Aino Rautala meet Inês Carvalho in 2023?")).toContain("3 April 2023");
    expect(await confirmed("merge", { event, into: idOf("E-trio0022") })).toContain("Merged");
    expect((await call("brief event", { id: event })).words).toContain(
      `was merged into ${idOf("E-trio0022")}`,
    );
    expect(await confirmed("withdraw", { event: LISBON, reason: "retracted" })).toContain(
      "no answer any more",
    );
    expect((await call("brief event", { id: LISBON })).words).toMatch(
      /was withdrawn on .*5.*2023: retracted/,
    );
    expect(await confirmed("alias", { name: "Aino Rautala", alias: "The Otter" })).toContain("The Otter");
    expect(await ask("Who met The Otter in 2022?")).toContain("People who met Aino Rautala");
    const office = { person: "Aino Rautala", title: "president", of: "Finland", from: "2023-01-01" };
    expect(await confirmed("office", office)).toContain("Office added");
    expect((await call("brief profile", { name: "Aino Rautala" })).words).toContain("president");
    const named = { person: "discord:123", role: "curator" };
    expect(await confirmed("role", named, "owner")).toContain("discord:123 is a curator from now on");
    const { words } = await call("audit", { about: "withdrew" });
    const change = /C-[0-9a-z]{8}/.exec(words)?.[0] ?? "";
    expect(await confirmed("undo", { change })).toContain(`Undone: ${change}`);
    expect((await call("brief event", { id: LISBON })).words).not.toContain("was withdrawn");
    const whole = room.dataset();
    const elsewhere = await openRoom(join(folder, "elsewhere"));
    await elsewhere.confirm(`briefadmin withdraw event:${idOf("E-forum021")} reason:"told twice"`);
    const { file } = await elsewhere.hear("briefadmin export", CURATOR);
    await elsewhere.close();
    const shown = await call("import", {}, "owner", bytes(String(file?.content)));
    expect(shown.words).toMatch(/New changes\W+1\b/);
    expect((await press("Confirm", "owner")).words).toContain("Imported");
    expect(room.dataset().events.length).toBe(whole.events.length - 1);
    expect((await call("brief forget-me", {})).labels).toEqual(["Delete it", "Cancel"]);
    expect((await press("Delete it")).words).toContain("is deleted");
    expect((await call("audit", { about: "withdrew" }, "owner")).words).toContain("a former member");
  });

  test("what is proposed is its person's alone, for ten minutes, once", async () => {
    const { call, press, roles, room, later } = await open();
    const fields = { event: LISBON, reason: "retracted" };
    const isGone = () => LISBON in (room.dataset().withdrawn ?? {});
    expect((await call("withdraw", fields)).labels).toEqual(["Confirm", "Cancel"]);
    for (const other of roles.filter((role) => role !== "curator" && roles.length > 1))
      expect((await press("Confirm", other)).words).toContain("belongs to the person who asked");
    later(10 * 60_000 + 1);
    expect((await press("Confirm")).words).toContain("This waits no longer");
    expect(isGone()).toBe(false);
    await call("withdraw", fields);
    expect((await press("Confirm")).words).toContain(`Withdrawn: ${LISBON}`);
    expect(isGone()).toBe(true);
  });

  test("a newcomer brings a file, accepts what it found, and the next answer cites it", async () => {
    const { call, press, ask } = await open();
    const link = "https://coast.example/talks";
    expect(await ask("Who met Aino Rautala in May 2023?")).toContain("Nothing recorded");
    const fields = { title: "Harbour talks", publisher: "Coast Daily", link };
    const shown = await call("document", fields, "curator", TALKS);
    expect(shown.labels).toEqual(["Take it, accept 1", "Take it, look at each", "Cancel"]);
    expect(shown.words).toContain("Aino Rautala met Wanjiru Odhiambo");
    expect((await press("Take it, accept 1")).words).toContain("every answer shows them from now on");
    const answer = await ask("Who met Aino Rautala in May 2023?");
    expect(answer).toMatch(/Wanjiru Odhiambo[\s\S]*Harbour talks[\s\S]*Coast Daily[\s\S]*4 May 2023/);
    expect((await call("document", {}, "curator", TALKS)).words).toContain("this very text already");
  });

  test("a file that is no text is refused by what is in it, whatever its name says", async () => {
    const { call } = await open();
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]);
    expect((await call("document", {}, "curator", picture)).words).toContain("it is not text");
    expect((await call("document", {}, "curator", new Uint8Array([0xff, 0xfe, 65, 0]))).words).toContain(
      "it is not UTF-8",
    );
  });

  test("what looks the same is a further source, another event, or nothing, as the person says", async () => {
    const { call, press, ask, room } = await open();
    const count = room.dataset().events.length;
    const shown = await call("add", ADD);
    expect(shown.words).toContain("Is it the same event?");
    expect(shown.labels).toEqual([`Add as a further source of ${LISBON}`, "It is another event", "Cancel"]);
    expect((await press("Cancel")).words).toContain("Nothing was changed");
    expect(room.dataset().events.length).toBe(count);
    await call("add", ADD);
    expect((await press(`Add as a further source of ${LISBON}`)).words).toContain("further source");
    expect(room.dataset().events.length).toBe(count);
    expect(await ask("Who met Aino Rautala in May 2021?")).toContain("Harbour days");
    await call("add", ADD);
    expect((await press("It is another event")).words).toContain("Added: E-");
    expect(room.dataset().events.length).toBe(count + 1);
  });

  test("hostile words come out inert, and nothing is fetched from a link", async () => {
    const { call, press, room, alive } = await open();
    const web = await watched();
    const what =
      "@everyone <!channel> <@U0ADA> [x](https://evil.example) \u202Egnp.exe \u001b[31m **bold** =HYPERLINK(1)";
    const fields = { kind: "statement", when: "2023-04-02", who: "Aino Rautala", what };
    const shown = await call("add", { ...fields, source: `A note, Coast Daily, 2023-04-03 ${web.url}/a` });
    const done = await press("Confirm");
    for (const { raw } of [shown, done]) expect(raw).not.toMatch(alive);
    await call("document", { link: `${web.url}/b`, title: what }, "curator", TALKS);
    expect((await press("Take it, accept 1")).raw).not.toMatch(alive);
    expect(web.asked()).toBe(0);
    await web.close();
    const answer = await room.hear("events april 2023");
    const { file } = await room.press(answer, "export", "csv");
    expect(String(file?.content)).toContain("=HYPERLINK(1)");
    expect(String(file?.content)).not.toMatch(/(^|[,\n])"?\s*[=+@-]/);
  });

  test("a form with several faults is refused with each reason at once", async () => {
    const { call } = await open();
    const { words } = await call("add", {
      kind: "banquet",
      status: "perhaps",
      when: "2023-02-30",
      where: "Atlantis",
      who: "Zzyzx",
      source: "ftp://coast.example/a",
    });
    for (const one of ["kind: ", "status: ", "when: ", "where: ", "who: ", "source: "])
      expect(words).toContain(one);
  });
});

/** A place on the web that counts who asks it. */
async function watched() {
  let count = 0;
  const server = createServer((_request, response) => {
    count++;
    response.end("x");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => count,
    close: () => new Promise((done) => server.close(done)),
  };
}
