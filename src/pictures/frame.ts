import { cut, escaped, legible } from "./text.ts";
import { COLOURS, FONT, HEIGHT, SIZES, WIDTH } from "./theme.ts";

export type Picture = {
  readonly svg: string;
  /** Says in words what the picture shows. */
  readonly alt: string;
};

/** A picture, or one sentence why there is none. */
export type Drawn = { readonly picture: Picture } | { readonly none: string };

/** Edge of the panel's content. */
export const MARGIN = 48;

/** Puts content on the panel, under a title and a line that says what is seen. */
export function framed(title: string, subtitle: string, content: readonly string[]): string {
  const room = WIDTH - 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.ground}"/>`,
    `<rect x="1.5" y="1.5" width="${WIDTH - 3}" height="${HEIGHT - 3}" fill="none" stroke="${COLOURS.frame}" stroke-width="3"/>`,
    text(MARGIN, 56, cut(legible(title), SIZES.title, room, true), { size: SIZES.title, weight: 600 }),
    text(MARGIN, 88, cut(legible(subtitle), SIZES.subtitle, room), {
      size: SIZES.subtitle,
      colour: COLOURS.quiet,
    }),
    ...content,
    "</svg>",
    "",
  ].join("\n");
}

/** A line of text at its baseline. */
export function text(
  x: number,
  y: number,
  content: string,
  style: {
    readonly size?: number;
    readonly weight?: number;
    readonly colour?: string;
    readonly anchor?: "start" | "middle" | "end";
  } = {},
): string {
  const { size = SIZES.label, weight = 400, colour = COLOURS.ink, anchor = "start" } = style;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}" stroke="${COLOURS.ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escaped(content)}</text>`;
}

/** "1 event", "3 events". */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
