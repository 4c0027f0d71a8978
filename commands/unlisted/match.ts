import type { Desk } from "../../src/bot/index.ts";
import { STATUSES } from "../../src/model/kinds.ts";
import type { Query } from "../../src/model/query.ts";
import type { Found } from "./find.ts";

/** What finds the events that match, and by what they do. */
export type Match = { readonly by: readonly string[]; readonly query: Query };

/** The closest match that finds anything: everything named together first, then less and less of it. */
export function matching(found: Found, desk: Desk): Match | undefined {
  for (const { by, query } of attempts(found)) {
    const briefing = desk.aside(query);
    if (briefing.answer.kind !== "nothing" && briefing.events.length > 0) {
      return { by, query };
    }
  }
  return undefined;
}

type Attempt = { readonly by: readonly string[]; readonly query: Query };
type Side = { readonly by: string; readonly part: Partial<Query> };

/** Who before where and when: a message about two people is about them, wherever it was. */
function attempts({ actors, places, days }: Found): readonly Attempt[] {
  const together: Side[] =
    actors.length > 1
      ? [{ by: "all who are named", part: { who: actors.map(({ id }) => ({ entity: id })) } }]
      : [];
  const pairs: Side[] = actors.flatMap((a, at) =>
    actors.slice(at + 1).map((b) => ({
      by: `${a.name} and ${b.name}`,
      part: { who: [{ entity: a.id }, { entity: b.id }] },
    })),
  );
  const each: Side[] = actors.map(({ id, name }) => ({ by: name, part: { who: [{ entity: id }] } }));
  const where: Side[] = places.map(({ id, name }) => ({ by: name, part: { where: id } }));
  const when: Side[] = days.map(({ words, when }) => ({ by: words, part: { when } }));
  const who = [...together, ...(actors.length > 2 ? pairs : []), ...each];
  return [
    ...who.flatMap((a) => where.flatMap((b) => when.map((c) => attempt(a, b, c)))),
    ...who.flatMap((a) => [...when, ...where].map((b) => attempt(a, b))),
    ...where.flatMap((b) => when.map((c) => attempt(b, c))),
    ...who.map((a) => attempt(a)),
    ...where.map((b) => attempt(b)),
    ...when.map((c) => attempt(c)),
  ];
}

const attempt = (...sides: readonly Side[]): Attempt => ({
  by: sides.map(({ by }) => by),
  query: Object.assign({ ask: "events", status: STATUSES } satisfies Query, ...sides.map(({ part }) => part)),
});
