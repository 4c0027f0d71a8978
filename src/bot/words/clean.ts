/**
 * Controls, bidirectional controls, zero-width and tag characters, lone surrogates: none of them carries
 * meaning here, and each can make an echo look like something else.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const BREAKS = /[\t\r\n\v\f\u0085\u2028\u2029]+/g;

/** Foreign text fit to be asked and echoed: one line, nothing invisible, as it was otherwise. */
export function clean(text: string): string {
  return text.replace(BREAKS, " ").replace(INVISIBLE, "").replace(/ {2,}/g, " ").trim();
}

/** The same, its line breaks kept. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replaceAll("\t", " ").replace(INVISIBLE, ""))
    .join("\n")
    .trim();
}

/** The first `length` code points, the last of them an ellipsis where something was cut. */
export function cut(text: string, length: number): string {
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join("")}…`;
}
