import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Reply } from "../../src/chat/reply.ts";
import { CURATOR, idOf, OWNER, openRoom, type Room } from "../support/curation.ts";

let folder: string;
let room: Room;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "undo-"));
  room = await openRoom(join(folder, "state"));
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that people can change, as it is now. */
async function shape(): Promise<string> {
  const { manifest, events, redirects, withdrawn, gazetteer } = room.dataset();
  const all = Array.from({ length: events.length }, (_, n) => events.at(n));
  const { fields } = await room.hear("briefadmin status", OWNER);
  const waiting = fields?.find(({ name }) => name === "Waiting for review")?.value;
  return JSON.stringify([
    manifest,
    all,
    redirects,
    withdrawn ?? {},
    gazetteer.people,
    gazetteer.places,
    waiting,
  ]);
}

const changesIn = (reply: Reply) => [...new Set(JSON.stringify(reply).match(/\bC-[0-9a-z]{8}\b/g) ?? [])];
const ADD =
  'briefadmin add kind:talks when:2021-05-13 where:Lisbon who:"Aino Rautala; Inês Carvalho (host)" source:"Harbour days, Coast Daily, 2021-05-14 https://coast.example/a"';
const TEXT =
  "NAIROBI, 4 May 2023 - Foreign Minister Aino Rautala of Finland met Kenyan President Wanjiru Odhiambo in Nairobi on Wednesday to discuss fisheries.";
const DOCUMENT = `briefadmin document title:Talks text:"${TEXT}"`;
const LISBON = idOf("E-lisbon-a");

/** Makes one change of each kind, after what it needs; gives the change that is to be taken back. */
const KINDS: Readonly<Record<string, () => Promise<Reply>>> = {
  add: () => room.confirm(ADD, CURATOR, "another"),
  source: () => room.confirm(ADD, CURATOR, "further"),
  edit: () => room.confirm(`briefadmin edit event:${LISBON} when:2021-05-11 reason:diary`),
  withdraw: () => room.confirm(`briefadmin withdraw event:${LISBON} reason:retracted`),
  merge: () => room.confirm(`briefadmin merge event:${idOf("E-lisbon-b")} into:${LISBON}`),
  alias: () => room.confirm('briefadmin alias name:"Aino Rautala" alias:"The Otter"'),
  office: () =>
    room.confirm('briefadmin office person:"Aino Rautala" title:president of:Finland from:2023-01-01'),
  document: async () => {
    await room.confirm(DOCUMENT, CURATOR, "take");
    return room.hear("briefadmin audit brought", CURATOR);
  },
};

test.each(Object.keys(KINDS))(
  "a change of the kind %s is undone without a trace but in the audit",
  async (kind) => {
    const before = await shape();
    const [change] = changesIn(await KINDS[kind]!());
    expect(await shape()).not.toBe(before);
    const done = await room.confirm(`briefadmin undo change:${change} reason:"a slip"`);
    expect(done.title).toBe(`Undone: ${change}`);
    expect(await shape()).toBe(before);
    expect(await room.say("briefadmin audit", OWNER)).toMatch(new RegExp(`undid ${change} \\(a slip\\)`));
    const [undo] = changesIn(done).filter((id) => id !== change);
    await room.confirm(`briefadmin undo change:${undo}`);
    expect(await shape()).not.toBe(before);
  },
);

test.each(["approve", "reject"])(
  "what a person chose on review, %s, is undone, and it waits again",
  async (verb) => {
    const first = await room.press(await room.hear(DOCUMENT, CURATOR), "take", undefined, CURATOR);
    const before = await shape();
    const [change] = changesIn(await room.press(first, verb, undefined, CURATOR));
    expect(await shape()).not.toBe(before);
    await room.confirm(`briefadmin undo change:${change}`);
    expect(await shape()).toBe(before);
    const again = await room.hear("briefadmin review", CURATOR);
    expect(again.items?.[0]?.id).toBe(first.items?.[0]?.id);
  },
);

test("an import is undone whole", async () => {
  const elsewhere = await openRoom(join(folder, "elsewhere"));
  await elsewhere.confirm(`briefadmin withdraw event:${LISBON} reason:retracted`);
  const { file } = await elsewhere.hear("briefadmin export", CURATOR);
  await elsewhere.close();
  const before = await shape();
  const upload = { name: "x.json", bytes: new TextEncoder().encode(String(file?.content)) };
  const act = { kind: "command", group: "briefadmin", name: "import", fields: {}, upload } as const;
  const done = await room.press(await room.act(act, OWNER), "confirm", undefined, OWNER);
  expect(await shape()).not.toBe(before);
  for (const change of changesIn(done)) await room.confirm(`briefadmin undo change:${change}`, OWNER);
  expect(await shape()).toBe(before);
});

describe("what later stands on a change is told, and comes first:", () => {
  const undo = (change: string | undefined) => room.hear(`briefadmin undo change:${change}`, CURATOR);

  test("a document and what was approved of it", async () => {
    const first = await room.press(await room.hear(DOCUMENT, CURATOR), "take", undefined, CURATOR);
    const [brought] = changesIn(await room.hear("briefadmin audit brought", CURATOR));
    const [accepted] = changesIn(await room.press(first, "approve", undefined, CURATOR));
    const refused = await undo(brought);
    expect([refused.title, refused.text?.[1]]).toEqual([
      "Not undone",
      expect.stringMatching(new RegExp(`^${accepted}: approved E-`)),
    ]);
    await room.confirm(`briefadmin undo change:${accepted}`);
    expect((await room.confirm(`briefadmin undo change:${brought}`)).title).toBe(`Undone: ${brought}`);
  });

  test("two corrections of one event, a merge and a withdrawal, the newest first", async () => {
    const made: string[] = [];
    for (const line of [
      `edit event:${LISBON} when:2021-05-11 reason:diary`,
      `edit event:${LISBON} status:planned reason:later`,
      `merge event:${idOf("E-lisbon-b")} into:${LISBON}`,
      `withdraw event:${LISBON} reason:retracted`,
    ])
      made.push(changesIn(await room.confirm(`briefadmin ${line}`))[0] ?? "");
    const { text = [] } = await undo(made[0]);
    expect(text.slice(1).map((line) => line.split(":")[0])).toEqual(made.slice(1).toReversed());
    for (const change of made.toReversed())
      expect((await room.confirm(`briefadmin undo change:${change}`)).title).toBe(`Undone: ${change}`);
  });
});

test("an id that was merged leads on after its event was merged again, after a restart, and back after an undo", async () => {
  const [a, b, c] = [idOf("E-lisbon-b"), LISBON, idOf("E-forum021")];
  await room.confirm(`briefadmin merge event:${a} into:${b}`);
  const [second] = changesIn(await room.confirm(`briefadmin merge event:${b} into:${c}`));
  await room.close();
  room = await openRoom(join(folder, "state"));
  expect(await room.say(`event ${a}`)).toContain(`${a} was merged into ${c}.`);
  await room.confirm(`briefadmin undo change:${second}`);
  expect(await room.say(`event ${a}`)).toContain(`${a} was merged into ${b}.`);
  expect(await room.say(`event ${b}`)).toContain(`Event ${b}`);
});
