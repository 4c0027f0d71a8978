import type { Desk, Draft } from "../../src/bot/index.ts";
import { clean, cut } from "../../src/bot/words/clean.ts";
import { explain } from "../../src/bot/words/unclear.ts";
import { fold } from "../../src/model/text.ts";
import { adminCommand, confirming, said } from "./command.ts";
import { done } from "./done.ts";
import { placeOf } from "./facts/where.ts";
import { bears, entityOf } from "./facts/who.ts";

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
    if (!NAME.test(other) || [...other].length > 80)
      return said("Not changed", [
        "alias: a name of at most 80 characters, that begins with a letter or digit; in it may stand blanks, hyphens, apostrophes, full stops, commas, brackets and &.",
      ]);
    if ([owner.name, ...owner.aliases].some((one) => fold(one) === fold(other)))
      return said("Nothing to change", [`${owner.name} goes by “${other}” already.`]);
    const others = namesakes(other, desk).filter(({ id }) => id !== owner.id);
    if (others.length > 0)
      return said("Not changed", [
        `“${other}” is a name of ${others.map(({ id, name }) => `${name} (${id})`).join(", ")} already. Questions with it would then be answered for ${owner.name} instead: give a fuller name.`,
      ]);
    const draft: Draft = { kind: "alias", of: owner.id, name: owner.name, alias: other, why: "" };
    return confirming(
      said("Add this name?", [`${owner.name} (${owner.id}) will also be found as “${other}”.`]),
      async (later, now) => done("Named", await now.write([draft]), later, now),
      curator,
    );
  },
});

/** What a name may look like: no signs that a platform or a spreadsheet would read as more. */
const NAME = /^(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’()&/-]*$/u;

/** Everyone and every place that has all words of a name in theirs, so that questions find them by it. */
function namesakes(word: string, desk: Desk): readonly { readonly id: string; readonly name: string }[] {
  const found = [desk.link({ ask: "events", who: [word] }), desk.link({ ask: "events", where: word })];
  const ids = found.flatMap((linked) => {
    if (linked.kind === "which") return linked.which.choices.map(({ id }) => id);
    if (linked.kind !== "query") return [];
    const { who = [], where } = linked.query;
    return [...who.flatMap(({ entity }) => entity ?? []), ...(where === undefined ? [] : [where])];
  });
  return [...new Set(ids)]
    .filter((id) => bears(id, word, desk))
    .map((id) => ({ id, name: (entityOf(id, desk) ?? placeOf(id, desk))?.name ?? id }));
}

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
