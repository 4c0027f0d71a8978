import type { Desk, Draft } from "../../src/bot/index.ts";
import { clean, cut } from "../../src/bot/words/clean.ts";
import { explain } from "../../src/bot/words/unclear.ts";
import { fold } from "../../src/model/text.ts";
import { adminCommand, confirming, said } from "./command.ts";
import { done } from "./done.ts";
import { placeOf } from "./facts/where.ts";
import { entityOf } from "./facts/who.ts";

export const alias = adminCommand({
  name: "alias",
  describe: "One more name or spelling for a person, country, body or place",
  example: 'alias name:Lisbon alias:"City of the Seven Hills"',
  options: [
    { name: "name", describe: "The name or id that is known", required: true, suggest: "actor" },
    { name: "alias", describe: "The other name or spelling", required: true },
  ],
  needs: "curator",
  run: async ({ fields }, desk, curator) => {
    const owner = ownerOf(fields.name ?? "", desk);
    if ("why" in owner) return said("Not changed", owner.why);
    const other = clean(fields.alias ?? "");
    if (!/\p{L}/u.test(other) || [...other].length > 80)
      return said("Not changed", ["alias: a name of letters, at most 80 characters."]);
    if ([owner.name, ...owner.aliases].some((one) => fold(one) === fold(other)))
      return said("Nothing to change", [`${owner.name} goes by “${other}” already.`]);
    const also = ownerOf(other, desk);
    const notes =
      "why" in also ? [] : [`“${other}” names ${also.name} too: questions will ask which is meant.`];
    const draft: Draft = { kind: "alias", of: owner.id, name: owner.name, alias: other, why: "" };
    return confirming(
      said("Add this name?", [`${owner.name} (${owner.id}) will also be found as “${other}”.`], notes),
      async (later, now) => done("Named", await now.write([draft]), later, now),
      curator,
    );
  },
});

type Owner = { readonly id: string; readonly name: string; readonly aliases: readonly string[] };

/** Whose name it is: an actor's, else a place's; or why it is nobody's alone. */
export function ownerOf(word: string, desk: Desk): Owner | { readonly why: readonly string[] } {
  const actor = desk.link({ ask: "events", who: [word] });
  const [term, ...more] = actor.kind === "query" ? (actor.query.who ?? []) : [];
  const entity = more.length === 0 && term?.entity !== undefined ? entityOf(term.entity, desk) : undefined;
  if (entity) return entity;
  const spot = desk.link({ ask: "events", where: word });
  const place =
    spot.kind === "query" && spot.query.where !== undefined ? placeOf(spot.query.where, desk) : undefined;
  if (place) return place;
  for (const linked of [actor, spot])
    if (linked.kind === "which")
      return {
        why: [
          `“${cut(word, 60)}” fits several: ${linked.which.choices.map(({ id, name }) => `${name} is ${id}`).join(", ")}. Write the id.`,
        ],
      };
  return {
    why: actor.kind === "unclear" ? explain(actor.unclear) : [`“${cut(word, 60)}” is nobody's name here.`],
  };
}
