import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDataset } from "../../src/dataset/build.ts";
import type { Curation } from "../../src/dataset/curation.ts";
import { datasetFiles } from "../../src/dataset/write.ts";
import type { RawDocument } from "../../src/reading/types.ts";
import { checksum, gazetteer, raw, read, spanOf } from "./reports.ts";

const MET = "aino-rautala met ines-carvalho in lisbon on 2021-05-12";
const OTHER = "wanjiru-odhiambo met ines-carvalho in lisbon on 2021-05-12";
const courier = raw("courier.txt", "2021-05-14", MET, OTHER);
const ledger = raw("ledger.txt", "2021-05-20", MET);

const build = (raws: readonly RawDocument[], curation: Curation = []) =>
  buildDataset(raws, { gazetteer, curation, read });

describe("a built dataset", () => {
  it("has one event for what two documents tell, and names what it uses", () => {
    const { built, problems } = build([courier, ledger]);
    expect(problems).toEqual([]);
    expect(built.events.map(({ summary, sources }) => [summary, sources.length]).toSorted()).toEqual([
      ["Aino Rautala met Inês Carvalho in Lisbon on 12 May 2021.", 2],
      ["Wanjiru Odhiambo met Inês Carvalho in Lisbon on 12 May 2021.", 1],
    ]);
    expect(built.manifest).toMatchObject({
      schema: 1,
      documents: [{ file: "courier.txt" }, { file: "ledger.txt" }],
      counts: { documents: 2, events: 2, review: 0, entities: 3, places: 3 },
      from: "2021-05-12",
      to: "2021-05-12",
    });
    expect(built.entities.map(({ id }) => id)).toEqual(["aino-rautala", "ines-carvalho", "wanjiru-odhiambo"]);
    expect(built.places.map(({ id }) => id)).toEqual(["continent:europe", "country:PT", "lisbon"]);
  });

  it("cites passages of its documents", () => {
    const texts = new Map(
      [courier, ledger].map((one) => [`D-${checksum(one).slice(0, 6)}`, Buffer.from(one.bytes).toString()]),
    );
    const passages = build([courier, ledger]).built.events.flatMap(({ sources }) =>
      sources.map(({ document, span }) => texts.get(document)?.slice(...span)),
    );
    expect(passages.toSorted()).toEqual([MET, MET, OTHER]);
  });

  it("is the same bytes for the same documents in any order", () => {
    const files = datasetFiles(build([courier, ledger]).built);
    expect(datasetFiles(build([ledger, courier]).built)).toEqual(files);
  });

  it("keeps what reading was unsure of for review, and out of the events", () => {
    const { built } = build([raw("unsure.txt", "2021-05-14", `${MET} (unsure)`, OTHER)]);
    expect(built.events.map(({ participants }) => participants[0]?.id)).toEqual(["wanjiru-odhiambo"]);
    expect(built.review).toMatchObject([{ review: "listed", participants: [{ id: "aino-rautala" }, {}] }]);
  });

  it("takes a document once, and says which one it left out", () => {
    const { built, problems } = build([courier, { ...courier, file: "copy.txt" }]);
    expect(built.manifest.counts).toMatchObject({ documents: 1, events: 2 });
    expect(problems).toEqual(["copy.txt is left out: the same as courier.txt"]);
  });

  it("leaves out a document that reading breaks on, or cites no passage of, and builds the rest", () => {
    const breaking: typeof read = (raw, aids) => {
      const text = read(raw, aids);
      if (raw.file !== "ledger.txt") return text;
      return { ...text, mentions: text.mentions.map((mention) => ({ ...mention, key: [0, 9999] as const })) };
    };
    const { built, failed } = buildDataset([courier, ledger], { gazetteer, curation: [], read: breaking });
    expect(built).toEqual(build([courier]).built);
    expect(failed).toMatchObject([
      { file: "ledger.txt", error: { message: expect.stringContaining("0-9999 is no passage") } },
    ]);
  });

  it("never loses an id to another document, older or newer", () => {
    const person = fc.constantFrom("aino-rautala", "ines-carvalho", "wanjiru-odhiambo", "joseph-kiplagat");
    const line = fc
      .tuple(
        person,
        person,
        fc.constantFrom("lisbon", "porto", "nairobi"),
        fc.constantFrom("2021-05-12", "2021-05-13"),
      )
      .filter(([a, b]) => a !== b)
      .map(([a, b, place, day]) => `${a} met ${b} in ${place} on ${day}`);
    const document = fc
      .tuple(
        fc.constantFrom("2021-05-14", "2021-05-20", "2021-06-01"),
        fc.uniqueArray(line, { minLength: 1, maxLength: 4 }),
      )
      .map(([day, lines]) => raw(`${day}.txt`, day, ...lines));
    fc.assert(
      fc.property(
        fc.uniqueArray(document, { minLength: 1, maxLength: 4, selector: checksum }),
        document,
        (documents, more) => {
          const before = build(documents).built;
          const after = build([...documents, more]).built;
          const known = new Set(after.events.map(({ id }) => id));
          const leads = (id: string) => known.has(id) || known.has(after.redirects[id] ?? "");
          return [...before.events.map(({ id }) => id), ...Object.keys(before.redirects)].every(leads);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("keeps every id when an older document joins those of an earlier build", () => {
    const before = build([courier, ledger]).built;
    const older = raw("older.txt", "2021-05-01", MET, OTHER);
    const senior = before.manifest.documents.map(({ sha256 }) => sha256);
    const after = buildDataset([older, courier, ledger], { gazetteer, curation: [], read, senior }).built;
    expect(after.events.map(({ id }) => id)).toEqual(before.events.map(({ id }) => id));
    expect(after.manifest.documents.map(({ file }) => file)).toEqual([
      "courier.txt",
      "ledger.txt",
      "older.txt",
    ]);
  });

  it("keeps every id when a newer document is added", () => {
    const before = build([courier, ledger]).built.events.map(({ id }) => id);
    const after = build([courier, ledger, raw("a.txt", "2021-06-01", MET, OTHER)]).built.events;
    expect(after.map(({ id }) => id)).toEqual(before);
  });
});

describe("a person's decision", () => {
  const on = "2021-06-01";
  const about = (line: string) =>
    ({
      document: checksum(courier),
      span: spanOf(courier, line),
      reason: "the ministry's diary",
      on,
    }) as const;

  it("fixes a time, a status and a name of an event that was read, and says so", () => {
    const { built, problems } = build(
      [courier],
      [
        {
          decision: "fix",
          ...about(MET),
          when: "2021-05-11",
          status: "alleged",
          name: { from: "aino-rautala", to: "mikko-rautala" },
        },
      ],
    );
    expect(problems).toEqual([]);
    expect(built.events[0]).toMatchObject({
      participants: [{ id: "mikko-rautala", name: "Mikko Rautala" }, { id: "ines-carvalho" }],
      when: {
        edtf: "2021-05-11",
        start: "2021-05-11",
        end: "2021-05-11",
        precision: "day",
        evidence: "the ministry's diary",
      },
      status: "alleged",
      summary: "It was alleged that Mikko Rautala met Inês Carvalho in Lisbon on 11 May 2021.",
      review: "edited",
      corrected: { on, reason: "the ministry's diary" },
    });
  });

  it("takes a rejected event out of the events, and keeps it with the reason", () => {
    const { built } = build([courier, ledger], [{ decision: "reject", ...about(OTHER) }]);
    expect(built.events).toHaveLength(1);
    expect(built.review).toMatchObject([
      { review: "rejected", corrected: { reason: "the ministry's diary" } },
    ]);
  });

  it("gives a day that no document tells", () => {
    const undated = raw("undated.txt", "2021-06-01", MET.replace("2021-05-12", "Wednesday"));
    const span: [number, number] = [11, 70];
    const anchor = {
      decision: "anchor",
      document: checksum(undated),
      span,
      day: "2021-05-12",
      reason: "a diary",
    } as const;
    expect(build([undated]).built.events[0]?.when.edtf).toBe("../2021-06-01");
    expect(build([undated], [anchor]).built.events[0]?.when.edtf).toBe("2021-05-12");
  });

  it.each<[string, Curation]>([
    ["meets no event", [{ decision: "reject", ...about(MET), span: [0, 5] }]],
    ["meets no event", [{ decision: "reject", ...about(MET), who: "mikko-rautala" }]],
    [
      "is for a document that was not read",
      [{ decision: "reject", ...about(MET), document: "0".repeat(64) }],
    ],
    [
      "changes nothing",
      [
        {
          decision: "anchor",
          document: checksum(courier),
          span: [0, 5],
          day: "2021-05-12",
          reason: "a diary",
        },
      ],
    ],
    ["fixes nothing", [{ decision: "fix", ...about(MET) }]],
    [
      'finds no "pertti-lind" in the event',
      [{ decision: "fix", ...about(MET), name: { from: "pertti-lind", to: "mikko-rautala" } }],
    ],
    [
      'the gazetteer does not have: "nobody"',
      [{ decision: "fix", ...about(MET), name: { from: "aino-rautala", to: "nobody" } }],
    ],
  ])("is reported when it %s, and changes nothing", (said, curation) => {
    const { built, problems } = build([courier], curation);
    expect(problems).toEqual([expect.stringContaining(said)]);
    expect(built).toEqual(build([courier]).built);
  });

  it("has to say whose event it means where two begin in one passage", () => {
    const twice: typeof read = (raw, aids) => {
      const text = read(raw, aids);
      const [first, second] = text.mentions;
      return { ...text, mentions: [first!, { ...second!, key: first!.key }] };
    };
    const reject = (who?: string) =>
      buildDataset([courier], {
        gazetteer,
        read: twice,
        curation: [{ decision: "reject", ...about(MET), ...(who && { who }) }],
      });
    expect(reject().problems).toEqual([expect.stringContaining("meets 2 events")]);
    expect(reject("aino-rautala").built.events).toMatchObject([
      { participants: [{ id: "wanjiru-odhiambo" }, {}] },
    ]);
  });
});
