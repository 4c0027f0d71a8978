import { describe, expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import {
  answerTo,
  CHANNEL,
  type Json,
  labelsOf,
  OTHER_TEAM,
  PEOPLE,
  type StandIn,
  until,
  wordsOf,
} from "../support/slack/index.ts";
import { MODES, openStand, startSlack } from "../support/slack/start.ts";

const form = {
  name: "brief search",
  title: "Ask Attaché",
  fields: [
    { name: "question", label: "Question", hint: "In plain words", required: false, type: "line" as const },
    { name: "person", label: "Person", required: false, type: "suggest" as const, suggest: "person" },
    {
      name: "status",
      label: "Status",
      required: true,
      type: "choice" as const,
      choices: [{ value: "planned", label: "Planned" }],
    },
    { name: "note", label: "Note", required: false, type: "text" as const, value: "As before" },
  ],
};

const viewOf = (stand: StandIn, exchange: { readonly id: string }): Promise<Json> =>
  until("a modal", () => stand.records.exchanges.get(exchange.id)?.view);

describe.each(MODES)("over %s", (mode) => {
  test("a command is acknowledged, and answered for its asker alone", async () => {
    const { bot, requests } = fakeBot(() => said("Two meetings", { understood: "meetings with Ardin" }));
    const { stand } = await startSlack(bot, await openStand(mode));
    const exchange = stand.slash("/brief", 'met "Mira Ardin" period:2021', { who: PEOPLE.ben });
    const answer = await answerTo(exchange);
    expect(wordsOf(answer)).toBe("Two meetings\n_meetings with Ardin_");
    expect([answer.only, exchange.ack]).toEqual([PEOPLE.ben.id, mode === "HTTP" ? undefined : {}]);
    expect(requests[0]).toMatchObject({
      act: { kind: "line", text: '/brief met "Mira Ardin" period:2021', follows: false },
      asker: {
        person: "slack:U0BEN",
        name: "ben",
        channel: `slack:${CHANNEL}`,
        workspace: "slack:T0HOME",
        thread: `slack:${CHANNEL}:U0BEN`,
        locale: "de-DE",
        zone: "Europe/Berlin",
        administers: true,
      },
    });
    expect(requests[0]?.public).toBeUndefined();
  });

  test("the word public at the end posts to the channel, without a Share", async () => {
    const { bot, requests } = fakeBot((request) =>
      said("Two meetings", {
        audience: request.public ? "public" : "private",
        receipt: "r1",
        buttons: [
          { verb: "share", label: "Share" },
          { verb: "sources", label: "Sources" },
        ],
      }),
    );
    const { stand } = await startSlack(bot, await openStand(mode));
    const answer = await answerTo(stand.slash("/brief", "who met Ardin? public"));
    expect([answer.only, labelsOf(answer)]).toEqual([undefined, ["Sources"]]);
    expect(requests[0]).toMatchObject({ act: { text: "/brief who met Ardin?" }, public: true });
  });

  test("alone it opens its form, and what was filled in comes back by name", async () => {
    const { bot, requests, suggested } = fakeBot(({ act }) =>
      act.kind === "form" ? said("Found") : said("Ask", { text: ["Fill in what you know."], form }),
    );
    const { stand } = await startSlack(bot, await openStand(mode));
    const exchange = stand.slash("/brief");
    const view = await viewOf(stand, exchange);
    const typed = stand.complete(view, "person", "Ard");
    const ack = await until("completions", () => typed.ack);
    expect((ack.options as Json[]).map(({ value }) => value)).toEqual(["Mira Ardin", "Ard"]);
    expect(suggested[0]).toMatchObject({ kind: "person", typed: "Ard" });
    stand.submit(view, { question: "who?", person: "Ard", status: "planned", note: "As before" });
    const answer = await answerTo(exchange);
    expect([wordsOf(answer), answer.only]).toEqual(["Found", PEOPLE.ada.id]);
    expect(requests.at(-1)?.act).toEqual({
      kind: "form",
      name: "brief search",
      fields: { question: "who?", person: "Ard", status: "planned", note: "As before" },
    });
  });

  test("one that is not ours is acknowledged with help", async () => {
    const { bot, requests } = fakeBot(() => said("What can be asked"));
    const { stand } = await startSlack(bot, await openStand(mode));
    const exchange = stand.slash("/weather", "Brenn");
    await until("help", () => exchange.ack);
    expect(exchange.ack).toMatchObject({ response_type: "ephemeral", text: "What can be asked" });
    expect(requests.map(({ act }) => act)).toEqual([
      { kind: "command", group: "brief", name: "help", fields: {} },
    ]);
    expect(exchange.posts).toEqual([]);
  });

  test("those of another team are refused, unless it is named", async () => {
    const { bot, requests } = fakeBot(() => said("Two meetings"));
    const { stand, stop, lines } = await startSlack(bot, await openStand(mode));
    const refused = stand.slash("/brief", "who?", { team: OTHER_TEAM });
    await until("a refusal", () => refused.ack);
    expect(refused.ack?.text).toContain("another workspace");
    stand.mention("who?", { team: OTHER_TEAM });
    stand.openHome({ team: OTHER_TEAM });
    await until(
      "three refusals",
      () => lines.filter(({ message }) => /another team/.test(message)).length === 3,
    );
    expect([requests, stand.records.messages]).toEqual([[], []]);
    await stop();
    await startSlack(bot, stand, { teams: [OTHER_TEAM] });
    expect(wordsOf(await answerTo(stand.slash("/brief", "who?", { team: OTHER_TEAM })))).toBe("Two meetings");
  });
});

test("channels and people that are named as values come as addresses, elsewhere as words", async () => {
  const { bot, requests } = fakeBot(() => said("Done"));
  const { stand } = await startSlack(bot);
  const text = "create channel:<#C0NEWS|news> person:<@U0BEN|ben> about <@U0ADA|ada> &amp; <#C1|talks>";
  await answerTo(stand.slash("/digest", text));
  expect(requests[0]?.act).toMatchObject({
    text: "/digest create channel:slack:C0NEWS person:slack:U0BEN about @ada & #talks",
  });
});

test("a form that opens too late is offered by a button", async () => {
  const { bot } = fakeBot(async ({ act }) => {
    if (act.kind === "line") await new Promise((done) => setTimeout(done, 3_100));
    return said("Ask", { form, receipt: "r1" });
  });
  const { stand } = await startSlack(bot);
  const answer = await answerTo(stand.slash("/brief"));
  expect(labelsOf(answer)).toEqual(["Ask Attaché"]);
  await viewOf(stand, stand.press(answer, "Ask Attaché"));
});
