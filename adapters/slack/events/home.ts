import { failureOf } from "../api/wire.ts";
import { mrkdwn } from "../card/escape.ts";
import { home } from "../card/home.ts";
import type { Doer } from "../request.ts";
import type { Around } from "./around.ts";
import { type Spot, show } from "./show.ts";

/** Draws the front page for one person. */
async function drawHome(around: Around, doer: Doer, notice?: string): Promise<void> {
  const view = home(await around.answer(doer, { kind: "home" }), notice);
  await around.wire.calmly(() => around.wire.client.views.publish({ user_id: doer.person, view }));
}

/** Somebody opened the front page. One that can't be drawn leaves the one that was there. */
export async function onHome(around: Around, person: string, team: string | undefined): Promise<void> {
  try {
    await drawHome(around, { person, channel: person, team });
  } catch (error) {
    around.log.error({ err: error, failure: failureOf(error) }, "Slack: the front page could not be drawn");
  }
}

/** What was typed into the search box: the answer goes to the person's direct messages, and the page says so. */
export async function onEnter(
  around: Around,
  spot: Spot,
  form: string,
  field: string,
  typed: string,
): Promise<void> {
  if (typed.trim() === "") return;
  await around.working(spot, async () => {
    const reply = await around.answer(spot, { kind: "form", name: form, fields: { [field]: typed } });
    await show(around.wire, spot, { ...reply, audience: "private" });
    await drawHome(around, spot, `“${mrkdwn(typed, 140)}” is answered under Messages.`);
  });
}
