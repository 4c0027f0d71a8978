import { counted } from "./frame.ts";

/** Characters. Slack takes 1,000 of an alternative text, Discord 1,024. */
const LONGEST = 1000;
const LONGEST_TITLE = 300;

/** At most so many things are told one by one. */
export const TOLD = 8;

/**
 * A picture in words: what it is, the first of the `all` things that it shows, how many more there are, and what else
 * must be said; never longer than both platforms take.
 */
export function altOf(
  { picture, title, noun }: { readonly picture: string; readonly title: string; readonly noun: string },
  first: readonly string[],
  all: number,
  ending: string,
): string {
  const words = (told: number) => {
    const rest = all - told;
    const more = told === 0 ? counted(rest, noun) : `and ${counted(rest, `more ${noun}`)}`;
    const list = [...first.slice(0, told), ...(rest > 0 ? [more] : [])].join("; ");
    return [`${picture}: ${shortened(title)}.`, `${list}.`, ending].filter((part) => part !== "").join(" ");
  };
  let told = Math.min(TOLD, first.length);
  while (told > 0 && words(told).length > LONGEST) told--;
  return words(told);
}

function shortened(title: string): string {
  const letters = [...title.replace(/[.?!]$/, "")];
  return letters.length <= LONGEST_TITLE ? letters.join("") : `${letters.slice(0, LONGEST_TITLE).join("")}…`;
}
