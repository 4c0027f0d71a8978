import type { BriefedEvent } from "../model/briefing.ts";
import { MARGIN, text } from "./frame.ts";
import { MARK, mark } from "./marks.ts";
import type { Extent } from "./pack.ts";
import type { timeScale } from "./scale.ts";
import { cut, widthOf } from "./text.ts";
import { COLOURS, SIZES, WIDTH } from "./theme.ts";

/** An event with the pixels it takes: its mark or bar, and the label under it. */
export type Laid = Extent & {
  readonly event: BriefedEvent;
  /** Ends of its bar; equal for a mark. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly labelAt: number;
};

/**
 * The ways to lay an event out between `left` and the panel's margin: its label, no wider than `room`, begins at
 * the mark, or ends at it.
 */
export function ways(
  event: BriefedEvent,
  label: string,
  scale: ReturnType<typeof timeScale>,
  left: number,
  room: number,
): readonly [beginning: Laid, ending: Laid] {
  const start = scale.x(event.when.start ?? scale.from);
  const end = scale.x(event.when.end ?? scale.to);
  const middle = Math.round((start + end) / 2);
  const [from, to] = end - start > 3 * MARK ? [start, end] : [middle, middle];
  const shown = cut(label, SIZES.small, room);
  const width = Math.ceil(widthOf(shown, SIZES.small));
  const inside = (x: number) => Math.round(Math.max(left, Math.min(x, WIDTH - MARGIN - width)));
  const laid = (labelAt: number): Laid => ({
    event,
    from,
    to,
    label: shown,
    labelAt,
    left: Math.min(labelAt, from - MARK),
    right: Math.max(labelAt + width, to + MARK),
  });
  return [laid(inside(from - MARK)), laid(inside(to + MARK - width))];
}

/** Draws a laid event in the row that begins at `y`. */
export function drawn({ event, from, to, label, labelAt }: Laid, y: number): readonly string[] {
  const middle = Math.round((from + to) / 2);
  return [
    ...(from === to ? [] : [bar(event, from, to, y + 12)]),
    mark(event.status, middle, y + 12),
    text(labelAt, y + 37, label, { size: SIZES.small }),
  ];
}

/** Edges fade where a side is open or approximate. */
function bar(event: BriefedEvent, from: number, to: number, y: number): string {
  const [first = "", second = first] = event.when.edtf.split("/");
  const soft = (side: string) => side === ".." || /[~?%]$/.test(side);
  const fade = `fade${soft(first) ? "L" : ""}${soft(second) ? "R" : ""}`;
  return `<rect x="${from}" y="${y - 5}" width="${Math.round((to - from) * 10) / 10}" height="10" rx="3" fill="url(#${fade})"/>`;
}

/** The fills that bars refer to. */
export function fades(): string {
  const stop = (offset: number, opacity: number) =>
    `<stop offset="${offset}" stop-color="${COLOURS.mark}" stop-opacity="${opacity}"/>`;
  const gradient = (id: string, left: number, right: number) =>
    `<linearGradient id="${id}">${stop(0, left)}${stop(0.3, 0.45)}${stop(0.7, 0.45)}${stop(1, right)}</linearGradient>`;
  return `<defs>${gradient("fade", 0.45, 0.45)}${gradient("fadeL", 0, 0.45)}${gradient("fadeR", 0.45, 0)}${gradient("fadeLR", 0, 0)}</defs>`;
}
