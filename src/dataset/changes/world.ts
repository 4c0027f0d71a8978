import { type OpenOptions, openDataset, openReview } from "../open.ts";
import type { World } from "./apply.ts";

/** Opens a dataset folder with its review list, as `openDataset` does. */
export function openWorld(folder: string, options: OpenOptions): World {
  const dataset = openDataset(folder, options);
  const review = openReview(folder);
  return { dataset, review: Array.from({ length: review.length }, (_, at) => review.at(at)!) };
}
