/** A map with entries of its own laid over another one: what was made from that one holds for all that `own` lacks. */
export type LaidMap<T> = ReadonlyMap<string, T> & {
  readonly over: ReadonlyMap<string, T>;
  readonly own: ReadonlyMap<string, T>;
};

/** Lays entries over a map without copying it: those of its keys stand where they stood, new ones behind, in order of key. */
export function layMap<T>(over: ReadonlyMap<string, T>, own: ReadonlyMap<string, T>): LaidMap<T> {
  const fresh = [...own.keys()].filter((key) => !over.has(key)).sort();
  function* entries(): Generator<[string, T], undefined> {
    for (const [key, value] of over) yield [key, own.get(key) ?? value];
    for (const key of fresh) yield [key, own.get(key)!];
  }
  function* values(): Generator<T, undefined> {
    for (const [, value] of entries()) yield value;
  }
  function* keys(): Generator<string, undefined> {
    yield* over.keys();
    yield* fresh;
  }
  const map: LaidMap<T> = {
    over,
    own,
    size: over.size + fresh.length,
    get: (key) => own.get(key) ?? over.get(key),
    has: (key) => own.has(key) || over.has(key),
    forEach(visit) {
      for (const [key, value] of entries()) visit(value, key, map);
    },
    entries,
    keys,
    values,
    [Symbol.iterator]: entries,
  };
  return map;
}

/** The map beneath and what is laid over it; of a plain map itself and nothing. */
export function layersOf<T>(map: ReadonlyMap<string, T>): Pick<LaidMap<T>, "over" | "own"> {
  return "over" in map ? (map as LaidMap<T>) : { over: map, own: new Map() };
}
