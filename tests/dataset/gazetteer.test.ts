import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadGazetteer } from "../../src/dataset/gazetteer.ts";
import { countryId, type Entity, type Office } from "../../src/model/entity.ts";

const FOLDER = join(import.meta.dirname, "../../data/gazetteer");
const gazetteer = loadGazetteer(FOLDER);
const { people, organisations, countries, places, titles, topics, occasions, anchors } = gazetteer;

type Held = { readonly holder: Entity; readonly office: Office };
const held: readonly Held[] = people.flatMap((holder) =>
  holder.offices.map((office) => ({ holder, office })),
);

/** Aliases that two people in office at one time may share: none so far. */
const SHARED: readonly string[] = [];

const span = ({ from, to }: Office) => [from ?? "0000-00-00", to ?? "9999-99-99"] as const;
const overlap = (one: Office, other: Office) =>
  span(one)[0] <= span(other)[1] && span(other)[0] <= span(one)[1];
const told = ({ holder, office }: Held) => `${holder.id} ${office.from} to ${office.to}`;

function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}

function sorted(names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

describe("the gazetteer's files", () => {
  const ids: readonly (readonly [string, readonly string[]])[] = [
    ["people", people.map(({ id }) => id)],
    ["organisations", organisations.map(({ id }) => id)],
    ["countries", countries.map(({ code }) => code)],
    ["places", places.map(({ id }) => id)],
    ["titles", titles.map(({ office }) => office)],
    ["topics", topics.map(({ name }) => name)],
    ["occasions", occasions.map(({ name }) => name)],
    ["anchors", anchors.map(({ name }) => name)],
  ];

  it.each(ids)("%s are in code-point order, none twice", (_, list) => {
    expect(list.length).toBeGreaterThan(0);
    expect(repeated(list)).toEqual([]);
    expect(list).toEqual(sorted(list));
  });

  it("share no id between people, organisations and countries", () => {
    expect(
      repeated(
        [...people, ...organisations, ...countries.map(({ code }) => ({ id: countryId(code) }))].map(
          ({ id }) => id,
        ),
      ),
    ).toEqual([]);
  });

  it("hold the world that questions are asked about", () => {
    expect(countries.length).toBeGreaterThanOrEqual(195);
    expect(places.filter(({ kind }) => kind === "city").length).toBeGreaterThanOrEqual(1500);
    expect(people.length).toBeGreaterThanOrEqual(600);
    expect(held.length).toBeGreaterThanOrEqual(1000);
  });

  it("never repeat a name among its own aliases", () => {
    const named = [...people, ...organisations, ...places, ...countries];
    expect(
      named.filter(({ name, aliases }) => repeated([name, ...aliases]).length > 0).map(({ name }) => name),
    ).toEqual([]);
  });
});

describe("countries and places", () => {
  const placed = new Map(places.map((place) => [place.id, place]));
  const codes = new Set(countries.map(({ code }) => code));

  it("have every capital in its own country", () => {
    const capitals = countries.flatMap(({ code, capital }) =>
      capital === null ? [] : [[code, capital] as const],
    );
    expect(capitals.filter(([code, capital]) => placed.get(capital)?.country !== code)).toEqual([]);
    expect(countries.filter(({ capital }) => capital === null).map(({ code }) => code)).toEqual(["HK", "MO"]);
  });

  it("have every country as a place on a continent that is one", () => {
    const astray = countries.filter(
      ({ code, continent }) =>
        placed.get(countryId(code))?.within.includes(continent) !== true || !placed.has(continent),
    );
    expect(astray).toEqual([]);
  });

  it("lie only within places that exist, and never within themselves", () => {
    const reaches = (id: string, target: string): boolean =>
      placed.get(id)?.within.some((outer) => outer === target || reaches(outer, target)) ?? false;
    expect(
      places.filter(({ within }) => within.some((outer) => !placed.has(outer))).map(({ id }) => id),
    ).toEqual([]);
    expect(places.filter(({ id }) => reaches(id, id)).map(({ id }) => id)).toEqual([]);
  });

  it("name only countries that exist", () => {
    const named = [...people, ...organisations, ...places].filter(
      ({ country }) => country !== undefined && country !== null && !codes.has(country),
    );
    expect(named.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ["Kiev", "kyiv"],
    ["Киев", "kyiv"],
    ["Nur-Sultan", "astana"],
    ["Genève", "geneva"],
    ["Rangoon", "yangon"],
    ["Peking", "beijing"],
    ["Stanitsa Luganskaya", "stanytsia-luhanska"],
  ])("know %s by another name", (name, id) => {
    expect(
      places.filter((place) => place.name === name || place.aliases.includes(name)).map((place) => place.id),
    ).toEqual([id]);
  });
});

describe("offices", () => {
  const kinds = new Map(titles.map((title) => [title.office, title]));
  const bodies = new Set([...countries.map(({ code }) => code), ...organisations.map(({ id }) => id)]);

  it("are of a title and of a country or organisation that exist", () => {
    expect(
      held.filter(({ office }) => !kinds.has(office.office) || !bodies.has(office.of)).map(told),
    ).toEqual([]);
  });

  it("begin before they end, on days that exist", () => {
    expect(
      held.filter(({ office: { from, to } }) => from !== null && to !== null && from > to).map(told),
    ).toEqual([]);
  });

  it("have one holder a day where a title has one", () => {
    const unique = held.filter(({ office }) => kinds.get(office.office)?.unique);
    const clashes = [...grouped(unique, ({ office }) => `${office.office} of ${office.of}`)].flatMap(
      ([what, holders]) =>
        holders.flatMap((one, at) =>
          holders
            .slice(at + 1)
            .filter((other) => overlap(one.office, other.office))
            .map((other) => `${what}: ${told(one)}, ${told(other)}`),
        ),
    );
    expect(clashes).toEqual([]);
  });

  it("are told apart: no alias is shared by two people in office at one time", () => {
    const names = people.flatMap((person) =>
      [person.name, ...person.aliases].map((name) => ({ name: name.toLowerCase(), person })),
    );
    const clashes = [...grouped(names, ({ name }) => name)].flatMap(([name, bearers]) =>
      bearers.flatMap(({ person: one }, at) =>
        bearers
          .slice(at + 1)
          .filter(({ person: other }) => one.offices.some((a) => other.offices.some((b) => overlap(a, b))))
          .map(({ person: other }) => `${name}: ${one.id}, ${other.id}`),
      ),
    );
    expect(clashes.filter((clash) => !SHARED.includes(clash))).toEqual([]);
  });

  it.each([
    ["foreign-minister", "GB", "2022-03-01", "Liz Truss"],
    ["foreign-minister", "GB", "2021-09-14", "Dominic Raab"],
    ["foreign-minister", "US", "2020-05-05", "Mike Pompeo"],
    ["president", "FR", "2012-05-14", "Nicolas Sarkozy"],
    ["president", "FR", "2012-05-15", "François Hollande"],
    ["prime-minister", "DE", "2021-12-07", "Angela Merkel"],
    ["secretary-general", "un", "2016-12-31", "Ban Ki-moon"],
    ["eu-high-representative", "eu", "2019-12-01", "Josep Borrell"],
  ])("tell the %s of %s on %s: %s", (office, of, day, name) => {
    const holders = held.filter(
      (one) =>
        one.office.office === office &&
        one.office.of === of &&
        span(one.office)[0] <= day &&
        day <= span(one.office)[1],
    );
    expect(holders.map(({ holder }) => holder.name)).toEqual([name]);
  });
});

describe("a damaged gazetteer", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  function spoilt(file: string, spoil: (content: string) => string): string {
    const folder = mkdtempSync(join(tmpdir(), "gazetteer-"));
    folders.push(folder);
    cpSync(FOLDER, folder, { recursive: true });
    writeFileSync(join(folder, file), spoil(readFileSync(join(folder, file), "utf8")));
    return folder;
  }

  const line = (number: number, change: (line: string) => string) => (content: string) =>
    content
      .split("\n")
      .map((text, at) => (at === number - 1 ? change(text) : text))
      .join("\n");

  it.each([
    [
      "people.ndjson",
      line(3, (text) => text.slice(0, -5)),
      "The gazetteer's people.ndjson is damaged at line 3 (it is not JSON",
    ],
    [
      "places.ndjson",
      line(2, (text) => text.replace('"kind"', '"sort"')),
      "The gazetteer's places.ndjson is damaged at line 2 (kind:",
    ],
    [
      "people.ndjson",
      line(1, (text) => text.replace(/"from":"\d{4}/, '"from":"2021-02-3')),
      "The gazetteer's people.ndjson is damaged at line 1 (offices.0.from:",
    ],
    [
      "titles.json",
      () => "{}",
      "The gazetteer's titles.json is damaged at the whole file (it is not a list)",
    ],
    [
      "anchors.json",
      () => '[{"name":"a","words":["b"],"day":"2021-02-30"}]',
      "The gazetteer's anchors.json is damaged at entry 1 (day: no such day)",
    ],
  ])("names the file, the place and the way out: %s", (file, spoil, message) => {
    expect(() => loadGazetteer(spoilt(file, spoil))).toThrow(message);
    expect(() => loadGazetteer(spoilt(file, spoil))).toThrow(
      "Correct it or restore the file from the repository.",
    );
  });

  it("names a file that is missing", () => {
    expect(() => loadGazetteer(join(FOLDER, "nowhere"))).toThrow(
      /people\.ndjson cannot be read\. Restore it/,
    );
  });
});
