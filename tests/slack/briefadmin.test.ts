import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { idOf, openRoom, type Room } from "../support/curation.ts";
import {
  answerTo,
  directChannel,
  labelsOf,
  PEOPLE,
  type Seen,
  until,
  wordsOf,
} from "../support/slack/index.ts";
import { MODES, type Mode, openStand, startSlack } from "../support/slack/start.ts";
import { TEAM } from "../support/slack/world.ts";

/** The whole bot over a folder in which data can be changed, behind the real Bolt app. */
let folder: string;
let room: Room;
const TIME = { now: Date.parse("2023-05-05T10:00:00.000Z") };
const TEXT =
  "NAIROBI, 4 May 2023 - Foreign Minister Aino Rautala of Finland met Kenyan President Wanjiru Odhiambo in Nairobi on Wednesday to discuss fisheries.";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "slack-admin-"));
  room = await openRoom(join(folder, "state"), {
    workspaces: [`slack:${TEAM}`],
    owners: [`slack:${PEOPLE.ben.id}`],
    time: TIME,
    lasting: true,
  });
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Ben administers the team, and is its bot's first owner. */
const BEN = { who: PEOPLE.ben } as const;

describe.each(MODES)("over %s", (mode: Mode) => {
  const start = async () =>
    (await startSlack(room.bot, await openStand(mode), { clock: () => new Date(TIME.now), now: Date.now }))
      .stand;
  type Stand = Awaited<ReturnType<typeof start>>;
  const press = (stand: Stand, message: Seen, label: string) => answerTo(stand.press(message, label, BEN));

  test("a newcomer pastes a document into the form, accepts what it found, and the next answer cites it", async () => {
    const stand = await start();
    const asked = stand.slash("/briefadmin", "document", BEN);
    const view = await until("a form", () => asked.view);
    stand.submit(view, { text: TEXT, title: "Harbour talks", publisher: "Coast Daily" }, BEN);
    const shown = await answerTo(asked);
    expect(wordsOf(shown)).toContain("Take this document?");
    expect(labelsOf(shown)).toEqual(["Take it, accept 1", "Take it, look at each", "Cancel"]);
    expect(wordsOf(await press(stand, shown, "Take it, accept 1"))).toContain(
      "every answer shows them from now on",
    );
    const answer = await answerTo(stand.slash("/brief", "Who met Aino Rautala in May 2023?"));
    expect(wordsOf(answer)).toMatch(/Wanjiru Odhiambo[\s\S]*Harbour talks[\s\S]*Coast Daily/);
  });

  test("a file that does not lie with Slack is not fetched", async () => {
    const stand = await start();
    let fetched = 0;
    const elsewhere = createServer((_request, response) => {
      fetched++;
      response.end(TEXT);
    });
    await new Promise<void>((done) => elsewhere.listen(0, "127.0.0.1", done));
    const asked = stand.slash("/briefadmin", "document", BEN);
    const view = await until("a form", () => asked.view);
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/talks.txt`;
    stand.submit(view, { file: "talks.txt" }, BEN, url);
    expect(wordsOf(await answerTo(asked))).toContain("does not lie with Slack, so it was not fetched");
    expect(fetched).toBe(0);
    await new Promise((done) => elsewhere.close(done));
  });

  test("what was found is edited in a form, and is in answers as it was edited", async () => {
    const stand = await start();
    const shown = await answerTo(stand.slash("/briefadmin", `document title:Talks text:"${TEXT}"`, BEN));
    const review = await press(stand, shown, "Take it, look at each");
    const pressed = stand.press(review, "Edit", BEN);
    const view = await until("a form", () => pressed.view);
    const event = /E-[0-9a-z]{8}/.exec(JSON.stringify(view))?.[0] ?? "";
    stand.submit(view, { event, when: "2023-05-02", reason: "the paper erred" }, BEN);
    const preview = await answerTo(pressed);
    expect(wordsOf(preview)).toContain("→ 2. Mai 2023");
    await press(stand, preview, "Confirm");
    const answer = await answerTo(stand.slash("/brief", "Who met Aino Rautala in May 2023?"));
    expect(wordsOf(answer)).toContain("corrected 5 May 2023: the paper erred");
  });

  test("an export is a file in the person's direct messages, and an import asks for one", async () => {
    const stand = await start();
    stand.slash("/briefadmin", "export", BEN);
    const file = await until("the file", () =>
      [...stand.records.files.values()].find(({ channel }) => channel),
    );
    expect(JSON.parse(new TextDecoder().decode(file.bytes))).toMatchObject({ attache: 1, changes: [] });
    expect(file.channel).toBe(directChannel(PEOPLE.ben));
    const asked = stand.slash("/briefadmin", "import", BEN);
    expect(JSON.stringify(await until("a form", () => asked.view))).toContain("file");
  });

  test("somebody who is mentioned is given a role", async () => {
    const stand = await start();
    const line = `role person:<@${PEOPLE.ada.id}|ada> role:curator`;
    const shown = await answerTo(stand.slash("/briefadmin", line, BEN));
    expect(wordsOf(await press(stand, shown, "Confirm"))).toContain("is a curator from now on");
    expect(wordsOf(await answerTo(stand.slash("/briefadmin", "status")))).toContain("curator, slack:");
  });

  test("others are refused, and so are their presses", async () => {
    const stand = await start();
    const refused = await answerTo(stand.slash("/briefadmin", "status"));
    expect(wordsOf(refused)).toContain("Changing data is for curators, and here you are a reader");
    const line = `withdraw event:${idOf("E-lisbon-a")} reason:x`;
    const shown = await answerTo(stand.slash("/briefadmin", line, BEN));
    const other = await answerTo(stand.press(shown, "Confirm", { who: PEOPLE.ada }));
    expect(wordsOf(other)).toContain("belongs to the person who asked");
  });
});
