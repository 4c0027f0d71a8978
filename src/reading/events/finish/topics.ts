import type { Gazetteer } from "../../../model/entity.ts";
import { fold } from "../../names/tokens.ts";
import type { Line } from "../sentence/line.ts";

/** The topics of what a sentence says: the names and offices of people, bodies and forums in it are no matter of it. */
export function mattersOf(line: Line): readonly string[] {
  const [from, to] = line.sentence.span;
  const { scan } = line;
  let text = scan.text.slice(from, to);
  const blank = (start: number, end: number) => {
    const [a, b] = [Math.max(start, from) - from, Math.min(end, to) - from];
    if (a < b) text = text.slice(0, a) + " ".repeat(b - a) + text.slice(b);
  };
  for (const c of line.chunks)
    if (c.kind === "actors" && c.actors.every(({ kind }) => kind === "person" || kind === "organisation"))
      blank(c.start, c.end);
  scan.pieces.forEach((piece, i) => {
    const first = scan.tokens[i];
    const last = scan.tokens[i + (piece?.length ?? 1) - 1];
    if (piece?.occasion && first && last) blank(first.start, last.end);
  });
  return topicsIn(scan.lexicon.gazetteer.topics, text);
}

type Finder = (text: string) => readonly string[];
const built = new WeakMap<Gazetteer["topics"], Finder>();

/** The topics of the closed list whose words stand in a passage, at most four, in the list's order. */
function topicsIn(topics: Gazetteer["topics"], text: string): readonly string[] {
  let find = built.get(topics);
  if (!find) {
    find = finder(topics);
    built.set(topics, find);
  }
  return find(text);
}

function finder(topics: Gazetteer["topics"]): Finder {
  const byWord = new Map<string, string>();
  for (const topic of topics)
    for (const word of topic.words) if (!byWord.has(fold(word))) byWord.set(fold(word), topic.name);
  const longest = Math.max(1, ...[...byWord.keys()].map((w) => w.split(/[\s-]+/).length));
  const keyed = new Map([...byWord].map(([word, name]) => [word.split(/[\s-]+/).join(" "), name]));
  const order = new Map(topics.map((t, k) => [t.name, k]));
  return (text) => {
    const tokens = fold(text).match(/[\p{L}\p{N}']+/gu) ?? [];
    const found = new Set<string>();
    for (let i = 0; i < tokens.length; i++) {
      for (let n = Math.min(longest, tokens.length - i); n > 0; n--) {
        const name = keyed.get(tokens.slice(i, i + n).join(" "));
        if (name) {
          found.add(name);
          i += n - 1;
          break;
        }
      }
    }
    return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).slice(0, 4);
  };
}
