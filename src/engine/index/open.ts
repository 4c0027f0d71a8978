import type { Dataset } from "../../model/dataset.ts";
import { buildIndex } from "./build.ts";
import { INDEX_VERSION, packIndex, unpackIndex } from "./pack.ts";
import type { Index } from "./types.ts";

/** The index of a dataset: as its snapshot has it, else built, and kept there where there is a place for it. */
export function openIndex(dataset: Dataset): Index {
  const { snapshot } = dataset.events;
  const kept = snapshot?.load(INDEX_VERSION);
  if (kept) return unpackIndex(kept);
  const index = buildIndex(dataset);
  snapshot?.save(INDEX_VERSION, packIndex(index));
  return index;
}
