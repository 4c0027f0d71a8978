import type { Columns } from "./collect.ts";
import type { Lists } from "./lists.ts";
import type { Index, Participants } from "./types.ts";

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** The columns of an index that hold something of each event. */
export type EventColumns = Pick<Index, (typeof SINGLE)[number] | (typeof SEVERAL)[number] | "participants">;

const SINGLE = ["start", "end", "kind", "status", "flags", "cameo", "occasion"] as const;
const SEVERAL = ["places", "topics", "documents", "origins"] as const;
const OF_PARTICIPANT = ["part", "country", "office", "marks"] as const;

/** Puts events behind the columns of an index. What was there never moves nor changes. */
export function behind(base: EventColumns): {
  readonly append: (more: Columns) => void;
  readonly now: () => EventColumns;
} {
  const { offsets, entity } = base.participants;
  const single = SINGLE.map((name) => [name, column<Numbers>(base[name])] as const);
  const several = SEVERAL.map((name) => [name, lists(base[name])] as const);
  const people = lists({ offsets, values: entity });
  const rows = OF_PARTICIPANT.map((name) => [name, column<Numbers>(base.participants[name])] as const);
  return {
    append(more) {
      for (const [name, each] of single) each.append(more[name]);
      for (const [name, each] of several) each.append(more[name]);
      people.append({ offsets: more.participants.offsets, values: more.participants.entity });
      for (const [name, each] of rows) each.append(more.participants[name]);
    },
    now() {
      const { offsets, values } = people.now();
      const participants = { offsets, entity: values, ...now(rows) } as Participants;
      return { ...now(single), ...now(several), participants } as EventColumns;
    },
  };
}

const now = <T>(all: readonly (readonly [string, { readonly now: () => T }])[]) =>
  Object.fromEntries(all.map(([name, each]) => [name, each.now()]));

/** A column that grows at its end: in the room that its buffer has behind it, while there is some. */
function column<T extends Numbers>(
  initial: T,
): {
  readonly append: (values: T) => void;
  readonly now: () => T;
} {
  const Type = initial.constructor as {
    new (buffer: ArrayBufferLike, offset: number, length: number): T;
    new (length: number): T;
  };
  let { buffer, byteOffset } = initial;
  let used = initial.length;
  let mine = false;
  const view = (length: number) => new Type(buffer, byteOffset, length);
  return {
    append(values) {
      const needed = byteOffset + (used + values.length) * initial.BYTES_PER_ELEMENT;
      if (needed > buffer.byteLength || (!mine && TAKEN.has(buffer))) {
        const wider = new Type(used + Math.max(SPARE, used >>> 3, values.length));
        wider.set(view(used));
        ({ buffer, byteOffset } = wider);
      }
      mine = true;
      TAKEN.add(buffer);
      view(used + values.length).set(values, used);
      used += values.length;
    },
    now: () => view(used),
  };
}

/** Buffers behind whose numbers somebody has put others. */
const TAKEN = new WeakSet<ArrayBufferLike>();
const SPARE = 1 << 12;

function lists(initial: Lists): { readonly append: (more: Lists) => void; readonly now: () => Lists } {
  const offsets = column(initial.offsets);
  const values = column(initial.values);
  let end = initial.offsets[initial.offsets.length - 1] ?? 0;
  return {
    append(more) {
      const from = end;
      end += more.values.length;
      offsets.append(more.offsets.subarray(1).map((offset) => from + offset));
      values.append(more.values);
    },
    now: () => ({ offsets: offsets.now(), values: values.now() }),
  };
}
