type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A typed array that grows: `done` is what was pushed so far. */
export type GrowingArray<T extends Numbers> = {
  readonly push: (value: number) => void;
  readonly length: () => number;
  readonly last: () => number | undefined;
  readonly done: () => T;
  /** The same without a copy: what is pushed later is not in it. */
  readonly seen: () => T;
};

export function growingArray<T extends Numbers>(
  type: { new (length: number): T },
  room = 1024,
): GrowingArray<T> {
  let values = new type(room);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const wider = new type(length * 2);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    length: () => length,
    last: () => (length === 0 ? undefined : values[length - 1]),
    done: () => values.slice(0, length) as T,
    seen: () => values.subarray(0, length) as T,
  };
}
