import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, weekday } from "../../../src/model/when.ts";
import { anchoredCreation, narrow, timeExpressions, timeMentions } from "../../../src/reading/time/index.ts";
import type { Anchor, Tense } from "../../../src/reading/types.ts";
import { between, tellingDays, values } from "./support.ts";

const unknown = between(null, null);

/** Expressions of a text whose sentences with "will" are future, and an anchor on one of its words. */
function anchored(text: string, word: string, day: string, known = unknown) {
  const tenseAt = (offset: number): Tense =>
    /will/.test(text.slice(text.lastIndexOf(".", offset) + 1, text.indexOf(".", offset))) ? "future" : "past";
  const from = text.indexOf(word);
  const anchor: Anchor = { span: [from, from + word.length], day: day as Day, reason: "the truce is known" };
  const creation = anchoredCreation(known, timeExpressions(text, 0, tenseAt), [anchor]);
  return {
    creation,
    mentions: timeMentions(text, 0, creation, tenseAt).map((m) => `${m.text} = ${m.when.edtf}`),
  };
}

describe("A creation time", () => {
  it("narrows to what all constraints allow, and says why", () => {
    const creation = narrow(between("2024-01-01", null), [
      { from: "2025-02-25", to: null, why: "three years are over" },
      { from: null, to: "2025-06-30", why: "the minister left" },
      { from: "2020-01-01", to: "2030-01-01", why: "says nothing new" },
    ]);
    expect(creation).toEqual({
      start: "2025-02-25",
      end: "2025-06-30",
      derivation: "inferred",
      evidence: "three years are over; the minister left",
    });
  });

  it("keeps what it was where a constraint contradicts it, and says so", () => {
    const stated = { ...between("2024-01-01", "2024-01-01", "stated"), evidence: "header" };
    expect(narrow(stated, [{ from: "2025-01-01", to: null, why: "took office later" }])).toEqual({
      ...stated,
      evidence: "header; not applied, for it contradicts the rest: took office later",
    });
  });

  it("is, after any constraints, within the former one and never empty", () => {
    const edge = fc.option(tellingDays, { nil: null });
    const constraint = fc.record({ from: edge, to: edge, why: fc.constant("so") });
    fc.assert(
      fc.property(
        tellingDays,
        fc.nat(5_000),
        fc.array(constraint, { maxLength: 5 }),
        (start, length, constraints) => {
          const end = addDays(start, length);
          const result = narrow(between(start, end), constraints);
          expect((result.start as Day) >= start && (result.end as Day) <= end).toBe(true);
          expect((result.start as Day) <= (result.end as Day)).toBe(true);
        },
      ),
    );
  });
});

describe("An undated document", () => {
  it("was written within the week after the known day of a weekday in the past", () => {
    expect(anchored("A truce began on Saturday.", "Saturday", "2025-04-19").creation).toEqual({
      start: "2025-04-19",
      end: "2025-04-25",
      derivation: "inferred",
      evidence: '"Saturday" is 2025-04-19: the truce is known',
    });
  });

  it("was written where all its weekdays lie within seven days, and its other times follow", () => {
    const text =
      "They will meet on Wednesday. Talks took place last week. A spokesman said Tuesday he was ready. A truce began on Saturday. The envoy will travel this week.";
    const { creation, mentions } = anchored(text, "Saturday", "2025-04-19");
    expect(creation).toMatchObject({ start: "2025-04-22", end: "2025-04-23", derivation: "inferred" });
    expect(mentions).toEqual([
      "Wednesday = 2025-04-23",
      "last week = 2025-04-14/2025-04-20",
      "Tuesday = 2025-04-22",
      "Saturday = 2025-04-19",
      "this week = 2025-04-21/2025-04-27",
    ]);
  });

  it("is dated by any relative time, not weekdays alone", () => {
    expect(anchored("It was signed yesterday.", "yesterday", "2021-03-01").creation).toMatchObject({
      start: "2021-03-02",
      end: "2021-03-02",
    });
    expect(anchored("Talks were held last week.", "last week", "2021-03-03").creation).toMatchObject({
      start: "2021-03-08",
      end: "2021-03-14",
    });
    expect(anchored("Talks were held in May.", "May", "2021-05-03").creation).toMatchObject({
      start: "2021-03-17",
      end: "2022-03-16",
    });
  });

  it("keeps what it was where the known day fits no expression or another creation time, and says so", () => {
    const monday = anchored("A truce began on Monday.", "Monday", "2025-04-19");
    expect(monday.creation).toEqual({
      ...unknown,
      evidence: "not applied, for it fits no expression of the text: the truce is known",
    });
    const late = anchored(
      "A truce began on Saturday.",
      "Saturday",
      "2025-04-19",
      between("2026-01-01", null),
    );
    expect(late.creation).toMatchObject({ start: "2026-01-01", end: null });
    const elsewhere = anchored("A truce began on Saturday in Rome.", "Rome", "2025-04-19");
    expect(elsewhere.creation).toMatchObject({ start: null, end: null });
  });

  it("is dated so that its true day is never left out, when it was written by the conventions", () => {
    const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const name = (day: Day) => names[weekday(day) - 1] as string;
    fc.assert(
      fc.property(
        tellingDays,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (told, a, b, c) => {
          const [past, other, coming] = [addDays(told, -a), addDays(told, -b), addDays(told, c)];
          const text = `It began on ${name(past)}. He left on ${name(other)}. They will meet on ${name(coming)}.`;
          const { creation, mentions } = anchored(text, name(past), past);
          expect((creation.start as Day) <= told && told <= (creation.end as Day)).toBe(true);
          expect(mentions[0]).toBe(`${name(past)} = ${past}`);
        },
      ),
    );
  });

  it("without any anchor gives no day to a weekday", () => {
    expect(values("They met on Monday.", unknown)).toEqual([]);
  });
});
