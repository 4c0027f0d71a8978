import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import opentype from "opentype.js";

export type Weight = 400 | 600;

export type Glyph = {
  /** Its advance in em. */
  readonly width: number;
  /** Its outline as SVG path commands relative to the pen, in font units, y down; empty for a space. */
  readonly outline: string;
};

/** The font of every picture, from a package: no font of the machine takes part. */
export const FAMILY = "Inter";
const FILES: Readonly<Record<Weight, string>> = {
  400: "400Regular/Inter_400Regular.ttf",
  600: "600SemiBold/Inter_600SemiBold.ttf",
};

const require = createRequire(import.meta.url);
const fonts = new Map<Weight, opentype.Font>();
const glyphs: Readonly<Record<Weight, Map<string, Glyph | null>>> = { 400: new Map(), 600: new Map() };

/** The glyph of one letter; `null` where the font has none. */
export function glyphOf(letter: string, weight: Weight): Glyph | null {
  const known = glyphs[weight].get(letter);
  if (known !== undefined) return known;
  const font = fontOf(weight);
  const glyph = font.charToGlyph(letter);
  const drawn =
    glyph.index === 0
      ? null
      : { width: (glyph.advanceWidth ?? 0) / font.unitsPerEm, outline: relative(glyph.path.commands) };
  glyphs[weight].set(letter, drawn);
  return drawn;
}

/** Font units in an em. */
export const unitsPerEm = (weight: Weight): number => fontOf(weight).unitsPerEm;

function fontOf(weight: Weight): opentype.Font {
  const known = fonts.get(weight);
  if (known !== undefined) return known;
  const bytes = readFileSync(require.resolve(`@expo-google-fonts/inter/${FILES[weight]}`));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  fonts.set(weight, font);
  return font;
}

/** Relative commands in whole units: short, and the same wherever the pen stands. */
function relative(commands: readonly opentype.PathCommand[]): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const by = (toX: number, toY: number) => `${Math.round(toX) - x} ${Math.round(-toY) - y}`;
  return commands
    .map((command) => {
      if (command.type === "Z") {
        [x, y] = [startX, startY];
        return "z";
      }
      const between =
        command.type === "Q"
          ? `${by(command.x1, command.y1)} `
          : command.type === "C"
            ? `${by(command.x1, command.y1)} ${by(command.x2, command.y2)} `
            : "";
      const drawn = `${command.type.toLowerCase()}${between}${by(command.x, command.y)}`;
      [x, y] = [Math.round(command.x), Math.round(-command.y)];
      if (command.type === "M") [startX, startY] = [x, y];
      return drawn;
    })
    .join("");
}
