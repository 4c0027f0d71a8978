/** Foreign text fit for a terminal: no escape, control, bidirectional or invisible characters; one line. */
export function plain(text: string): string {
  return text
    .replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .trim();
}

export type Ink = { readonly bold: (text: string) => string; readonly dim: (text: string) => string };

const ESCAPE = "\u001b[";
const coloured: Ink = {
  bold: (text) => `${ESCAPE}1m${text}${ESCAPE}22m`,
  dim: (text) => `${ESCAPE}2m${text}${ESCAPE}22m`,
};
const none: Ink = { bold: (text) => text, dim: (text) => text };

/** Bold and dim where they are wanted; meaning never rests on them. */
export const inkFor = (colours: boolean): Ink => (colours ? coloured : none);

/** Breaks between words at `width` columns; the lines after the first are indented by `indent` blanks. */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = lines.length === 0 ? width : width - indent;
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
