type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A typed array that grows: `done` is what was pushed so far. */
export type GrowingArray<T extends Numbers> = {
  readonly push: (value: number) => void;
  readonly length: () => number;
  readonly done: () => T;
};

export function growingArray<T extends Numbers>(type: { new (length: number): T }): GrowingArray<T> {
  let values = new type(1024);
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
    done: () => values.slice(0, length) as T,
  };
}
