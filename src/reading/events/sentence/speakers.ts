import type { Sentence } from "../../document/sentences.ts";
import type { Actor } from "../../names/actors.ts";
import { actor } from "../../names/actors.ts";
import type { Reading } from "../mentions.ts";
import { chunks } from "./chunks.ts";
import type { Speaker } from "./line.ts";

const SPOKEN =
  /\b(?:statements?|remarks|speech|address|interview|answers?|press conference|briefing|lecture|toast|testimony|transcript|article)\b/i;

/** Who speaks in the first person in a sentence: the label of its turn, or whoever the item's title gives the floor. */
export function speakers(reading: Reading): (sentence: Sentence) => Speaker | null {
  const floor = reading.layout.items.map((item) => {
    const index = reading.lines.findIndex((l) => l.paragraph.item === item.index && l.paragraph.heading);
    return index < 0 || !item.title || !item.titled ? null : titleSpeaker(reading, index, item.title);
  });
  return ({ paragraph }) => {
    const host = floor[paragraph.item] ?? null;
    if (paragraph.heading) return null;
    if (paragraph.turn === null || paragraph.turn === "answer")
      return host ? { actor: host, questioner: false } : null;
    if (paragraph.turn === "question") return { actor: host ?? NOBODY, questioner: true };
    return byLabel(reading, paragraph.turn, host);
  };
}

/** Someone in the audience. */
const NOBODY = actor({
  span: [0, 0],
  kind: "person",
  id: "group:questioner",
  name: "questioner",
  as: "Question",
  resolution: "unnamed",
});

function titleSpeaker(reading: Reading, index: number, title: readonly [number, number]): Actor | null {
  if (!SPOKEN.test(reading.prose.slice(...title))) return null;
  const list = chunks(reading.world.scan(index, null));
  const owner = list.find(
    (c, k) =>
      c.kind === "actors" &&
      c.actors.length === 1 &&
      c.actors[0]?.kind === "person" &&
      (c.possessive || /^(?:by|of|from)$/.test(list[k - 1]?.word ?? "")),
  );
  return owner?.actors[0] ?? null;
}

function byLabel(reading: Reading, label: string, host: Actor | null): Speaker | null {
  const words = label
    .replace(
      /^(?:Foreign Minister|Minister|President|Prime Minister|Secretary|Mr|Ms|Mrs|Ambassador|Dr)\.? /i,
      "",
    )
    .split(" ");
  const found = reading.world.memory.identify(
    words.map((w) => (/^\p{Lu}+$/u.test(w) && w.length > 3 ? w[0] + w.slice(1).toLowerCase() : w)),
    { office: null, role: null, country: null, former: false, day: null },
    false,
  );
  if (!found || (!found.known.role && !found.known.entity && found.known.id !== host?.id))
    return host ? { actor: host, questioner: true } : null;
  const k = found.known;
  return {
    actor: actor({
      span: [0, 0],
      kind: "person",
      id: k.id,
      name: k.name,
      as: label,
      role: k.role,
      office: k.office,
      country: k.country,
    }),
    questioner: false,
  };
}
