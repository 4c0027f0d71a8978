/** A line of a reply, with the numbers of the sources that must stand in the same message. */
export type Said = { readonly cites: readonly number[]; readonly item?: number };

/** What goes into one message, in order. */
export type Sheet<T extends Said> = {
  readonly lines: readonly T[];
  /** Numbers of the sources cited here, rising. */
  readonly sources: readonly number[];
};

/**
 * Lines into as few messages as their order allows, each as full as `fits` lets it be, which is told the number of the
 * message from 0. A line and its sources never part: what does not fit opens the next message. A line that fits nowhere
 * stands alone.
 */
export function pack<T extends Said>(
  lines: readonly T[],
  fits: (sheet: Sheet<T>, message: number) => boolean,
): readonly Sheet<T>[] {
  const done: Sheet<T>[] = [];
  let open: Sheet<T> = { lines: [], sources: [] };
  for (const line of lines) {
    const more = add(open, line);
    if (open.lines.length === 0 || fits(more, done.length)) {
      open = more;
    } else {
      done.push(open);
      open = add({ lines: [], sources: [] }, line);
    }
  }
  return [...done, open];
}

const add = <T extends Said>({ lines, sources }: Sheet<T>, line: T): Sheet<T> => ({
  lines: [...lines, line],
  sources: [...new Set([...sources, ...line.cites])].sort((a, b) => a - b),
});
