import anyAscii from "any-ascii";
import { letterWidth } from "./font.ts";

/**
 * A text as the picture shows it: no control or direction characters, and what the font has no glyph for in Latin
 * letters.
 */
export function legible(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\p{Extended_Pictographic}/gu, "");
  const shown = [...plain].map((letter) => (letterWidth(letter) === undefined ? anyAscii(letter) : letter));
  return shown.join("").replace(/\s+/g, " ").trim();
}

/** Escapes text for an SVG element or attribute. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** SemiBold is wider than Regular by no more than this. */
const BOLD = 1.07;

/** The width of a legible text in pixels, kerning aside, at a font size. */
export function widthOf(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text) ems += letterWidth(letter) ?? 1;
  return ems * size * (bold ? BOLD : 1);
}

/** The text, or as much of its beginning as fits into `room` pixels with an ellipsis, by code points. */
export function cut(text: string, size: number, room: number, bold = false): string {
  if (widthOf(text, size, bold) <= room) return text;
  let kept = "";
  let width = widthOf("…", size, bold);
  for (const letter of text) {
    width += widthOf(letter, size, bold);
    if (width > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
