import { crc32, deflateSync } from "node:zlib";
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
    png = encoded(image.pixels, image.width, image.height);
    if (png.length < LARGEST) return png;
  }
  return png;
}

/** zlib's level: above it files of plain surfaces grow little smaller and take several times as long. */
const LEVEL = 3;

/**
 * Opaque RGBA pixels as a PNG of RGB, rows unfiltered (PNG 3rd edition, 5 and 9): a third of the time of resvg's own
 * encoder, and smaller.
 */
function encoded(rgba: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    rows[to++] = 0;
    for (let x = 0; x < width; x++, from += 4) {
      rows[to++] = rgba[from]!;
      rows[to++] = rgba[from + 1]!;
      rows[to++] = rgba[from + 2]!;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(rows, { level: LEVEL })),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
