import { describe, expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import { answerTo, CHANNEL, PEOPLE, wordsOf } from "../support/slack/index.ts";
import { MODES, openStand, startSlack } from "../support/slack/start.ts";

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
  });
});
