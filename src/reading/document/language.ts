const ENGLISH = /\b(?:the|of|and|to|in|that|is|was|for|on|with|said|his|has|by|at|from)\b/gi;
const LETTERS = /\p{L}/gu;
const OTHER_SCRIPT = /[^\p{Script=Latin}\P{L}]/gu;

/** True when a text reads as English: Latin letters, and the small words of English among them. A few words pass. */
export function isEnglish(text: string): boolean {
  const sample =
    text.length > 20_000
      ? text.slice(0, 10_000) + text.slice(text.length / 2, text.length / 2 + 10_000)
      : text;
  const letters = sample.match(LETTERS)?.length ?? 0;
  if (letters < 40) return true;
  if ((sample.match(OTHER_SCRIPT)?.length ?? 0) > letters / 3) return false;
  const words = sample.match(/\p{L}+/gu)?.length ?? 1;
  return words < 12 || (sample.match(ENGLISH)?.length ?? 0) / words > 0.08;
}
