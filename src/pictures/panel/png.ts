import { Resvg } from "@resvg/resvg-js";
import { outlinedSvgOf, type Panel } from "./frame.ts";
import { WIDTH } from "./theme.ts";

/** Bytes. A picture that comes out larger is rendered smaller. */
const LARGEST = 300_000;
const WIDTHS = [WIDTH, 1280, 960];

/**
 * Renders a panel as PNG under 300 kB, without any font of the system: the same panel gives the same bytes. Takes
 * its time on the thread that calls.
 */
export function toPng(panel: Panel): Uint8Array<ArrayBuffer> {
  const svg = outlinedSvgOf(panel);
  let png = new Uint8Array();
  for (const width of WIDTHS) {
    const image = new Resvg(svg, {
      font: { loadSystemFonts: false },
      fitTo: { mode: "width", value: width },
      logLevel: "off",
    }).render();
    png = Uint8Array.from(image.asPng());
    if (png.length < LARGEST) return png;
  }
  return png;
}
