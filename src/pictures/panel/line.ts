import { FAMILY, glyphOf, unitsPerEm, type Weight } from "./font.ts";
import { escaped, widthOf } from "./text.ts";
import { COLOURS, SIZES } from "./theme.ts";

/** A line of text at its baseline. */
export type Line = {
  readonly x: number;
  readonly y: number;
  readonly content: string;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly anchor: "start" | "middle" | "end";
};

/** A line of legible text: label size, regular, in ink, beginning at `x`, where nothing else is said. */
export function text(
  x: number,
  y: number,
  content: string,
  style: Partial<Omit<Line, "x" | "y" | "content">> = {},
): Line {
  return { x, y, content, size: SIZES.label, weight: 400, colour: COLOURS.ink, anchor: "start", ...style };
}

/** A plain surface behind a line of text, so that what lies under it does not run through its letters. */
export function plate(line: Line, colour: string): string {
  const width = Math.ceil(widthOf(line.content, line.size, line.weight)) + 8;
  const height = Math.round(line.size * 1.2);
  return `<rect x="${Math.round(left(line)) - 4}" y="${Math.round(line.y - line.size * 0.36 - height / 2)}" width="${width}" height="${height}" fill="${colour}"/>`;
}

/** The line as SVG text, for whoever opens the SVG: it stays text. */
export function asText({ x, y, content, size, weight, colour, anchor }: Line): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

/**
 * The line as one path of its letters' outlines. Shaping the text anew in the renderer took more time than all the
 * rest of the picture.
 */
export function asOutline(line: Line): string {
  const units = unitsPerEm(line.weight);
  let [pen, outlines] = [0, ""];
  for (const letter of line.content) {
    const glyph = glyphOf(letter, line.weight);
    if (glyph?.outline) outlines += `M${pen} 0${glyph.outline}`;
    pen += Math.round((glyph?.width ?? 1) * units);
  }
  return `<path transform="translate(${left(line)} ${line.y}) scale(${line.size / units})" fill="${line.colour}" d="${outlines}"/>`;
}

/** Where its first letter begins. */
function left({ x, content, size, weight, anchor }: Line): number {
  if (anchor === "start") return x;
  const width = widthOf(content, size, weight);
  return Math.round((x - (anchor === "middle" ? width / 2 : width)) * 10) / 10;
}

/** The families for a viewer that has not the pictures' own. */
export const FAMILIES = `${FAMILY}, Helvetica, Arial, sans-serif`;
