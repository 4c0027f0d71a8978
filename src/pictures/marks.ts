import type { Status } from "../model/kinds.ts";
import { COLOURS } from "./theme.ts";

/** Half the size of a mark, in pixels. */
export const MARK = 9;

/** A status as a shape at a point: told apart by form as well as by colour; the label says it in a word too. */
export function mark(status: Status, x: number, y: number): string {
  const r = MARK;
  switch (status) {
    case "happened":
      return `<circle cx="${x}" cy="${y}" r="${r - 1}" fill="${COLOURS.mark}"/>`;
    case "planned":
      return `<circle cx="${x}" cy="${y}" r="${r - 2}" fill="${COLOURS.ground}" stroke="${COLOURS.planned}" stroke-width="3"/>`;
    case "proposed":
      return diamond(x, y, r, COLOURS.planned);
    case "postponed":
      return square(x, y, r - 2, COLOURS.planned);
    case "cancelled":
      return square(x, y, r - 2, COLOURS.negative) + cross(x, y, r - 4);
    case "declined":
      return cross(x, y, r - 1);
    case "denied":
      return `<circle cx="${x}" cy="${y}" r="${r - 2}" fill="${COLOURS.ground}" stroke="${COLOURS.negative}" stroke-width="3"/>${cross(x, y, r - 5)}`;
    case "alleged":
      return `<path d="M${x} ${y - r} L${x + r} ${y + r - 2} L${x - r} ${y + r - 2} Z" fill="${COLOURS.ground}" stroke="${COLOURS.quiet}" stroke-width="3"/>`;
  }
}

const diamond = (x: number, y: number, r: number, colour: string) =>
  `<path d="M${x} ${y - r} L${x + r} ${y} L${x} ${y + r} L${x - r} ${y} Z" fill="${COLOURS.ground}" stroke="${colour}" stroke-width="3"/>`;

const square = (x: number, y: number, r: number, colour: string) =>
  `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}" fill="${COLOURS.ground}" stroke="${colour}" stroke-width="3"/>`;

const cross = (x: number, y: number, r: number) =>
  `<path d="M${x - r} ${y - r} L${x + r} ${y + r} M${x - r} ${y + r} L${x + r} ${y - r}" stroke="${COLOURS.negative}" stroke-width="3"/>`;
