import { hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { CAMEO, kindOfCameo } from "../../model/cameo.ts";
import { type Document, type Manifest, SCHEMA_VERSION } from "../../model/dataset.ts";
import type { Entity, Gazetteer, Place } from "../../model/entity.ts";
import type { Participant } from "../../model/event.ts";
import type { Part } from "../../model/kinds.ts";
import { byCodePoint } from "../../model/text.ts";
import { openResolver } from "./actors.ts";
import type { Columns } from "./columns.ts";
import type { Where } from "./types.ts";

/**
 * Writes coded events as a dataset folder, in date order, one event a line; the files take their names only when
 * all are written whole. Returns the manifest.
 */
export function writeImported(
  columns: Columns,
  documents: readonly Document[],
  gazetteer: Gazetteer,
  out: string,
): Manifest {
  const resolver = openResolver(gazetteer);
  const entities = distinct(columns.actors.map(resolver.entity));
  const fragments = entities.map(participantWriter);
  const places = new Map<string, Place>();
  const ids = eventIds(columns, documents);
  const order = inDateOrder(columns, ids);

  mkdirSync(out, { recursive: true });
  const file = lineWriter(join(out, "events.ndjson.new"));
  // Half a million lines are put together from a few thousand pieces, each made once.
  const inner = entities.map(({ name }) => JSON.stringify(name).slice(1, -1));
  const codeOf = remembered((code: string) => ({
    head: `"kind":"${kindOfCameo(code)}","cameo":"${code}","status":"happened","flags":[],"occasion":null,"participants":[`,
    parts: partsOf(code),
    relation: JSON.stringify(lowerFirst(CAMEO.get(code)!)).slice(1, -1),
  }));
  const whenOf = remembered(
    (day: string) =>
      `"when":{"edtf":"${day}","start":"${day}","end":"${day}","precision":"day","derivation":"stated","evidence":"coded"},"topics":[],"summary":"`,
  );
  const placeOf = remembered((where: Where) => resolver.place(where));
  const originOf = remembered(quoted);
  for (const at of order) {
    const event = columns.at(at);
    const { head, parts, relation } = codeOf(event.code);
    const target = event.target;
    const participants =
      fragments[event.source]!(parts[0]) + (target === null ? "" : `,${fragments[target]!(parts[1])}`);
    const place = event.where && placeOf(event.where);
    if (place) places.set(place.id, place);
    const stands = place
      ? `{"id":${quoted(place.id)},"name":${quoted(place.name)},"country":${quoted(place.country)},"derivation":"stated"}`
      : "";
    const { line, start, end } = event.position;
    const document = documents[event.position.file]!;
    const towards = target === null ? "" : ` (towards ${inner[target]})`;
    file.line(
      `{"id":"${ids[at]}",${head}${participants}],"places":[${stands}],${whenOf(event.day)}${inner[event.source]}: ${relation}${towards}.",` +
        `"sources":[{"document":"${document.id}","paragraph":${line},"span":[${start},${end}],"origin":${originOf(event.origin ?? document.publisher ?? document.title)}}],` +
        `"confidence":{"band":"high","reasons":["coded data, as imported"]},"review":"none","conflicts":[]}\n`,
    );
  }
  file.close();

  const used = [...new Map(entities.map((entity) => [entity.id, entity])).values()].sort(byId);
  const usedPlaces = [...places.values()].sort(byId);
  const manifest: Manifest = {
    schema: SCHEMA_VERSION,
    documents,
    counts: {
      documents: documents.length,
      events: columns.length,
      review: 0,
      entities: used.length,
      places: usedPlaces.length,
    },
    from: columns.length === 0 ? null : columns.day(order[0]!),
    to: columns.length === 0 ? null : columns.day(order[columns.length - 1]!),
  };
  const files: readonly [string, string][] = [
    ["entities.ndjson", ndjson(used)],
    ["places.ndjson", ndjson(usedPlaces)],
    ["review.ndjson", ""],
    ["redirects.json", "{}\n"],
    ["manifest.json", `${JSON.stringify(manifest, null, 2)}\n`],
  ];
  for (const [name, content] of files) writeFileSync(join(out, `${name}.new`), content);
  for (const name of ["events.ndjson", ...files.map(([name]) => name)])
    renameSync(join(out, `${name}.new`), join(out, name));
  return manifest;
}

/** The part of each side. Direction is kept: `actor` and `target` where the code has no part of its own. */
function partsOf(code: string): readonly [Part, Part] {
  switch (code.slice(0, 3)) {
    case "042":
      return ["visitor", "host"];
    case "043":
      return ["host", "visitor"];
    case "010":
      return ["speaker", "addressee"];
    default:
      return ["actor", "target"];
  }
}

/** Two names that fold to one id stay two: the later one gets a number. */
function distinct(entities: readonly Entity[]): readonly Entity[] {
  const owner = new Map<string, string>();
  return entities.map((entity) => {
    let id = entity.id;
    for (let n = 2; owner.has(id) && owner.get(id) !== entity.name; n++) id = `${entity.id}-${n}`;
    owner.set(id, entity.name);
    return id === entity.id ? entity : { ...entity, id };
  });
}

/** An entity as a participant, as JSON, made once for each part. */
function participantWriter(entity: Entity): (part: Part) => string {
  const made = new Map<Part, string>();
  return (part) => {
    let json = made.get(part);
    if (json === undefined) {
      const participant: Participant = {
        id: entity.id,
        kind: entity.kind,
        name: entity.name,
        as: entity.name,
        ...(entity.country === undefined ? {} : { country: entity.country }),
        part,
        resolution: "named",
        inferred: false,
      };
      json = JSON.stringify(participant);
      made.set(part, json);
    }
    return json;
  };
}

/** Positions by day, then by id. Days are few, so that sorting within each is what little there is to compare. */
function inDateOrder(columns: Columns, ids: readonly string[]): readonly number[] {
  // The first letters of an id as a number: digits of base 32 stand in the order of their letters.
  const keys = Float64Array.from(ids, (id) => Number.parseInt(id.slice(2, 10), 32));
  const byDay = new Map<string, number[]>();
  for (let at = 0; at < columns.length; at++) {
    const day = columns.day(at);
    const same = byDay.get(day);
    if (same === undefined) byDay.set(day, [at]);
    else same.push(at);
  }
  return [...byDay]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([, positions]) =>
      positions.sort((a, b) => keys[a]! - keys[b]! || byCodePoint(ids[a]!, ids[b]!)),
    );
}

/** Ids as those of read events: from the document's checksum and the record's span; longer where two would be equal. */
function eventIds(columns: Columns, documents: readonly Document[]): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: columns.length }, (_, at) => {
    const { file, start, end } = columns.at(at).position;
    const digest = hash("sha256", `${documents[file]!.sha256}:${start}-${end}`, "hex");
    let id = letters(digest, 0);
    for (let more = 1; taken.has(id); more++) id += letters(digest, more);
    taken.add(id);
    return `E-${id}`;
  });
}

/** The n-th 40 bits of a hexadecimal digest as 8 letters and digits, ten bits a pair. */
function letters(hex: string, n: number): string {
  const high = Number.parseInt(hex.slice(n * 10, n * 10 + 5), 16);
  const low = Number.parseInt(hex.slice(n * 10 + 5, n * 10 + 10), 16);
  return `${PAIRS[high >> 10]}${PAIRS[high & 1023]}${PAIRS[low >> 10]}${PAIRS[low & 1023]}`;
}

const PAIRS = Array.from({ length: 1024 }, (_, bits) => bits.toString(32).padStart(2, "0"));

/** Writes lines by way of one piece of memory. */
function lineWriter(path: string) {
  const file = openSync(path, "w");
  let waiting = Buffer.allocUnsafe(1 << 22);
  let used = 0;
  const flush = () => {
    for (let done = 0; done < used; ) done += writeSync(file, waiting, done, used - done);
    used = 0;
  };
  return {
    line(text: string) {
      const most = text.length * 3;
      if (used + most > waiting.length) flush();
      if (most > waiting.length) waiting = Buffer.allocUnsafe(most);
      used += waiting.write(text, used);
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

function remembered<In, Out>(make: (value: In) => Out): (value: In) => Out {
  const made = new Map<In, { readonly value: Out }>();
  return (value) => {
    const known = made.get(value) ?? { value: make(value) };
    made.set(value, known);
    return known.value;
  };
}

const quoted = (value: string | null) => JSON.stringify(value);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const ndjson = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const byId = (a: { readonly id: string }, b: { readonly id: string }) => byCodePoint(a.id, b.id);
