import type { Journal } from "./journal.ts";

/** A map that keeps what was made of it until something in it changes. */
export type Remembering<Key, Value, Made> = Pick<ReadonlyMap<Key, Value>, "get" | "has"> & {
  readonly set: (key: Key, value: Value) => void;
  readonly made: () => Made;
};

/** Such a map with some entries; what is set is noted in a journal. */
export function remembering<Key, Value, Made>(
  entries: Iterable<readonly [Key, Value]>,
  make: (all: ReadonlyMap<Key, Value>) => Made,
  note: Journal["note"],
): Remembering<Key, Value, Made> {
  const all = new Map(entries);
  let made: { readonly value: Made } | undefined;
  return {
    get: (key) => all.get(key),
    has: (key) => all.has(key),
    set(key, value) {
      const before = all.get(key);
      all.set(key, value);
      made = undefined;
      note(() => {
        if (before === undefined) all.delete(key);
        else all.set(key, before);
        made = undefined;
      });
    },
    made() {
      made ??= { value: make(all) };
      return made.value;
    },
  };
}
