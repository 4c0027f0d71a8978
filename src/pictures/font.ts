import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import opentype from "opentype.js";

const require = createRequire(import.meta.url);

/** The fonts of every picture, from a package: no font of the machine takes part. */
export const FONT_FILES = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map(
  (file) => require.resolve(`@expo-google-fonts/inter/${file}`),
);

let regular: opentype.Font | undefined;
const widths = new Map<string, number>();

/** The width of one letter in em, in Inter Regular; `undefined` where the font has no glyph for it. */
export function letterWidth(letter: string): number | undefined {
  const known = widths.get(letter);
  if (known !== undefined) return known < 0 ? undefined : known;
  regular ??= parsed(FONT_FILES[0]!);
  const glyph = regular.charToGlyph(letter);
  const width = glyph.index === 0 ? -1 : (glyph.advanceWidth ?? 0) / regular.unitsPerEm;
  widths.set(letter, width);
  return width < 0 ? undefined : width;
}

function parsed(file: string): opentype.Font {
  const bytes = readFileSync(file);
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
