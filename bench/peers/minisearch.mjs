import MiniSearch from "minisearch";
import { dayNumber, eachRow } from "./rows.mjs";

/** MiniSearch with a field for who, where and the words, all in capitals of their own so that they never mix. */
export async function open(feed, names) {
  const rows = [];
  const search = new MiniSearch({
    fields: ["who", "places", "words"],
    tokenize: (text) => text.split("\n"),
    processTerm: (term) => term,
  });
  await eachRow(feed, (row, n) => {
    rows.push({ id: row.id, start: row.start, end: row.end, kind: row.kind });
    search.add({
      id: n,
      who: row.who.join("\n"),
      places: row.places.join("\n"),
      words: row.words.join("\n"),
    });
  });
  const byName = new MiniSearch({ fields: ["name"], storeFields: ["name"] });
  byName.addAll(names.map((name, id) => ({ id, name })));
  return {
    find({ who = [], place, kind, from, to, words = [] }) {
      const wanted = [
        ...who.map((one) => ({ fields: ["who"], queries: [one] })),
        ...(place === undefined ? [] : [{ fields: ["places"], queries: [place] }]),
        ...words.map((one) => ({ fields: ["words"], queries: [one] })),
      ];
      const least = from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from);
      const most = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to);
      const filter = ({ id }) => {
        const row = rows[id];
        return row.end >= least && row.start <= most && (kind === undefined || row.kind === kind);
      };
      const found = search.search({ combineWith: "AND", queries: wanted }, { filter });
      const newest = found
        .map(({ id }) => id)
        .sort((a, b) => b - a)
        .slice(0, 20);
      return { count: found.length, newest: newest.map((n) => rows[n].id) };
    },
    complete: (typed) =>
      byName
        .search(typed, { prefix: true, fuzzy: 1 })
        .slice(0, 20)
        .map(({ name }) => name),
  };
}
