import { describe, expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import { answerTo, labelsOf, PEOPLE, type StandIn, until, wordsOf } from "../support/slack/index.ts";
import { MODES, openStand, startSlack } from "../support/slack/start.ts";

const form = {
  name: "brief met",
  title: "Who met whom",
  fields: [{ name: "person", label: "Person", required: true, type: "line" as const }],
};
const withButtons = said("Page 1", {
  receipt: "r1",
  buttons: [
    { verb: "more", label: "More", page: 2 },
    { verb: "timeline", label: "Timeline" },
    { verb: "followup", label: "When?", value: "when was that?" },
    { verb: "edit", label: "Edit", opens: "form" as const },
    { verb: "share", label: "Share", page: 1 },
  ],
});
const sent = (stand: StandIn, n: number) => until(`message ${n}`, () => stand.records.messages[n]);

describe.each(MODES)("over %s", (mode) => {
  test("a page turns in its place, all else is added below, for the asker alone", async () => {
    const { bot, requests } = fakeBot(({ act }) =>
      act.kind === "press" ? said(`After ${act.verb}`, { receipt: "r1" }) : withButtons,
    );
    const { stand } = await startSlack(bot, await openStand(mode));
    const answer = await answerTo(stand.slash("/brief", "who?"));
    const below = await answerTo(stand.press(answer, "Timeline"));
    expect([wordsOf(below), below.only, wordsOf(answer)]).toEqual([
      "After timeline",
      PEOPLE.ada.id,
      "Page 1",
    ]);
    await answerTo(stand.press(answer, "When?"));
    stand.press(answer, "More");
    await until("the next page", () => answer.edits === 1);
    expect(wordsOf(answer)).toBe("After more");
    expect(requests.slice(1).map(({ act }) => act)).toEqual([
      { kind: "press", verb: "timeline", receipt: "r1" },
      { kind: "press", verb: "followup", receipt: "r1", value: "when was that?" },
      { kind: "press", verb: "more", receipt: "r1", page: 2 },
    ]);
  });

  test("Share posts to the channel; there a press answers whoever pressed, and changes nothing", async () => {
    const { bot, requests } = fakeBot(({ act }) => ({
      ...withButtons,
      audience: act.kind === "press" ? "public" : "private",
    }));
    const { stand } = await startSlack(bot, await openStand(mode));
    const answer = await answerTo(stand.slash("/brief", "who?"));
    const shared = await answerTo(stand.press(answer, "Share"));
    expect([shared.only, labelsOf(shared)]).toEqual([undefined, ["More", "Timeline", "When?", "Edit"]]);
    const page = await answerTo(stand.press(shared, "More", { who: PEOPLE.ben }));
    expect([page.only, shared.edits]).toEqual([PEOPLE.ben.id, 0]);
    expect(requests.at(-1)?.asker.person).toBe("slack:U0BEN");
  });

  test("a menu hands on what was chosen, and its question is settled in place", async () => {
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
    const { stand } = await startSlack(bot, await openStand(mode));
    const answer = await answerTo(stand.slash("/brief", "met Ardin"));
    stand.choose(answer, "tomas");
    await until("the choice", () => answer.edits === 1);
    expect(wordsOf(answer)).toBe("Tomas");
    expect(requests.at(-1)?.act).toEqual({ kind: "press", verb: "pick", receipt: "r1", value: "tomas" });
  });

  test("a button that opens a form opens it, and the answer stands where the button did", async () => {
    const { bot, requests } = fakeBot(({ act }) =>
      act.kind === "press"
        ? said("Form", { form, receipt: "r9" })
        : act.kind === "form"
          ? said("Met")
          : withButtons,
    );
    const { stand } = await startSlack(bot, await openStand(mode));
    const answer = await answerTo(stand.slash("/brief", "who?"));
    const pressed = stand.press(answer, "Edit");
    const view = await until("a modal", () => pressed.view);
    stand.submit(view, { person: "Mira Ardin" });
    expect(wordsOf(await answerTo(pressed))).toBe("Met");
    expect(requests.at(-1)?.act).toEqual({
      kind: "form",
      name: "brief met",
      receipt: "r9",
      fields: { person: "Mira Ardin" },
    });
  });

  test("in a direct message a page turns in its place, and all else stays there to be read", async () => {
    const { bot } = fakeBot(({ act }) => (act.kind === "press" ? said(`After ${act.verb}`) : withButtons));
    const { stand } = await startSlack(bot, await openStand(mode));
    stand.say("who?");
    const answer = await sent(stand, 0);
    expect(labelsOf(answer)).not.toContain("Share");
    const below = await answerTo(stand.press(answer, "Timeline"));
    expect([below.only, below.channel]).toEqual([undefined, answer.channel]);
    stand.press(answer, "More");
    await until("the next page", () => answer.edits === 1);
  });

  test("pictures and files of a private answer go to the asker's direct messages, with their words", async () => {
    const { bot } = fakeBot(() =>
      said("Timeline", {
        picture: { name: "time line.png", png: new Uint8Array([1, 2, 3]), alt: "Two meetings on a line" },
        file: {
          name: "events.csv",
          type: "text/csv",
          content: "a,b\n",
          description: "Two events as a table",
        },
      }),
    );
    const { stand } = await startSlack(bot, await openStand(mode));
    const answer = await answerTo(stand.slash("/brief", "timeline"));
    expect(wordsOf(answer)).toMatch(/Two meetings on a line.*direct messages/s);
    const files = await until("the files", () => {
      const all = [...stand.records.files.values()];
      return all.filter(({ channel }) => channel !== undefined).length === 2 && all;
    });
    expect(files.map(({ name, bytes, alt, channel }) => [name, bytes.length, alt, channel])).toEqual([
      ["time-line.png", 3, "Two meetings on a line", "D0ADA"],
      ["events.csv", 4, "Two events as a table", "D0ADA"],
    ]);
  });
});

test("an id that no button carries is answered with a way on", async () => {
  const { bot, requests } = fakeBot(() => withButtons);
  const { stand } = await startSlack(bot);
  const answer = await answerTo(stand.slash("/brief", "who?"));
  const forged = await answerTo(stand.forge(answer, "0:nothing-we-know"));
  expect(wordsOf(forged)).toContain("Please ask the question again");
  expect(requests).toHaveLength(1);
});

test("buttons work after a restart", async () => {
  const stand = await openStand();
  const { stop } = await startSlack(fakeBot(() => withButtons).bot, stand);
  const answer = await answerTo(stand.slash("/brief", "who?"));
  await stop();
  const second = fakeBot(() => said("Page 2"));
  await startSlack(second.bot, stand);
  stand.press(answer, "More");
  await until("the next page", () => answer.edits === 1);
  expect(second.requests[0]?.act).toEqual({ kind: "press", verb: "more", receipt: "r1", page: 2 });
});
