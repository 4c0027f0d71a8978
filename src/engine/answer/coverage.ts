import type { Coverage } from "../../model/briefing.ts";
import type { Selection } from "../select/index.ts";
import type { Room } from "./room.ts";

/** What the dataset covers, and how many of its documents the answer stands on. */
export function coverageOf({ dataset, index }: Room, { positions }: Selection): Coverage {
  const { documents, from, to } = dataset.manifest;
  const { offsets, values } = index.documents;
  const seen = new Uint8Array(index.tables.documents.texts.length);
  let matching = 0;
  for (const position of positions) {
    for (let i = offsets[position]!; i < offsets[position + 1]!; i++) {
      if (seen[values[i]!]) continue;
      seen[values[i]!] = 1;
      matching++;
    }
    if (matching === seen.length) break;
  }
  return { documents: documents.length, from, to, matchingDocuments: matching };
}
