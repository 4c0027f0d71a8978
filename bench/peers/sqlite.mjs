import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { dayNumber, eachRow } from "./rows.mjs";

/**
 * SQLite with an index for every kind of query, clustered tables for who and where, and FTS5 for words; names by
 * trigrams. Row numbers are in date order, so that the newest are the last.
 */
export async function build(feed, names, file) {
  rmSync(file, { force: true });
  const db = new Database(file);
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.exec(`
    CREATE TABLE event (n INTEGER PRIMARY KEY, id TEXT, start INTEGER, end INTEGER, kind TEXT);
    CREATE TABLE part (who TEXT, n INTEGER, kind TEXT, PRIMARY KEY (who, n)) WITHOUT ROWID;
    CREATE TABLE stand (place TEXT, n INTEGER, PRIMARY KEY (place, n)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE word USING fts5(words, content='', columnsize=0, detail=none);
    CREATE VIRTUAL TABLE spelling USING fts5(name, tokenize='trigram');`);
  const event = db.prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?)");
  const part = db.prepare("INSERT INTO part VALUES (?, ?, ?)");
  const stand = db.prepare("INSERT INTO stand VALUES (?, ?)");
  const word = db.prepare("INSERT INTO word (rowid, words) VALUES (?, ?)");
  const name = db.prepare("INSERT INTO spelling (name) VALUES (?)");
  db.exec("BEGIN");
  await eachRow(feed, (row, n) => {
    event.run(n, row.id, row.start, row.end, row.kind);
    for (const who of row.who) part.run(who, n, row.kind);
    for (const place of row.places) stand.run(place, n);
    word.run(n, row.words.join(" "));
  });
  for (const one of names) name.run(one);
  db.exec(`COMMIT;
    CREATE INDEX part_kind ON part (who, kind, n);
    CREATE TABLE often (who TEXT PRIMARY KEY, times INTEGER) WITHOUT ROWID;
    INSERT INTO often SELECT who, count(*) FROM part GROUP BY who;
    CREATE INDEX event_start ON event (start);
    CREATE INDEX event_wide ON event (end) WHERE end > start;
    INSERT INTO word(word) VALUES ('optimize');
    INSERT INTO spelling(spelling) VALUES ('optimize');
    ANALYZE;`);
  db.close();
}

export function open(file) {
  const db = new Database(file, { readonly: true });
  db.pragma("cache_size = -200000");
  db.pragma("mmap_size = 1000000000");
  const prepared = new Map();
  const prepare = (sql) => {
    if (!prepared.has(sql)) prepared.set(sql, db.prepare(sql));
    return prepared.get(sql);
  };
  const first = db.prepare("SELECT n FROM event WHERE start >= ? ORDER BY start, n LIMIT 1").pluck();
  const last = db.prepare("SELECT n FROM event WHERE start <= ? ORDER BY start DESC, n DESC LIMIT 1").pluck();
  const wide = db.prepare("SELECT min(n) FROM event WHERE end > start AND end >= ?").pluck();
  const sharp = db.prepare("SELECT count(*) FROM event WHERE end > start").pluck().get() === 0;
  const often = db.prepare("SELECT times FROM often WHERE who = ?").pluck();
  const spell = db.prepare("SELECT name FROM spelling WHERE spelling MATCH ? ORDER BY rank LIMIT 20").pluck();
  return {
    find({ who = [], place, kind, from, to, words = [] }) {
      const given = {};
      const source = [];
      const where = [];
      // The planner does not know who is rare: the rarest comes first, and CROSS JOIN keeps it there.
      const rarest = who.length < 2 ? who : who.toSorted((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0));
      for (const [i, one] of rarest.entries()) {
        source.push(`part p${i}`);
        where.push(`p${i}.who = @who${i}`);
        if (kind !== undefined) where.push(`p${i}.kind = @kind`);
        given[`who${i}`] = one;
      }
      if (kind !== undefined) given.kind = kind;
      if (place !== undefined) {
        source.push("stand s");
        where.push("s.place = @place");
        given.place = place;
      }
      if (words.length > 0) {
        source.push("word");
        where.push("word MATCH @words");
        given.words = words.map((one) => `"${one}"`).join(" AND ");
      }
      const keys = source.map((one) => (one === "word" ? "word.rowid" : `${one.split(" ")[1]}.n`));
      for (const key of keys.slice(1)) where.push(`${key} = ${keys[0]}`);
      let joined = "";
      if (from !== undefined) {
        given.least = first.get(dayNumber(from)) ?? Number.MAX_SAFE_INTEGER;
        given.most = last.get(dayNumber(to)) ?? -1;
        if (!sharp) {
          given.least = Math.min(given.least, wide.get(dayNumber(from)) ?? given.least);
          given.from = dayNumber(from);
          joined = ` JOIN event e ON e.n = ${keys[0]} AND e.end >= @from`;
        }
        where.push(`${keys[0]} BETWEEN @least AND @most`);
      }
      const body = `FROM ${source.join(" CROSS JOIN ")}${joined} WHERE ${where.join(" AND ")}`;
      const count = prepare(`SELECT count(*) ${body}`).pluck().get(given);
      const newest = prepare(
        `SELECT (SELECT id FROM event WHERE event.n = found.n) FROM (SELECT ${keys[0]} AS n ${body} ORDER BY ${keys[0]} DESC LIMIT 20) found`,
      )
        .pluck()
        .all(given);
      return { count, newest };
    },
    complete(typed) {
      const parts = Array.from({ length: typed.length - 2 }, (_, at) => `"${typed.slice(at, at + 3)}"`);
      return spell.all(parts.join(" OR "));
    },
  };
}
