import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildDataset } from "../../src/dataset/build.ts";
import { loadCuration } from "../../src/dataset/curation.ts";
import { collectDocuments } from "../../src/dataset/files.ts";
import { loadGazetteer } from "../../src/dataset/gazetteer.ts";
import { openDataset, openReview } from "../../src/dataset/open.ts";
import { datasetFiles } from "../../src/dataset/write.ts";
import { readDocument } from "../../src/reading/index.ts";

const DATA = join(import.meta.dirname, "../../data");
const DOCUMENTS = join(import.meta.dirname, "../../../shared/documents");

const gazetteer = loadGazetteer(join(DATA, "gazetteer"));
const { manifest, events: list, entities, places, redirects } = openDataset(DATA, { gazetteer });
const review = openReview(DATA);
const events = Array.from({ length: list.length }, (_, at) => list.at(at)!);
const all = [...events, ...Array.from({ length: review.length }, (_, at) => review.at(at)!)];

describe("the shipped dataset", () => {
  it("has an id of its own for each event, and no redirect that leads nowhere", () => {
    const ids = new Set(all.map(({ id }) => id));
    expect(ids.size).toBe(all.length);
    for (const [old, id] of Object.entries(redirects)) {
      expect(ids).toContain(id);
      expect(ids).not.toContain(old);
    }
  });

  it("has a line for every id that an event uses", () => {
    for (const event of all) {
      for (const { id } of event.participants) expect(entities.has(id), id).toBe(true);
      for (const { id } of event.places) expect(places.has(id), id).toBe(true);
      for (const { document } of event.sources)
        expect(manifest.documents.map(({ id }) => id)).toContain(document);
    }
  });

  it("keeps what is of low confidence out of the events", () => {
    expect(events.filter(({ confidence }) => confidence.band === "low")).toEqual([]);
  });

  it("keeps no sentence of a document but an attributed quotation: a participant is a phrase of ten words at most", () => {
    const phrases = all.flatMap(({ participants }) => participants.map(({ as }) => as));
    expect(phrases.filter((as) => as.split(/\s+/).length > 10)).toEqual([]);
  });

  it("quotes at most 25 words", () => {
    const quotes = all.flatMap(({ sources }) => sources.flatMap(({ quote }) => quote ?? []));
    expect(quotes.filter((quote) => quote.split(/\s+/).length > 25)).toEqual([]);
  });
});

describe.skipIf(!existsSync(DOCUMENTS))(
  "the shipped dataset, where its documents are at hand in ../shared/documents",
  () => {
    const { documents } = existsSync(DOCUMENTS) ? collectDocuments([DOCUMENTS]) : { documents: [] };

    it("is built from them byte for byte, and every decision of curation fits", () => {
      const { built, problems, failed } = buildDataset(documents, {
        gazetteer,
        curation: loadCuration(join(DATA, "curation.json")),
        read: readDocument,
        senior: manifest.documents.map(({ sha256 }) => sha256),
      });
      expect(failed).toEqual([]);
      expect(problems).toEqual([]);
      for (const [name, content] of Object.entries(datasetFiles(built)))
        expect(readFileSync(join(DATA, name), "utf8"), name).toBe(content);
    });

    it("cites passages of them, and quotes nothing that they do not say", () => {
      const { passage } = openDataset(DATA, { gazetteer, documents: DOCUMENTS });
      const folded = (text: string) => text.replace(/\s+/g, " ");
      const texts = new Map(
        documents.map(({ file, bytes }) => [file, folded(Buffer.from(bytes).toString())]),
      );
      const files = new Map(manifest.documents.map(({ id, file }) => [id, file]));
      for (const { sources } of all)
        for (const { document, span, quote = "" } of sources) {
          expect(passage(document, span)?.trim()).toBeTruthy();
          expect(texts.get(files.get(document)!)).toContain(folded(quote));
        }
    });
  },
);
