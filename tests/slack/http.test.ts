import { expect, test } from "vitest";
import { fakeBot, said } from "../support/discord/fake-bot.ts";
import { encoded, push } from "../support/slack/deliver.ts";
import { CHANNEL, PEOPLE, TEAM, until } from "../support/slack/index.ts";
import { openStand, startSlack } from "../support/slack/start.ts";

const FORM = "application/x-www-form-urlencoded";
const NOON = Date.parse("2025-06-02T12:00:00Z");

/** A bot whose machine's clock stands at noon, unless told otherwise. */
async function open() {
  let now = NOON;
  const { bot, requests } = fakeBot(() => said("Two meetings"));
  const stand = await openStand("HTTP");
  const started = await startSlack(bot, stand, { now: () => now });
  const port = stand.port ?? 0;
  return { ...started, requests, port, later: (ms: number) => (now += ms) };
}

const command = (text = "who?") =>
  encoded("slash_commands", {
    ...{ command: "/brief", text, team_id: TEAM, user_id: PEOPLE.ada.id, channel_id: CHANNEL },
    ...{ trigger_id: "none", response_url: "http://127.0.0.1:9/nowhere" },
  }).body;

const event = (id: string) =>
  JSON.stringify({
    type: "event_callback",
    team_id: TEAM,
    event_id: id,
    event: { type: "app_mention", user: PEOPLE.ada.id, text: "who?", ts: `160000.${id}`, channel: CHANNEL },
  });

const at = (seconds: number) => ({ at: NOON / 1_000 + seconds });

test.each([
  ["with another secret", { secret: "not ours", ...at(0) }],
  ["older than five minutes", at(-301)],
  ["from the future", at(60)],
  ["without a signature", { ...at(0), headers: { "x-slack-signature": "" } }],
  ["with a timestamp that is none", { ...at(0), headers: { "x-slack-request-timestamp": "soon" } }],
])("a request %s gets 401, and the bot goes on", async (_, signing) => {
  const { port, requests, lines } = await open();
  expect((await push(port, command(), FORM, signing)).status).toBe(401);
  expect((await push(port, command("and now?"), FORM, at(0))).status).toBe(200);
  await until("the second", () => requests.length === 1);
  expect(requests[0]?.act).toMatchObject({ text: "/brief and now?" });
  expect(lines.filter(({ message }) => message === "Slack: a request was refused")).toHaveLength(1);
});

test("a request of almost five minutes ago is taken", async () => {
  const { port } = await open();
  expect((await push(port, command(), FORM, at(-299))).status).toBe(200);
});

test("a replayed request is refused as long as its signature lasts, and as too old after that", async () => {
  const { port, requests, later } = await open();
  const twice = async () => (await push(port, command(), FORM, at(0))).status;
  expect(await twice()).toBe(200);
  expect(await twice()).toBe(401);
  later(299_000);
  expect(await twice()).toBe(401);
  later(10_000);
  expect(await twice()).toBe(401);
  await until("the first", () => requests.length > 0);
  expect(requests).toHaveLength(1);
});

test("an event is replayed as little as a command", async () => {
  const { port } = await open();
  expect((await push(port, event("Ev1"), "application/json", at(0))).status).toBe(200);
  expect((await push(port, event("Ev1"), "application/json", at(0))).status).toBe(401);
});

test("a form is read whatever stands behind its type", async () => {
  const { port, requests } = await open();
  expect((await push(port, command(), `${FORM}; charset=UTF-8`, at(0))).status).toBe(200);
  await until("the command", () => requests.length === 1);
});

test("an event that is delivered again within a second is taken from Slack and not answered again", async () => {
  const { port, requests } = await open();
  const body = event("Ev1");
  expect((await push(port, body, "application/json", at(0))).status).toBe(200);
  const again = { ...at(0), headers: { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" } };
  expect((await push(port, body, "application/json", again)).status).toBe(200);
  expect((await push(port, body, "application/json", at(1))).status).toBe(200);
  await until("the first", () => requests.length > 0);
  await new Promise((done) => setTimeout(done, 100));
  expect(requests).toHaveLength(1);
});

test.each([
  ["null", "application/json"],
  ["", "application/json"],
  ["[]", "application/json"],
  ['"text"', "application/json"],
  ["{", "application/json"],
  ["payload=null", FORM],
  ["payload=", FORM],
  ["payload=%7B", FORM],
])("a signed body of %s (%s) is refused, and the bot goes on", async (body, type) => {
  const { port, requests } = await open();
  expect((await push(port, body, type, at(0))).status).toBe(401);
  expect((await push(port, command(), FORM, at(0))).status).toBe(200);
  await until("the command", () => requests.length === 1);
});

test("Slack's question whether the address is ours is answered, and its look at the certificate", async () => {
  const { port } = await open();
  const challenge = JSON.stringify({ type: "url_verification", challenge: "abc", token: "t" });
  const { status, body } = await push(port, challenge, "application/json", at(0));
  expect([status, JSON.parse(body)]).toEqual([200, { challenge: "abc" }]);
  const url = `http://127.0.0.1:${port}/slack/events`;
  const unsigned = await fetch(url, {
    method: "POST",
    headers: { "content-type": FORM },
    body: "ssl_check=1&token=t",
  });
  expect(unsigned.status).toBe(200);
});

test("other paths and methods lead nowhere, and what is too large is not read", async () => {
  const { port } = await open();
  const base = `http://127.0.0.1:${port}`;
  expect((await fetch(`${base}/slack/events`)).status).toBe(404);
  expect((await fetch(`${base}/`, { method: "POST", body: "{}" })).status).toBe(404);
  const large = "x".repeat(5 * 1024 * 1024);
  const status = await push(port, large, "application/json", at(0)).then(
    ({ status }) => status,
    () => 413,
  );
  expect(status).toBe(413);
});

test("what is smuggled into the look at the certificate is not answered", async () => {
  const { port, requests } = await open();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const body = `ssl_check=1&${command("smuggled")}`;
  await fetch(url, { method: "POST", headers: { "content-type": FORM }, body });
  await push(port, command("signed"), FORM, at(0));
  await until("the signed one", () => requests.length > 0);
  expect(requests.map(({ act }) => "text" in act && act.text)).toEqual(["/brief signed"]);
});
