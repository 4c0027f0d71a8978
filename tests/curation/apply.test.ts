import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  type Change,
  openOverlay,
  standOn,
  summarise,
  type World,
} from "../../src/dataset/changes/index.ts";
import type { Event } from "../../src/model/event.ts";
import { event, source, when, who } from "../fixtures/build.ts";
import { world } from "../fixtures/world.ts";

const trace = (n: number) => ({
  id: `C-${String(n).padStart(8, "0")}`,
  at: `2023-05-03T10:00:${String(n % 60).padStart(2, "0")}.000Z`,
  by: "P-1",
  where: "discord:1000",
  why: "a reason",
});

const told = (id: string, paragraph: number, more: Partial<Event> = {}): Event => {
  const facts = event({
    id,
    participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "host")],
    sources: [source("D-a1a1a1", paragraph)],
    ...more,
  });
  return { ...facts, summary: summarise(facts) };
};

const A = told("E-aaaaaaaa", 1);
const B = told("E-bbbbbbbb", 2, { when: when("2020-03-01") });
const worldOf = (events: readonly Event[], review: readonly Event[] = []): World => ({
  dataset: { ...world(events), redirects: {} },
  review,
});
const checksums = { "D-a1a1a1": `a1a1a1${"0".repeat(58)}` };
const idsOf = ({ dataset }: World) =>
  Array.from({ length: dataset.events.length }, (_, n) => dataset.events.at(n)!.id);
const find = ({ dataset }: World, id: string) =>
  Array.from({ length: dataset.events.length }, (_, n) => dataset.events.at(n)!).find((one) => one.id === id);

const withdrawal: Change = { ...trace(1), kind: "withdraw", event: A.id, before: A, checksums };
const edited: Event = {
  ...A,
  when: when("2020-02-02"),
  review: "edited",
  corrected: { on: "2023-05-03", reason: "a reason" },
};
const edit: Change = {
  ...trace(2),
  kind: "edit",
  event: A.id,
  before: A,
  after: { ...edited, summary: summarise(edited) },
  checksums,
  documents: [],
};

describe("what a person did is replayed when documents are read anew:", () => {
  test("an edit keeps what is read better now, and its own fields", () => {
    const better = told(A.id, 1, { topics: ["trade"] });
    const now = find(applyChanges(worldOf([better, B]), [edit]), A.id);
    expect([now?.topics, now?.when.edtf, now?.corrected?.reason]).toEqual([
      ["trade"],
      "2020-02-02",
      "a reason",
    ]);
    expect(now?.summary).toContain("trade");
    expect(now?.summary).toContain("2 February 2020");
  });

  test("an event under another id is found by its passage, and the old id leads to it", () => {
    const moved = told("E-cccccccc", 1);
    const now = applyChanges(worldOf([moved, B]), [edit]);
    expect(idsOf(now)).toEqual(
      ["E-cccccccc", "E-bbbbbbbb"].toSorted((a, b) => (a === B.id ? 1 : b === B.id ? -1 : 0)),
    );
    expect(find(now, "E-cccccccc")?.when.edtf).toBe("2020-02-02");
    expect(now.dataset.redirects[A.id]).toBe("E-cccccccc");
    expect(idsOf(applyChanges(worldOf([moved, B]), [withdrawal]))).toEqual([B.id]);
  });

  test("an event that is no longer read stands as the person left it", () => {
    expect(find(applyChanges(worldOf([B]), [edit]), A.id)?.when.edtf).toBe("2020-02-02");
  });

  test("an accepted event that is read surely now is there once", () => {
    const accept: Change = { ...edit, ...trace(3), kind: "accept", after: { ...A, review: "accepted" } };
    expect(idsOf(applyChanges(worldOf([B], [A]), [accept]))).toContain(A.id);
    const both = applyChanges(worldOf([A, B]), [accept]);
    expect([idsOf(both), find(both, A.id)?.review]).toEqual([[A.id, B.id], "accepted"]);
  });

  test("a rejected event does not come back", () => {
    const reject: Change = { ...withdrawal, kind: "reject" };
    for (const base of [worldOf([A, B]), worldOf([B], [A]), worldOf([told("E-cccccccc", 1), B])]) {
      const now = applyChanges(base, [reject]);
      expect([idsOf(now), now.review]).toEqual([[B.id], []]);
      expect(now.dataset.withdrawn?.[A.id]?.reason).toBe("a reason");
    }
  });

  test("a document that is among the read ones by now is there once, and its events too", () => {
    const [document] = worldOf([A]).dataset.manifest.documents;
    const brought: Change = { ...trace(4), kind: "document", document: document!, found: [A] };
    const now = applyChanges(worldOf([A, B]), [brought]);
    expect([idsOf(now), now.review, now.dataset.manifest.documents.length]).toEqual([[A.id, B.id], [], 4]);
  });

  test("a change whose documents are gone waits, and is told", () => {
    const base = worldOf([B]);
    const documents = base.dataset.manifest.documents.slice(1);
    const without = {
      ...base,
      dataset: { ...base.dataset, manifest: { ...base.dataset.manifest, documents } },
    };
    expect(applyChanges(without, [edit]).waiting).toEqual([edit.id]);
  });
});

test("ids that were merged lead to the last one, through any number of merges", () => {
  const events = [1, 2, 3, 4].map((n) => told(`E-0000000${n}`, n, { when: when(`2020-0${n}-01`) }));
  const merges = [1, 2, 3].map((n): Change => {
    const [before, kept] = [events[n - 1]!, events[n]!];
    return {
      ...trace(n),
      kind: "merge",
      event: before.id,
      into: kept.id,
      before,
      kept,
      after: kept,
      checksums,
    };
  });
  const now = applyChanges(worldOf(events), merges);
  expect(idsOf(now)).toEqual(["E-00000004"]);
  expect(now.dataset.redirects).toEqual({
    "E-00000001": "E-00000004",
    "E-00000002": "E-00000004",
    "E-00000003": "E-00000004",
  });
  expect(
    find(now, "E-00000004")
      ?.sources.map(({ paragraph }) => paragraph)
      .toSorted(),
  ).toEqual([1, 2, 3, 4]);
});

const anyEvent = fc.constantFrom(
  ...["10", "20", "30", "40"].map((n) => told(`E-000000${n}`, Number(n), { when: when(`20${n}-01-01`) })),
);
const base = worldOf(
  ["10", "20", "30", "40"].map((n) => told(`E-000000${n}`, Number(n), { when: when(`20${n}-01-01`) })),
);
const anyDeed = fc.oneof(
  anyEvent.map((one) => ({ kind: "withdraw", event: one.id, before: one, checksums }) as const),
  fc.tuple(anyEvent, fc.integer({ min: 1, max: 9 })).map(([one, day]) => {
    const after = { ...one, when: when(`2021-01-0${day}`), review: "edited" as const };
    return { kind: "edit", event: one.id, before: one, after, checksums, documents: [] } as const;
  }),
  fc
    .tuple(anyEvent, anyEvent)
    .filter(([a, b]) => a.id !== b.id)
    .map(
      ([a, b]) =>
        ({ kind: "merge", event: a.id, into: b.id, before: a, kept: b, after: b, checksums }) as const,
    ),
  anyEvent.map(() => ({ kind: "alias", of: "aino-rautala", name: "Aino Rautala", alias: "Otter" }) as const),
);
const anyChanges = fc
  .array(anyDeed, { maxLength: 12 })
  .map((deeds) => deeds.map((deed, n): Change => ({ ...trace(n), ...deed })));
const shape = ({ dataset, review, waiting }: ReturnType<typeof applyChanges>) =>
  JSON.stringify([
    dataset.manifest,
    Array.from({ length: dataset.events.length }, (_, n) => dataset.events.at(n)),
    dataset.redirects,
    dataset.withdrawn,
    review,
    waiting,
  ]);

describe("any changes", () => {
  test("leave the dataset beneath as it is, give the same again, and every event once", () => {
    const before = JSON.stringify(base.dataset.events);
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const now = applyChanges(base, changes);
        expect(JSON.stringify(base.dataset.events)).toBe(before);
        expect(shape(applyChanges(base, changes))).toBe(shape(now));
        expect(new Set(idsOf(now)).size).toBe(now.dataset.events.length);
        expect(now.dataset.manifest.counts.events).toBe(now.dataset.events.length);
      }),
    );
  });

  test("made one after another come to the same as all at once", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const overlay = openOverlay(base);
        for (const n of changes.keys()) overlay(changes.slice(0, n + 1));
        expect(shape(overlay(changes))).toBe(shape(applyChanges(base, changes)));
      }),
    );
  });

  test("and the undo of one that nothing stands on are as if it had never been", () => {
    fc.assert(
      fc.property(anyChanges, fc.nat(11), (changes, n) => {
        const change = changes[n];
        fc.pre(change !== undefined && standOn(change.id, changes).length === 0);
        const undo: Change = { ...trace(50), kind: "undo", undoes: change!.id };
        const without = changes.filter((one) => one !== change);
        const undone = applyChanges(base, [...changes, undo]);
        expect(shape(undone)).toBe(shape(applyChanges(base, without)));
        const again: Change = { ...trace(51), kind: "undo", undoes: undo.id };
        expect(shape(applyChanges(base, [...changes, undo, again]))).toBe(shape(applyChanges(base, changes)));
      }),
    );
  });
});

test("a change of a large dataset looks at a few of its events", () => {
  const SIZE = 100_000;
  let looked = 0;
  const eventAt = (n: number): Event => {
    const day = new Date(Date.UTC(1900, 0, 1 + Math.floor(n / 3))).toISOString().slice(0, 10);
    return told(`E-${String(n).padStart(8, "0")}`, 1, { when: when(day) });
  };
  const events = {
    length: SIZE,
    at(n: number) {
      looked++;
      return n < 0 || n >= SIZE ? undefined : eventAt(n);
    },
  };
  const overlay = openOverlay({ dataset: { ...worldOf([A]).dataset, events }, review: [] });
  const [before, gone] = [eventAt(50_000), eventAt(70_001)];
  const after: Event = { ...before, when: when("1999-09-09"), review: "edited" };
  const changes: readonly Change[] = [
    { ...edit, ...trace(1), event: before.id, before, after },
    { ...trace(2), kind: "withdraw", event: gone.id, before: gone, checksums },
    { ...trace(3), kind: "add", after: B, documents: [] },
    { ...edit, ...trace(4), event: before.id, before: after, after: { ...after, status: "planned" } },
  ];
  for (const n of changes.keys()) {
    looked = 0;
    overlay(changes.slice(0, n + 1));
    expect(looked).toBeLessThan(500);
  }
  const { dataset } = overlay(changes);
  expect([dataset.events.length, dataset.manifest.counts.events]).toEqual([SIZE, SIZE]);
});
