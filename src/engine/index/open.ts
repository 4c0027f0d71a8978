import type { Dataset, EventList } from "../../model/dataset.ts";
import { buildIndex } from "./build.ts";
import { lay } from "./lay.ts";
import { INDEX_VERSION, packIndex, unpackIndex } from "./pack.ts";
import type { Index } from "./types.ts";

/**
 * The index of a dataset: as its snapshot has it, else built, and kept there where there is a place for it. Where
 * people's changes are laid over other events, the index of those is opened once and the changes laid over it.
 */
export function openIndex(dataset: Dataset): Index {
  const { laid } = dataset.events;
  return laid ? lay(openOnce(dataset, laid.over), dataset, laid) : openOnce(dataset, dataset.events);
}

function openOnce(dataset: Dataset, events: EventList): Index {
  const known = OPENED.get(events);
  if (known) return known;
  const index = open({ ...dataset, events });
  OPENED.set(events, index);
  return index;
}

const OPENED = new WeakMap<EventList, Index>();

function open(dataset: Dataset): Index {
  const { snapshot } = dataset.events;
  const kept = snapshot?.load(INDEX_VERSION);
  if (kept) return unpackIndex(kept);
  const index = buildIndex(dataset);
  snapshot?.save(INDEX_VERSION, packIndex(index));
  return index;
}
