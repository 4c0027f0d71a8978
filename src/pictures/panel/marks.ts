import type { Status } from "../../model/kinds.ts";
import { COLOURS } from "./theme.ts";

/** Half the size of a mark, in pixels. */
export const MARK = 9;

/** A status as a shape at a point: told apart by form as well as by colour; the label says it in a word too. */
export function mark(status: Status, x: number, y: number): string {
  const r = MARK;
  const colour = toneOf(status);
  switch (status) {
    case "happened":
      return `<circle cx="${x}" cy="${y}" r="${r - 1}" fill="${colour}"/>`;
    case "planned":
      return ring(x, y, r - 2, colour);
    case "proposed":
      return hollow(`M${x} ${y - r} L${x + r} ${y} L${x} ${y + r} L${x - r} ${y} Z`, colour);
    case "postponed":
      return square(x, y, r - 2, colour);
    case "cancelled":
      return square(x, y, r - 2, colour) + cross(x, y, r - 4);
    case "declined":
      return cross(x, y, r - 2);
    case "denied":
      return `${ring(x, y, r - 2, colour)}<path d="M${x - 5} ${y + 5} L${x + 5} ${y - 5}" stroke="${colour}" stroke-width="3"/>`;
    case "alleged":
      return hollow(`M${x} ${y - r} L${x + r} ${y + r - 2} L${x - r} ${y + r - 2} Z`, colour);
  }
}

/** The colour that goes with a status. */
export function toneOf(status: Status): string {
  switch (status) {
    case "happened":
      return COLOURS.mark;
    case "planned":
    case "proposed":
    case "postponed":
      return COLOURS.planned;
    case "cancelled":
    case "declined":
    case "denied":
      return COLOURS.negative;
    case "alleged":
      return COLOURS.quiet;
  }
}

const ring = (x: number, y: number, r: number, colour: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${COLOURS.ground}" stroke="${colour}" stroke-width="3"/>`;

const hollow = (path: string, colour: string) =>
  `<path d="${path}" fill="${COLOURS.ground}" stroke="${colour}" stroke-width="3"/>`;

const square = (x: number, y: number, r: number, colour: string) =>
  hollow(`M${x - r} ${y - r} H${x + r} V${y + r} H${x - r} Z`, colour);

const cross = (x: number, y: number, r: number) =>
  `<path d="M${x - r} ${y - r} L${x + r} ${y + r} M${x - r} ${y + r} L${x + r} ${y - r}" stroke="${COLOURS.negative}" stroke-width="${r > 5 ? 4 : 3}"/>`;
