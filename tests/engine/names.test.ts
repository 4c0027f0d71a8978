import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, keyOf, openNames, tokenise } from "../../src/engine/names/index.ts";
import type { Entity } from "../../src/model/entity.ts";
import { world } from "../fixtures/world.ts";

const body = (id: string, name: string, country: string): Entity => ({
  id,
  kind: "organisation",
  name,
  aliases: [],
  country,
  offices: [],
});
const known = world();
const dataset = {
  ...known,
  entities: new Map(
    [
      ...known.entities.values(),
      body("police-kenya", "Police (Kenya)", "KE"),
      body("foreign-affairs-chile", "Foreign Affairs (Chile)", "CL"),
      body("citizen-finland", "Citizen (Finland)", "FI"),
      body("coast-guard", "Coast Guard of Portugal", "PT"),
      body("head-kenya", "Head of Government (Kenya)", "KE"),
    ].map((entity) => [entity.id, entity] as const),
  ),
};
const names = openNames(dataset);

/** What a text links to from its first word on, and how much of it. */
function linked(text: string): string {
  const tokens = tokenise(text);
  const link = names.link(tokens, 0);
  if (!link) return "nothing";
  const senses = [...link.senses, ...(link.together ?? [])].map(keyOf).join(" + ");
  return link.to === tokens.length ? senses : `${senses} …`;
}

describe("a text links to", () => {
  test.each([
    ["Inês Carvalho", "entity:ines-carvalho"],
    ["ines CARVALHO's", "entity:ines-carvalho"],
    ["Айно Раутала", "entity:aino-rautala"],
    ["Carvalho", "entity:ines-carvalho"],
    ["Rautala", "entity:aino-rautala + entity:mikko-rautala"],
    ["Portuguese foreign minister Duarte Mello", "entity:duarte-mello"],
    ["President Kiplagat", "entity:joseph-kiplagat"],
    ["U.S.", "demonym:US + country:US"],
    ["Portuguese Republic", "country:PT"],
    ["State House", "metonym:KE"],
    ["New York City", "place:new-york"],
    ["Åbo", "place:turku"],
    // offices
    ["foreign minister of Portugal", "office:foreign-minister@PT"],
    ["Portugal's foreign minister", "office:foreign-minister@PT"],
    ["Finnish minister of foreign affairs", "office:foreign-minister@FI"],
    ["foreign ministers of Portugal and Finland", "office:foreign-minister@PT + office:foreign-minister@FI"],
    ["Finnish and Kenyan foreign ministers", "office:foreign-minister@FI + office:foreign-minister@KE"],
    ["Finnish ambassador to Kenya", "office:ambassador@FI"],
    ["secretary of state", "title:foreign-minister@US"],
    // bodies of a country
    ["Kenyan police", "entity:police-kenya"],
    ["Kenya's police", "entity:police-kenya"],
    ["police of Kenya", "entity:police-kenya"],
    ["Police (Kenya)", "entity:police-kenya"],
    ["Chilean Foreign Ministry", "entity:foreign-affairs-chile"],
    ["Ministry of Foreign Affairs of Chile", "entity:foreign-affairs-chile"],
    ["citizens of Finland", "entity:citizen-finland"],
    ["Finnish citizens", "entity:citizen-finland"],
    ["Portuguese coast guard", "entity:coast-guard"],
    ["prime minister of Kenya", "entity:head-kenya"],
    // the rest
    ["Atlantic Forum", "occasion:Atlantic Forum"],
    ["fishing", "topic:fisheries"],
    ["D-a1a1a1", "document:D-a1a1a1"],
    ["us", "nothing"],
    ["Zorblatt", "nothing"],
    ["Carvalho and Mello", "entity:ines-carvalho …"],
  ])("%s", (text, meant) => {
    expect(linked(text)).toBe(meant);
  });
});

describe("a misspelt name", () => {
  const near = (text: string) =>
    names.linkNear(tokenise(text), 0).map(({ senses, how }) => [...senses.map(keyOf), how]);
  test.each([
    ["Carvahlo", [["entity:ines-carvalho", "edit"]]],
    ["Kiplagatt", [["entity:joseph-kiplagat", "spelling"]]],
    ["Odiambo", [["entity:wanjiru-odhiambo", "edit"]]],
    ["Gneva", [["place:geneva", "edit"]]],
    ["Xyzzyxy", []],
  ])("%s", (text, meant) => {
    expect(near(text)).toEqual(meant);
  });

  test("that has one edit too many is not guessed, but names like it are told", () => {
    expect(near("Karvahlo")).toEqual([]);
    expect(names.near("Rautalla")).toEqual(["Aino Rautala", "Mikko Rautala"]);
  });
});

test("one edit away is found wherever the edit is", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  fc.assert(
    fc.property(
      fc.nat(7),
      fc.nat(25),
      fc.constantFrom("drop", "add", "change", "swap"),
      (at, letter, kind) => {
        const name = "carvalho";
        const other = letters[letter] ?? "a";
        const typed = {
          drop: name.slice(0, at) + name.slice(at + 1),
          add: name.slice(0, at) + other + name.slice(at),
          change: name.slice(0, at) + other + name.slice(at + 1),
          swap: name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2),
        }[kind];
        fc.pre(typed !== name);
        const found = names.linkNear(tokenise(typed), 0).flatMap(({ senses }) => senses.map(keyOf));
        expect(found).toContain("entity:ines-carvalho");
      },
    ),
  );
});

test("what is written of a sense links to that sense alone", () => {
  const senses = [
    ...[...dataset.entities.keys()]
      .filter((id) => !id.startsWith("country:"))
      .map((id) => ({ kind: "entity" as const, id })),
    ...["lisbon", "new-york", "santiago"].map((id) => ({ kind: "place" as const, id })),
    ...["PT", "US", "KE"].map((code) => ({ kind: "country" as const, code })),
    ...["PT", "US"].map((of) => ({ kind: "office" as const, office: "foreign-minister", of })),
  ];
  for (const sense of senses) {
    const text = names.write(sense).replace(/^the /, "");
    expect([text, linked(text)]).toEqual([text, keyOf(sense)]);
  }
});

describe("completions", () => {
  test("the exact alias first, then beginnings, then other spellings, then one edit", () => {
    const values = (kind: Parameters<typeof names.suggest>[0], typed: string, limit = 5) =>
      names.suggest(kind, typed, limit).map(({ value }) => value);
    expect(values("person", "raut")).toEqual(["Aino Rautala", "Mikko Rautala"]);
    expect(values("actor", "un")).toEqual(["United Nations", "United States", "African Union"]);
    expect(values("person", "айно")).toEqual(["Aino Rautala"]);
    expect(values("place", "genv")).toEqual(["Geneva"]);
    expect(values("place", "york")).toEqual(["New York"]);
    expect(values("kind", "cease")).toEqual(["ceasefire"]);
    expect(values("status", "p")).toEqual(["planned", "postponed", "proposed"]);
    expect(values("topic", "fish")).toEqual(["fisheries"]);
    expect(values("event", "E-lisbon")).toEqual(["E-lisbon-b", "E-lisbon-a"]);
    expect(values("person", "zzzz")).toEqual([]);
  });

  test("hold what the dataset uses before what only the gazetteer knows, and never more than asked", () => {
    expect(names.suggest("person", "", 3)).toHaveLength(3);
    expect(names.suggest("person", "h", 9).map(({ value }) => value)).toEqual(["Heikki Salo"]);
  });
});

test("folding keeps letters and digits alone, and folds twice as once", () => {
  expect(fold("Андрей  КОВАЛЁВ’s “U.N.”–Straße")).toBe("andrey kovalev un strasse");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
