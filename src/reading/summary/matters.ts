import { KINDS, type Kind } from "../../model/kinds.ts";

/** What an event was about, with a blank before it: " about the war in Ukraine and security"; nothing where no topic says more than its kind. */
export function matterWords(kind: Kind, topics: readonly string[]): string {
  const matters = topics.filter((topic) => topic !== kind && topic !== KINDS[kind].noun).map(matter);
  return matters.length === 0 ? "" : ` ${on(kind)} ${joined(matters)}`;
}

/** The word between a deed and its matter. */
function on(kind: Kind): string {
  switch (kind) {
    case "agreement":
      return "on";
    case "meeting":
    case "visit":
      return "to discuss";
    case "sanction":
    case "coercion":
    case "attack":
    case "aid":
    case "protest":
    case "mobilization":
      return "over";
    default:
      return "about";
  }
}

/** A topic as a noun: "legal" are legal matters, a war and a conflict take the article. */
function matter(topic: string): string {
  if (/^\w+(?:ic|al|ary)$/.test(topic)) return `${topic} matters`;
  return NOUNS[topic] ?? (DEFINITE.test(topic) ? `the ${topic}` : topic);
}

const NOUNS: Readonly<Record<string, string>> = {
  ceasefire: "a ceasefire",
  coup: "the coup",
  election: "elections",
  "peace settlement": "a peace settlement",
  "political crisis": "the political crisis",
  "resignation and appointment": "resignations and appointments",
  "Kosovo status": "the status of Kosovo",
};
const DEFINITE =
  /^(?:war in|conflict in|disengagement|environment|media)\b|\b(?:conflict|investigation|Peninsula|agreements)$/;

/** "a, b and c"; with a comma before the last "and" where one of them has an "and" of its own. */
function joined(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  const comma = words.some((word) => / and /.test(word)) ? "," : "";
  return `${words.slice(0, -1).join(", ")}${comma} and ${words.at(-1)}`;
}
