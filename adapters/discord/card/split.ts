import { LIMITS, OURS } from "../limits.ts";

/** A line of the body with the sources that must stand in the same message, or a line that stands alone. */
export type Line = {
  readonly part: "body" | "tail";
  readonly text: string;
  /** Numbers of the sources that this line needs beside it. */
  readonly cites: readonly number[];
  /** Stands before the line when it opens a message, or when the heading changes. */
  readonly heading?: string;
  /** Which item it is, from 0, where it is one. */
  readonly item?: number;
};

export type Packed = {
  readonly body: readonly string[];
  /** Numbers of the sources cited here, in their order. */
  readonly sources: readonly number[];
  readonly tail: readonly string[];
  /** Index of the last item that stands here or before; -1 when there is none yet. */
  readonly lastItem: number;
};

/**
 * Lines into messages, in order, each within the limits together with every source that its lines cite.
 * A line and its sources never part; a line that does not fit opens the next message.
 * `head` is what the first message spends before its first line, `next` what each later one does.
 */
export function pack(
  lines: readonly Line[],
  sources: ReadonlyMap<number, string>,
  head: { readonly body: number; readonly other: number },
  next: { readonly body: number; readonly other: number },
): readonly Packed[] {
  const messages: Packed[] = [];
  let open = start(head);
  for (const line of lines) {
    if (open.lines > 0 && !fits(open, line, sources)) {
      messages.push(close(open));
      open = start(next, open.lastItem);
    }
    add(open, line, sources);
  }
  messages.push(close(open));
  return messages;
}

type Open = {
  body: string[];
  bodyText: number;
  other: number;
  sources: Set<number>;
  sourcesText: number;
  tail: string[];
  tailText: number;
  heading: string | undefined;
  lastItem: number;
  lines: number;
};

function start(spent: { readonly body: number; readonly other: number }, lastItem = -1): Open {
  return {
    body: [],
    bodyText: spent.body,
    other: spent.other,
    sources: new Set(),
    sourcesText: 0,
    tail: [],
    tailText: 0,
    heading: undefined,
    lastItem,
    lines: 0,
  };
}

function cost(open: Open, line: Line, sources: ReadonlyMap<number, string>) {
  const fresh = [...new Set(line.cites)].filter((n) => !open.sources.has(n));
  const heading = line.heading !== undefined && line.heading !== open.heading ? line.heading.length + 2 : 0;
  return {
    body: line.part === "body" ? line.text.length + 1 + heading : 0,
    tail: line.part === "tail" ? line.text.length + 1 : 0,
    sources: fresh.reduce((sum, n) => sum + (sources.get(n)?.length ?? 0) + 1, 0),
    fresh,
  };
}

/** Room for the line that names what is left out. */
const LEFT_OUT = 300;

function fits(open: Open, line: Line, sources: ReadonlyMap<number, string>): boolean {
  const more = cost(open, line, sources);
  const body = open.bodyText + more.body;
  const tail = open.sourcesText + more.sources + open.tailText + more.tail;
  return (
    body <= LIMITS.description &&
    tail <= LIMITS.description - LEFT_OUT &&
    body + tail + open.other <= OURS.messageText
  );
}

function add(open: Open, line: Line, sources: ReadonlyMap<number, string>): void {
  const more = cost(open, line, sources);
  if (line.part === "tail") open.tail.push(line.text);
  else {
    if (line.heading !== undefined && line.heading !== open.heading) open.body.push(`\n${line.heading}`);
    open.heading = line.heading;
    open.body.push(line.text);
  }
  for (const n of more.fresh) open.sources.add(n);
  open.bodyText += more.body;
  open.sourcesText += more.sources;
  open.tailText += more.tail;
  open.lastItem = line.item ?? open.lastItem;
  open.lines += 1;
}

const close = (open: Open): Packed => ({
  body: open.body,
  sources: [...open.sources].sort((a, b) => a - b),
  tail: open.tail,
  lastItem: open.lastItem,
});
