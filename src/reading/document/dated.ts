import { tenseAt } from "../events/sentence/tense.ts";
import type { World } from "../names/survey.ts";
import type { Constraint, Creation, CreationCandidate, Ingested, ReadingAids } from "../types.ts";
import { documentCreation, itemCreation, ownDate, sinceConstraint } from "./creation.ts";
import type { Layout } from "./items.ts";
import type { Sentence } from "./sentences.ts";
import { writtenOn } from "./written.ts";
import { datelineYear } from "./yearless.ts";

/** When the document and each of its items were written. */
export type Dates = {
  readonly published: Creation;
  readonly items: readonly Creation[];
  readonly own: CreationCandidate | null;
};

/** Stage 7, the documents' side: creation times, for an undated document by all that limits it. */
export function dated(
  ingested: Ingested,
  layout: Layout,
  lines: readonly Sentence[],
  prose: string,
  world: World,
  aids: ReadingAids,
): Dates {
  const own = ownDate(ingested.creation, layout.items.length > 1 || layout.items.some((item) => item.posted));
  const texts = lines.map((l) => ({ text: prose.slice(...l.span), base: l.span[0] }));
  const undated = own === null && layout.items.every((i) => !i.titled && !i.posted);
  const constraints = undated
    ? [...tenures(world), ...sinceConstraint(prose.slice(0, 200_000), aids.gazetteer.anchors)]
    : [];
  const limited = documentCreation(own, undated ? texts : [], tenseAt, aids.anchors, constraints);
  const published = (undated ? datelineYear(limited, texts, tenseAt) : null) ?? limited;
  const written = writtenOn(published, own, ingested.creation, texts, tenseAt);
  return { published, items: layout.items.map((item) => itemCreation(item, written)), own };
}

/** Every official named by an office they are known to have held limits the day by their tenure. */
function tenures(world: World): readonly Constraint[] {
  const found: Constraint[] = [];
  for (const known of world.memory.all()) {
    if (!known.entity || !known.office || known.former || !known.role) continue;
    const held = known.entity.offices.filter((o) => o.office === known.office);
    if (held.length !== 1) continue;
    const { from, to, title } = held[0]!;
    if (from !== null || to !== null)
      found.push({
        from,
        to,
        why: `${known.name} is named as ${title} (${from ?? ".."} to ${to ?? "today"})`,
      });
  }
  return found;
}
