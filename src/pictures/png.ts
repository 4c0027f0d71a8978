import { renderAsync } from "@resvg/resvg-js";
import { FONT_FILES } from "./font.ts";
import { WIDTH } from "./theme.ts";

/** Bytes. A picture that comes out larger is rendered smaller. */
const LARGEST = 300_000;
const WIDTHS = [WIDTH, 1280, 960];

/** One render at a time: two at once would take both cores from the answers. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Renders an SVG of ours as PNG under 300 kB, with the fonts of packages and never the system's, off the main
 * thread: the same SVG gives the same bytes.
 */
export function toPng(svg: string): Promise<Uint8Array> {
  const rendered = queue.then(() => render(svg));
  queue = rendered.catch(() => undefined);
  return rendered;
}

async function render(svg: string): Promise<Uint8Array> {
  let png = new Uint8Array();
  for (const width of WIDTHS) {
    const image = await renderAsync(svg, {
      font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: "Inter" },
      fitTo: { mode: "width", value: width },
      logLevel: "off",
    });
    png = new Uint8Array(image.asPng());
    if (png.length < LARGEST) return png;
  }
  return png;
}
