import { expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import {
  answerTo,
  followUp,
  isHidden,
  labelsOf,
  PEOPLE,
  THREAD,
  until,
  wordsOf,
} from "../support/discord/index.ts";
import { openStand, startDiscord } from "../support/discord/start.ts";

const withButtons = said("Two meetings", {
  receipt: "r1",
  items: [{ date: "2 June 2025", what: "Met", cites: [1] }],
  sources: [{ number: 1, title: "A report" }],
  buttons: [
    { verb: "more", label: "More", page: 2 },
    { verb: "timeline", label: "Timeline" },
    { verb: "share", label: "Share" },
    { verb: "form", label: "Ask anew", value: "brief met", opens: "form" },
  ],
});

test("a command reaches the bot with its options and asker, and is answered for the asker alone", async () => {
  const { bot, requests } = fakeBot(() => withButtons);
  const { stand } = await startDiscord(bot);
  const exchange = stand.slash("brief met", { person: "Ardin", limit: 3 }, { who: PEOPLE.mod });
  const answer = await answerTo(exchange);
  expect(exchange.response).toEqual({ type: 5, data: { flags: 64 } });
  expect(isHidden(answer)).toBe(true);
  expect(wordsOf(answer)).toBe("Two meetings\n- **2 June 2025** · Met [1]\nSources\n[1] A report");
  expect(requests).toEqual([
    {
      asker: {
        platform: "discord",
        person: `discord:${PEOPLE.mod.id}`,
        name: "Moderator",
        channel: "discord:920000000000000001",
        workspace: "discord:910000000000000001",
        thread: `discord:920000000000000001:${PEOPLE.mod.id}`,
        locale: "en-US",
        zone: "UTC",
        at: "2025-06-02T12:00:00.000Z",
        administers: true,
      },
      act: { kind: "command", group: "brief", name: "met", fields: { person: "Ardin", limit: "3" } },
    },
  ]);
});

test("a thread and a direct message are conversations as a whole", async () => {
  const { bot, requests } = fakeBot(() => said("Yes"));
  const { stand } = await startDiscord(bot);
  await answerTo(stand.slash("brief met", { person: "Ardin" }, { channel: THREAD }));
  const direct = await answerTo(stand.slash("brief met", { person: "Ardin" }, { direct: true }));
  expect(isHidden(direct)).toBe(false);
  expect(requests.map(({ asker }) => [asker.thread, asker.workspace, asker.administers])).toEqual([
    [`discord:${THREAD}`, "discord:910000000000000001", false],
    [`discord:95${PEOPLE.ada.id.slice(2)}`, undefined, false],
  ]);
});

test("completions come from the bot, with the option's kind", async () => {
  const { bot, suggested } = fakeBot(() => said("Yes"));
  const { stand } = await startDiscord(bot);
  const exchange = stand.complete("brief met", "person", "ard");
  expect(await until("choices", () => exchange.choices)).toEqual([
    { name: "Mira Ardin (ard)", value: "Mira Ardin" },
  ]);
  expect(suggested.map(({ kind, typed, limit }) => ({ kind, typed, limit }))).toEqual([
    { kind: "person", typed: "ard", limit: 25 },
  ]);
});

test("turning the page replaces the message, other buttons add one below", async () => {
  const { bot, requests } = fakeBot(({ act }) =>
    act.kind === "press" ? said(`${act.verb} ${act.page ?? ""}`) : withButtons,
  );
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
  const timeline = await followUp(stand.press(answer, "Timeline"));
  expect([wordsOf(timeline), isHidden(timeline)]).toEqual(["timeline", true]);
  const more = stand.press(answer, "More");
  expect(wordsOf(await answerTo(more))).toBe("more 2");
  expect(more.original).toBe(answer);
  expect(requests.slice(1).map(({ act }) => act)).toEqual([
    { kind: "press", verb: "timeline", receipt: "r1" },
    { kind: "press", verb: "more", receipt: "r1", page: 2 },
  ]);
});

test("Share posts to the channel, and the shared message offers no Share", async () => {
  const { bot } = fakeBot(({ act }) =>
    act.kind === "press" ? { ...withButtons, audience: "public", receipt: "r2" } : withButtons,
  );
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
  const shared = await followUp(stand.press(answer, "Share"));
  expect(isHidden(shared)).toBe(false);
  expect(labelsOf(shared)).toEqual(["More", "Timeline", "Ask anew"]);
});

test("a button under a public message answers whoever pressed it and leaves the message as it is", async () => {
  const { bot, requests } = fakeBot(({ act }) =>
    act.kind === "press" && act.verb === "more"
      ? { ...said("Page 2"), audience: "public" }
      : { ...withButtons, audience: act.kind === "press" ? "public" : "private" },
  );
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
  const shared = await followUp(stand.press(answer, "Share"));
  const before = wordsOf(shared);
  const more = stand.press(shared, "More", { who: PEOPLE.ben });
  const page = await answerTo(more);
  expect([wordsOf(page), isHidden(page), wordsOf(shared)]).toEqual(["Page 2", true, before]);
  expect(requests.at(-1)?.asker.person).toBe(`discord:${PEOPLE.ben.id}`);
});

test("a menu hands on what was chosen", async () => {
  const choices = {
    verb: "pick",
    prompt: "Which Ardin?",
    options: [
      { value: "mira", label: "Mira Ardin", hint: "minister" },
      { value: "tomas", label: "Tomas Ardin" },
    ],
  };
  const { bot, requests } = fakeBot(({ act }) =>
    act.kind === "press" ? said("Tomas") : said("Which?", { receipt: "r1", choices }),
  );
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
  expect(wordsOf(await answerTo(stand.choose(answer, "tomas")))).toBe("Tomas");
  expect(requests.at(-1)?.act).toEqual({ kind: "press", verb: "pick", receipt: "r1", value: "tomas" });
});

test("a form opens as the first sign, and what was filled in comes back by name", async () => {
  const form = {
    name: "brief met",
    title: "Who met whom",
    fields: [
      { name: "person", label: "Person", required: true, type: "suggest" as const, suggest: "person" },
      {
        name: "status",
        label: "Status",
        required: false,
        type: "choice" as const,
        choices: [{ value: "planned", label: "Planned" }],
      },
      { name: "note", label: "Note", required: false, type: "text" as const, value: "As before" },
      { name: "place", label: "Place", required: false, type: "line" as const },
      { name: "from", label: "From", required: false, type: "line" as const },
      { name: "to", label: "To", required: false, type: "line" as const, value: "2025" },
    ],
  };
  const { bot, requests } = fakeBot(({ act }) =>
    act.kind === "press" ? said("Form", { form }) : withButtons,
  );
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
  const pressed = stand.press(answer, "Ask anew");
  const modal = await until("a modal", () => pressed.modal);
  expect(pressed.response?.type).toBe(9);
  const values = { person: "Mira Ardin", status: "planned", "rest:": "from: 2024: spring\nto:\nnonsense" };
  await answerTo(stand.submit(modal, values));
  expect(requests.at(-1)?.act).toEqual({
    kind: "form",
    name: "brief met",
    fields: { person: "Mira Ardin", status: "planned", from: "2024: spring" },
  });
});

test("the message menu hands on the text of the message", async () => {
  const { bot, requests } = fakeBot(() => said("Two names found"));
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.check("Mira Ardin was in Brenn yesterday"));
  expect([wordsOf(answer), isHidden(answer)]).toEqual(["Two names found", true]);
  expect(requests[0]?.act).toEqual({ kind: "check", text: "Mira Ardin was in Brenn yesterday" });
});

test("pictures and files arrive with their words", async () => {
  const { bot } = fakeBot(() =>
    said("Timeline", {
      picture: { name: "time line.png", png: new Uint8Array([1, 2, 3]), alt: "Two meetings on a line" },
      file: { name: "events.csv", type: "text/csv", content: "a,b\n", description: "Two events as a table" },
    }),
  );
  const { stand } = await startDiscord(bot);
  const { files } = await answerTo(stand.slash("brief met", { person: "Ardin" }));
  expect(files.map(({ name, bytes, description }) => [name, bytes.length, description])).toEqual([
    ["time-line.png", 3, "Two meetings on a line"],
    ["events.csv", 4, "Two events as a table"],
  ]);
});

test("an id that no button carries is answered with a way on", async () => {
  const { bot, requests } = fakeBot(() => withButtons);
  const { stand } = await startDiscord(bot);
  const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }));
  const forged = await answerTo(stand.forge(answer, "0:nothing-we-know"));
  expect(wordsOf(forged)).toContain("Please ask the question again");
  expect(requests).toHaveLength(1);
});

test("buttons work after a restart", async () => {
  const stand = await openStand();
  const first = fakeBot(() => withButtons);
  const { stop } = await startDiscord(first.bot, stand);
  const answer = await answerTo(stand.slash("brief met", { person: "Ardin" }, { direct: true }));
  await stop();
  const second = fakeBot(() => said("Page 2"));
  await startDiscord(second.bot, stand);
  expect(wordsOf(await answerTo(stand.press(answer, "More")))).toBe("Page 2");
  expect(second.requests[0]?.act).toEqual({ kind: "press", verb: "more", receipt: "r1", page: 2 });
});

test("a file that does not lie with Discord is not fetched", async () => {
  const { bot, requests } = fakeBot(() => said("Taken"));
  const { stand } = await startDiscord(bot);
  const file = JSON.stringify({
    id: "1",
    filename: "a.txt",
    size: 3,
    url: "http://127.0.0.1:1/a.txt",
    proxy_url: "http://127.0.0.1:1/a.txt",
  });
  const answer = await answerTo(stand.slash("briefadmin document", { file }));
  expect(wordsOf(answer)).toContain("does not lie with Discord");
  expect(requests).toEqual([]);
});
