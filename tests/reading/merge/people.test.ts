import { describe, expect, it } from "vitest";
import type { Participant } from "../../../src/model/event.ts";
import { mergeWithin, unitePeople } from "../../../src/reading/merge/index.ts";
import { who } from "../../fixtures/build.ts";
import { ids, told } from "./tellings.ts";

const person = (id: string, name: string, more: Partial<Participant> = {}) =>
  who("pertti-lind", "speaker", { id, name, as: name, country: "FI", ...more });

const named = (known: readonly string[], ...people: readonly Participant[]) =>
  unitePeople(
    people.map((one, at) => {
      const read = told(`Document ${at}: someone spoke.`, [
        { says: "someone spoke.", kind: "statement", participants: [one] },
      ]);
      return { told: mergeWithin(read) };
    }),
    new Set(known),
  ).map(({ told }) => [ids(told[0])?.[0], told[0]?.participants[0]?.name]);

const SERGEI = person("sergei-orpana", "Sergei Orpana");
const SERGEY = person("sergey-orpana", "Sergey Orpana");

describe("a person in several documents", () => {
  it("is one in any transliteration, and keeps how each text put it", () => {
    expect(named([], SERGEY, SERGEI)).toEqual([
      ["sergei-orpana", "Sergei Orpana"],
      ["sergei-orpana", "Sergei Orpana"],
    ]);
    expect(
      named([], person("dmitry-salovaara", "Dmitry Salovaara"), person("dmitri-salovara", "Dmitri Salovara")),
    ).toEqual([
      ["dmitri-salovara", "Dmitri Salovara"],
      ["dmitri-salovara", "Dmitri Salovara"],
    ]);
  });

  it("has the id by which they are known already", () => {
    expect(named(["sergey-orpana"], SERGEI, SERGEY).map(([id]) => id)).toEqual([
      "sergey-orpana",
      "sergey-orpana",
    ]);
  });

  it.each<[string, readonly string[], Participant, Participant]>([
    ["another country", [], SERGEI, { ...SERGEY, country: "KE" }],
    ["another first name", [], SERGEI, person("sirkka-orpana", "Sirkka Orpana")],
    ["two who are known apart", ["sergei-orpana", "sergey-orpana"], SERGEI, SERGEY],
    ["a surname alone", [], person("orpana", "Orpana"), person("orpanna", "Orpanna")],
  ])("is not one with %s", (_, known, one, other) => {
    expect(named(known, one, other).map(([id]) => id)).toEqual([one.id, other.id]);
  });
});
