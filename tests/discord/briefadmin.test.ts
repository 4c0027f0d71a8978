import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { idOf, openRoom, type Room } from "../support/curation.ts";
import {
  answerTo,
  followUp,
  GUILD,
  isHidden,
  labelsOf,
  PEOPLE,
  type Seen,
  until,
  wordsOf,
} from "../support/discord/index.ts";
import { startDiscord } from "../support/discord/start.ts";

/** The whole bot over a folder in which data can be changed, behind the real client. */
let folder: string;
let room: Room;
let cdn: Server;
const TIME = { now: Date.parse("2023-05-05T10:00:00.000Z") };
const FILE =
  "Harbour talks\n\nNAIROBI, 4 May 2023 - Foreign Minister Aino Rautala of Finland met Kenyan President Wanjiru Odhiambo in Nairobi on Wednesday to discuss fisheries.\n";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "discord-admin-"));
  room = await openRoom(join(folder, "state"), {
    workspaces: [`discord:${GUILD}`],
    owners: [`discord:${PEOPLE.mod.id}`],
    time: TIME,
    lasting: true,
  });
  cdn = createServer((_request, response) => response.end(FILE));
  await new Promise<void>((done) => cdn.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  await room.close();
  cdn.closeAllConnections();
  cdn.close();
  rmSync(folder, { recursive: true, force: true });
});

const MOD = { who: PEOPLE.mod } as const;
const start = () => {
  const { port } = cdn.address() as AddressInfo;
  return startDiscord(room.bot, undefined, {
    clock: () => new Date(TIME.now),
    cdn: `http://127.0.0.1:${port}`,
  });
};
const attachment = (name = "talks.txt") => {
  const url = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}/${name}`;
  return JSON.stringify({ id: "1", filename: name, size: FILE.length, url, proxy_url: url });
};

test("a newcomer brings a document, accepts what it found, and the next answer cites it", async () => {
  const { stand } = await start();
  const shown = await answerTo(
    stand.slash(
      "briefadmin document",
      { file: attachment(), publisher: "Coast Daily", link: "https://coast.example/talks" },
      MOD,
    ),
  );
  expect([wordsOf(shown), isHidden(shown)]).toEqual([expect.stringContaining("Take this document?"), true]);
  expect(labelsOf(shown)).toEqual(["Take it, accept 1", "Take it, look at each", "Cancel"]);
  const taken = await followUp(stand.press(shown, "Take it, accept 1", MOD));
  expect(wordsOf(taken)).toContain("every answer shows them from now on");
  const answer = await answerTo(stand.slash("brief ask", { question: "Who met Aino Rautala in May 2023?" }));
  expect(wordsOf(answer)).toContain("Wanjiru Odhiambo");
  expect(wordsOf(answer)).toContain("Coast Daily");
  expect(wordsOf(answer)).toContain("4 May 2023");
});

test("what was found is edited in a form, confirmed, and cited as it was edited", async () => {
  const { stand } = await start();
  const shown = await answerTo(stand.slash("briefadmin document", { file: attachment() }, MOD));
  const review = await followUp(stand.press(shown, "Take it, look at each", MOD));
  expect(labelsOf(review)).toEqual(["Approve", "Edit", "Reject", "Skip"]);
  const pressed = stand.press(review, "Edit", MOD);
  const modal = await until("a form", () => pressed.modal);
  const values = valuesOf(modal);
  expect(values.event).toMatch(/^E-/);
  values["rest:"] = (values["rest:"] ?? "")
    .replace(/^when: .*$/m, "when: 2023-05-02")
    .replace(/^reason:.*$/m, "reason: the paper erred");
  const preview = await answerTo(stand.submit(modal, values, MOD));
  expect(wordsOf(preview)).toContain("→ May 2, 2023");
  await followUp(stand.press(preview, "Confirm", MOD));
  const answer = await answerTo(stand.slash("brief ask", { question: "Who met Aino Rautala in May 2023?" }));
  expect(wordsOf(answer)).toContain("2 May 2023");
  expect(wordsOf(answer)).toContain("corrected 5 May 2023: the paper erred");
});

test("an export is a file, and what is no export is not imported", async () => {
  const { stand } = await start();
  const exported = await answerTo(stand.slash("briefadmin export", {}, MOD));
  expect(JSON.parse(new TextDecoder().decode(exported.files[0]?.bytes))).toMatchObject({
    attache: 1,
    changes: [],
  });
  const refused = await answerTo(stand.slash("briefadmin import", { file: attachment() }, MOD));
  expect(wordsOf(refused)).toContain("it is not JSON");
});

test("somebody who is mentioned is given a role, and is named in the audit", async () => {
  const { stand } = await start();
  const shown = await answerTo(
    stand.slash("briefadmin role", { person: `<@${PEOPLE.ben.id}>`, role: "curator" }, MOD),
  );
  expect(wordsOf(await followUp(stand.press(shown, "Confirm", MOD)))).toContain("is a curator from now on");
  const audit = wordsOf(await answerTo(stand.slash("briefadmin audit", {}, MOD)));
  expect(audit).toContain(`Moderator (discord:${PEOPLE.mod.id})`);
  expect(audit).toContain(`made discord:${PEOPLE.ben.id} a curator`);
});

test("others are refused, and so are their presses", async () => {
  const { stand } = await start();
  const options = { event: idOf("E-lisbon-a"), reason: "x" };
  const shown = await answerTo(stand.slash("briefadmin withdraw", options, MOD));
  const other = await followUp(stand.press(shown, "Confirm", { who: PEOPLE.ben }));
  expect(wordsOf(other)).toContain("belongs to the person who asked");
  const typed = stand.say(`<@${stand.bot.id}> briefadmin status`, { who: PEOPLE.ada });
  expect(typed).toBeDefined();
  const reply = await until<Seen>("a reply", () =>
    stand.records.messages.find((one) => wordsOf(one).includes("curators")),
  );
  expect(wordsOf(reply)).toContain("Changing data is for curators, and here you are a reader");
  const away = await answerTo(stand.slash("briefadmin status", {}, { ...MOD, direct: true }));
  expect(wordsOf(away)).toContain("only from a home workspace");
});

test("hostile words come out inert", async () => {
  const { stand } = await start();
  const what = "@everyone [x](https://evil.example) <@1> \u202Egnp.exe **bold** =HYPERLINK(1)";
  const source = "https://coast.example/a";
  const shown = await answerTo(
    stand.slash(
      "briefadmin add",
      { what, kind: "statement", when: "2023-04-02", who: "Aino Rautala", source },
      MOD,
    ),
  );
  await followUp(stand.press(shown, "Confirm", MOD));
  const answer = await answerTo(stand.slash("brief events", { period: "April 2023" }));
  expect(JSON.stringify(answer.embeds)).not.toMatch(/(?<!\\)@everyone|\u202e|[^\\]\[x\]\(https:\/\/evil/);
});

function valuesOf(modal: Record<string, unknown>): Record<string, string> {
  const components = modal.components as { component: { custom_id: string; value?: string } }[];
  return Object.fromEntries(components.map(({ component }) => [component.custom_id, component.value ?? ""]));
}
