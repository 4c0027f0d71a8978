import type { Document } from "../../model/dataset.ts";
import type { Gazetteer } from "../../model/entity.ts";
import type { Event } from "../../model/event.ts";
import { readDocument } from "../../reading/index.ts";
import type { RawDocument } from "../../reading/types.ts";
import { buildDataset } from "../build.ts";
import { unreadable } from "../files.ts";
import type { World } from "./apply.ts";

/** What reading found in a document that a person brought, or why it can't be taken, in words that end a sentence. */
export type Brought =
  | {
      readonly kind: "read";
      readonly document: Document;
      readonly text: string;
      /** Every event it tells, surest first; each is for a person to decide on. */
      readonly found: readonly Event[];
      readonly notes: readonly string[];
    }
  | { readonly kind: "known"; readonly document: Document }
  | { readonly kind: "refused"; readonly why: string };

/** What reading needs of a dataset: plain data, so that it can be handed to a thread. */
export type Known = { readonly gazetteer: Gazetteer; readonly documents: readonly Document[] };

/** The gazetteer with the people that the dataset's documents named, and its documents. */
export function knownIn({ dataset }: World): Known {
  const people = new Map(dataset.gazetteer.people.map((one) => [one.id, one]));
  for (const entity of dataset.entities.values())
    if (entity.kind === "person" && !entity.id.includes(":") && !people.has(entity.id))
      people.set(entity.id, entity);
  const gazetteer = { ...dataset.gazetteer, people: [...people.values()] };
  return { gazetteer, documents: dataset.manifest.documents };
}

/** Reads a document that a person brought as every other is read. Nothing is written. */
export function readBrought(raw: RawDocument, { gazetteer, documents }: Known): Brought {
  const why = unreadable(raw.bytes);
  if (why !== null) return { kind: "refused", why };
  const { built, problems, failed } = buildDataset([raw], { gazetteer, curation: [], read: readDocument });
  const [document] = built.manifest.documents;
  if (document === undefined) throw failed[0]?.error ?? new Error(`nothing came of ${raw.file}`);
  const known = documents.find(({ sha256 }) => sha256 === document.sha256);
  if (known) return { kind: "known", document: known };
  if (documents.some(({ id }) => id === document.id))
    throw new Error(`two documents have the id ${document.id}`);
  return {
    kind: "read",
    document,
    text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw.bytes),
    found: [...built.events, ...built.review].map((event) => ({ ...event, review: "listed" })),
    notes: problems.map((problem) => problem.replace(`${raw.file}: `, "")),
  };
}
