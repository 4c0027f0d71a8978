import { join } from "node:path";
import { loadGazetteer } from "../src/dataset/gazetteer.ts";
import { openDataset } from "../src/dataset/open.ts";
import { openAnswers } from "../src/engine/answer/open.ts";
import { idAt } from "../src/engine/index/ids.ts";
import { openNames } from "../src/engine/names/index.ts";
import type { Briefing } from "../src/model/briefing.ts";
import type { Query } from "../src/model/query.ts";
import type { Day } from "../src/model/when.ts";
import type { Contestant } from "./measure.ts";
import type { Asked } from "./queries.ts";

/** Ours, and besides finding its whole briefings. */
export type OurEngine = Contestant & { readonly brief: (asked: Asked) => Briefing };

export function openOurs(folder: string): OurEngine {
  const gazetteer = loadGazetteer(join(import.meta.dirname, "../data/gazetteer"));
  const dataset = openDataset(folder, { gazetteer, notice: console.error });
  const names = openNames(dataset);
  const { room, answer } = openAnswers(dataset, { names, tell: () => "Asked", reads: () => null });
  const { index, selector } = room;
  return {
    find(asked) {
      const { positions } = selector.ofStatus(selector.select(queryOf(asked)), ["happened"]);
      const newest: string[] = [];
      for (let at = positions.length - 1; at >= Math.max(0, positions.length - 20); at--)
        newest.push(idAt(index.ids, positions[at]!));
      return { count: positions.length, newest };
    },
    complete: (typed) => names.suggest("actor", typed, 20).map(({ value }) => value),
    brief: (asked) => answer({ ...queryOf(asked), order: "newest", limit: 20 }),
  };
}

function queryOf({ who, place, kind, from, to, words }: Asked): Query {
  return {
    ask: "events",
    ...(who && { who: who.map((entity) => ({ entity })) }),
    ...(place !== undefined && { where: place }),
    ...(kind && { kinds: [kind] }),
    ...(from && { when: { kind: "period", from: from as Day, to: to as Day } }),
    ...(words && { text: words.join(" ") }),
  };
}
