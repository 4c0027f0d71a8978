import type { CodedEvent } from "./types.ts";

/** Numbers that grow: a typed array that doubles when it is full. */
function growing() {
  let values = new Float64Array(1 << 16);
  let length = 0;
  return {
    push(value: number) {
      if (length === values.length) {
        const wider = new Float64Array(length * 2);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    at: (position: number) => values[position] ?? 0,
  };
}

/** Gives equal things one number, in order of their first appearance. */
export function interner<T>(keyOf: (value: T) => string) {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    values: values as readonly T[],
    number(value: T): number {
      const key = keyOf(value);
      let number = numbers.get(key);
      if (number === undefined) {
        number = values.push(value) - 1;
        numbers.set(key, number);
      }
      return number;
    },
  };
}

/** Where a record stands: the file's number, the line, its byte offsets. */
export type Position = {
  readonly file: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
};

/**
 * Coded events as columns of numbers, so that millions fit into memory while they wait to be written in date
 * order: names, codes, places and origins are kept once.
 */
export function openColumns() {
  const actors = interner<CodedEvent["source"]>((actor) => `${actor.name}\n${actor.country ?? ""}`);
  const codes = interner<string>((code) => code);
  const days = interner<CodedEvent["day"]>((day) => day);
  const wheres = interner<NonNullable<CodedEvent["where"]>>(
    (where) => `${where.city ?? ""}\n${where.country ?? ""}`,
  );
  const origins = interner<string>((origin) => origin);
  const names = [
    "day",
    "source",
    "target",
    "code",
    "where",
    "origin",
    "file",
    "line",
    "start",
    "end",
  ] as const;
  const columns = Object.fromEntries(names.map((name) => [name, growing()])) as Record<
    (typeof names)[number],
    ReturnType<typeof growing>
  >;
  let length = 0;
  return {
    actors: actors.values,
    add(event: CodedEvent, at: Position): void {
      columns.day.push(days.number(event.day));
      columns.source.push(actors.number(event.source));
      columns.target.push(event.target === null ? -1 : actors.number(event.target));
      columns.code.push(codes.number(event.code));
      columns.where.push(event.where === undefined ? -1 : wheres.number(event.where));
      columns.origin.push(event.origin === undefined ? -1 : origins.number(event.origin));
      columns.file.push(at.file);
      columns.line.push(at.line);
      columns.start.push(at.start);
      columns.end.push(at.end);
      length++;
    },
    get length() {
      return length;
    },
    /** The event at a position, with the numbers of its actors and where it stands. */
    at(position: number) {
      const source = columns.source.at(position);
      const target = columns.target.at(position);
      return {
        day: days.values[columns.day.at(position)]!,
        source,
        target: target < 0 ? null : target,
        code: codes.values[columns.code.at(position)]!,
        where: wheres.values[columns.where.at(position)],
        origin: origins.values[columns.origin.at(position)],
        position: {
          file: columns.file.at(position),
          line: columns.line.at(position),
          start: columns.start.at(position),
          end: columns.end.at(position),
        } satisfies Position,
      };
    },
    day: (position: number) => days.values[columns.day.at(position)]!,
  };
}

export type Columns = ReturnType<typeof openColumns>;
