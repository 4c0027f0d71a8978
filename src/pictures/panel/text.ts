import anyAscii from "any-ascii";
import { glyphOf, type Weight } from "./font.ts";

/**
 * A text as the picture shows it: no control or direction characters, and what the font has no glyph for in Latin
 * letters.
 */
export function legible(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\p{Extended_Pictographic}/gu, "");
  return plain
    .replace(/[\p{L}\p{M}]+|[^\p{L}\p{M}]/gu, inLatin)
    .replace(/\s+/g, " ")
    .trim();
}

/** A word in Latin letters, beginning with a capital, where the font can't show it whole; syllables stand apart. */
function inLatin(word: string): string {
  const letters = [...word];
  if (letters.every((letter) => glyphOf(letter, 400) !== null)) return word;
  const latin = anyAscii(word).replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}

/** Escapes text for an SVG element or attribute. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The width of a legible text in pixels at a font size: letters stand as wide as drawn, without kerning. */
export function widthOf(text: string, size: number, weight: Weight = 400): number {
  let ems = 0;
  for (const letter of text) ems += glyphOf(letter, weight)?.width ?? 1;
  return ems * size;
}

/** The text, or as much of its beginning as fits into `room` pixels with an ellipsis, by code points. */
export function cut(text: string, size: number, room: number, weight: Weight = 400): string {
  const dots = widthOf("…", size, weight);
  let [width, fitting, at] = [0, 0, 0];
  for (const letter of text) {
    width += widthOf(letter, size, weight);
    at += letter.length;
    if (width + dots <= room) fitting = at;
    if (width > room) return `${text.slice(0, fitting).replace(/[\s·,]+$/u, "")}…`;
  }
  return text;
}

/** The text in at most `most` lines of `room` pixels, broken between words; what is over is cut. */
export function wrapped(
  text: string,
  size: number,
  room: number,
  most: number,
  weight: Weight = 400,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && lines.length + 1 < most && widthOf(longer, size, weight) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((one) => cut(one, size, room, weight));
}
