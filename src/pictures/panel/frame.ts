import { asOutline, asText, FAMILIES, type Line, text } from "./line.ts";
import { cut, legible } from "./text.ts";
import { COLOURS, HEIGHT, SIZES, WIDTH } from "./theme.ts";

/** What a picture is made of, in the order it is painted: SVG elements, and lines of text. */
export type Panel = readonly (string | Line)[];

export type Picture = {
  readonly panel: Panel;
  /** Says in words what the picture shows. */
  readonly alt: string;
};

/** A picture, or one sentence why there is none. */
export type Drawn = { readonly picture: Picture } | { readonly none: string };

/** Edge of the panel's content. */
export const MARGIN = 48;

/** Puts content on the panel, under a title and a line that says what is seen. */
export function framed(title: string, subtitle: string, content: Panel): Panel {
  const room = WIDTH - 2 * MARGIN;
  return [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.ground}"/>`,
    `<rect x="1" y="1" width="${WIDTH - 2}" height="${HEIGHT - 2}" fill="none" stroke="${COLOURS.frame}" stroke-width="2"/>`,
    text(MARGIN, 58, cut(legible(title), SIZES.title, room, 600), { size: SIZES.title, weight: 600 }),
    text(MARGIN, 92, cut(legible(subtitle), SIZES.subtitle, room), {
      size: SIZES.subtitle,
      colour: COLOURS.quiet,
    }),
    ...content,
  ];
}

/** A panel as SVG whose text stays text. */
export const svgOf = (panel: Panel): string => svg(panel, asText);

/** A panel as SVG without text: letters are outlines, and no font is needed to show it. */
export const outlinedSvgOf = (panel: Panel): string => svg(panel, asOutline);

function svg(panel: Panel, written: (line: Line) => string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FAMILIES}">`,
    ...panel.map((part) => (typeof part === "string" ? part : written(part))),
    "</svg>",
    "",
  ].join("\n");
}

/** "1 event", "3 events", "4,930 events". */
export const counted = (n: number, noun: string): string => `${figure(n)} ${noun}${n === 1 ? "" : "s"}`;

/** A number as it is read: "4,930". */
export const figure = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
