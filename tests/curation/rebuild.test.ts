import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Reply } from "../../src/chat/reply.ts";
import { openWorld } from "../../src/dataset/changes/index.ts";
import { loadGazetteer } from "../../src/dataset/gazetteer.ts";
import { CURATOR, openRoom, type Room } from "../support/curation.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HARBOUR = `Harbour talks

BERGEN, 14 March 2024 - Foreign Minister Tormod Askvik of Norway met Latvian Foreign Minister Zenta Briede in Bergen on Wednesday to discuss fisheries.

Askvik met Portuguese President Duarte Sequeira in Porto on Tuesday.`;
const FERRY = `A ferry line

RIGA, 20 April 2024 - Foreign Minister Zenta Briede of Latvia met Maltese President Carmel Xuereb in Riga on Friday to discuss transport.`;
const BRIDGE = `A bridge

QUITO, 9 May 2024 - Foreign Minister Tormod Askvik of Norway met Ecuadorian President Rosa Quispe in Quito on Wednesday to discuss trade.`;

let folder: string;
let rooms: Room[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rebuild-"));
  rooms = [];
});
afterEach(async () => {
  for (const room of rooms) await room.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Reads documents into the dataset's folder with the program itself, and opens it under people's changes. */
async function read(documents: Readonly<Record<string, string>>): Promise<Room> {
  for (const room of rooms.splice(0)) await room.close();
  const [from, out] = [join(folder, "documents"), join(folder, "dataset")];
  rmSync(from, { recursive: true, force: true });
  mkdirSync(from);
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(from, `${name}.txt`), text);
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/read.ts", from, "--out", out, "--no-curation"],
    { cwd: ROOT, encoding: "utf8" },
  );
  expect(status, stderr).toBe(0);
  const gazetteer = loadGazetteer(join(ROOT, "data", "gazetteer"));
  const base = openWorld(out, { gazetteer, documents: from });
  const room = await openRoom(join(folder, "state"), {
    base,
    time: { now: Date.parse("2024-06-01T10:00:00Z") },
  });
  rooms.push(room);
  return room;
}

const summaries = (room: Room) => {
  const { events } = room.dataset();
  return Array.from({ length: events.length }, (_, n) => events.at(n)!.summary);
};
const idOf = (room: Room, words: string) => {
  const { events } = room.dataset();
  return Array.from({ length: events.length }, (_, n) => events.at(n)!).find(({ summary }) =>
    summary.includes(words),
  )?.id;
};

test("a dataset that is read anew under people's changes loses none of them and doubles none", {
  timeout: 120_000,
}, async () => {
  const first = await read({ harbour: HARBOUR, ferry: FERRY });
  const [bergen, porto, riga] = ["Bergen", "Porto", "Riga"].map((place) => idOf(first, place));
  expect(
    [bergen, porto, riga].every((id) => id !== undefined),
    summaries(first).join("\n"),
  ).toBe(true);
  const say = async (line: string, verb?: string) => await first.confirm(`briefadmin ${line}`, CURATOR, verb);
  await say(`edit event:${bergen} when:2024-03-12 reason:"the diary says Tuesday"`);
  await say(`withdraw event:${porto} reason:"it was retracted"`);
  await say(`document title:"A bridge" text:"${BRIDGE.replaceAll("\n", " ")}"`, "all");
  await say(
    'add kind:meeting when:2024-05-01 who:"Zenta Briede; Tormod Askvik" source:"A note, Coast Daily, 2024-05-02 https://coast.example/n"',
  );
  await say('alias name:"Zenta Briede" alias:"The Heron"');
  const before = summaries(first);
  expect(before).toHaveLength(4);

  /** What every reading anew must keep. */
  const kept = async (room: Room) => {
    expect(summaries(room).toSorted()).toEqual(before.toSorted());
    expect(await room.say(`event ${bergen}`)).toContain("12 March 2024");
    expect(await room.say(`event ${bergen}`)).toContain("the diary says Tuesday");
    expect(await room.say(`event ${porto}`)).toContain("it was retracted");
    expect(await room.say("Who met The Heron in May 2024?")).toContain("Tormod Askvik");
    expect(await room.say("Who met Rosa Quispe?")).toContain("Tormod Askvik");
    const status: Reply = await room.hear("briefadmin status", CURATOR);
    expect(status.fields?.find(({ name }) => name === "Changes by people")?.value).toBe(
      "6, of which 0 are undone",
    );
  };
  await kept(first);
  await kept(await read({ harbour: HARBOUR, ferry: FERRY }));
  await kept(await read({ ferry: FERRY, harbour: HARBOUR, bridge: BRIDGE.replaceAll("\n", " ") }));
});

test("a change of a document that is gone waits, and holds again when the document is back", {
  timeout: 120_000,
}, async () => {
  const first = await read({ harbour: HARBOUR, ferry: FERRY });
  const riga = idOf(first, "Riga");
  const done = await first.confirm(
    `briefadmin edit event:${riga} when:2024-04-18 reason:"the diary says so"`,
  );
  const change = /C-[0-9a-z]{8}/.exec(JSON.stringify(done))?.[0];
  const without = await read({ harbour: HARBOUR });
  expect(await without.say("briefadmin status", CURATOR)).toContain(
    `Changes whose documents are not in this dataset: ${change}`,
  );
  const again = await read({ harbour: HARBOUR, ferry: FERRY });
  expect(await again.say(`event ${riga}`)).toContain("18 April 2024");
});
