import type { Coverage } from "../../model/briefing.ts";
import type { Selection } from "../select/index.ts";
import type { Room } from "./room.ts";

/** What the dataset covers, and how many of its documents the answer stands on. */
export function coverageOf({ dataset, index }: Room, { positions }: Selection): Coverage {
  const { documents, from, to } = dataset.manifest;
  const { offsets, values } = index.documents;
  const matching = new Set<number>();
  for (const position of positions)
    for (let i = offsets[position]!; i < offsets[position + 1]!; i++) matching.add(values[i]!);
  return { documents: documents.length, from, to, matchingDocuments: matching.size };
}
