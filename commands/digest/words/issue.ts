import type { Issue, Line } from "../../../src/bot/index.ts";
import { cut } from "../../../src/bot/words/clean.ts";
import type { Choices, Item, Reply } from "../../../src/chat/reply.ts";
import { itemOf } from "../../reply/items.ts";
import { ITEMS_A_PAGE } from "../../reply/page.ts";
import { type Numbering, numberSources } from "../../reply/sources.ts";
import { type Placed, placed, share } from "./layout.ts";
import { sectionsWords } from "./settings.ts";
import { instantWords, scheduleWords, timeWords } from "./times.ts";

/** So many lines stand in a channel, the title and all but the sources among them; the rest is behind a button. */
export const LINES = 15;

/**
 * An issue in words: the one function behind preview and post. The first page begins with what the issue is and
 * takes of each section what fits into fifteen lines; further pages hold the rest.
 */
export function wordIssue(issue: Issue, page: number): Reply {
  const { digest, lines, next } = issue;
  const { zone } = digest.schedule;
  const text = [...leadOf(issue), ...(lines.length === 0 ? [nothingIn(issue)] : [])];
  const notes = next === undefined ? [] : [`Next: ${instantWords(next.at, zone, digest.locale)}.`];
  const { first, rest } = share(lines, LINES - 3 - text.length - notes.length, digest.query);
  const pages = 1 + Math.ceil(rest.length / ITEMS_A_PAGE);
  const wanted = Math.min(Math.max(page, 1), pages);
  const start = (wanted - 2) * ITEMS_A_PAGE;
  const shown = wanted === 1 ? first : placed(rest.slice(start, start + ITEMS_A_PAGE), digest.query);
  const before = wanted === 1 ? 0 : first.length + start;
  const sources = numberSources(digest.locale);
  const items = shown.map((line) => itemIn(line, issue, sources));
  const left = rest.length === 1 ? "1 more line is" : `${rest.length} more lines are`;
  const choices = choicesOf(items);
  return {
    title: `${issue.kind === "introduction" ? "New digest" : "Digest"}: ${cut(digest.question, 120)}`,
    understood: issue.told,
    ...(wanted === 1 && { text }),
    ...(items.length > 0 && { items, sources: sources.lines() }),
    notes: [
      ...(wanted === 1 && rest.length > 0 ? [`${left} left out here: More shows them.`] : []),
      ...notes,
    ],
    ...(choices && { choices }),
    ...(pages > 1 && {
      page: { page: wanted, pages, first: before + 1, last: before + shown.length, total: lines.length },
    }),
    audience: "public",
  };
}

function leadOf(issue: Issue): readonly string[] {
  const { digest, kind, due, late, merged, besides } = issue;
  const { zone } = digest.schedule;
  switch (kind) {
    case "introduction":
      return [
        `This channel gets it ${scheduleWords(digest.schedule)}: ${sectionsWords(digest.sections)}. To begin with, the latest of the whole dataset.`,
      ];
    case "run":
      return [
        `${instantWords(due, zone, digest.locale)}. Posted by hand; what is new stays new for the next one.`,
      ];
    case "slot": {
      const posted =
        late && ` Late: it was due at that time, and was posted at ${timeWords(late, zone, digest.locale)}.`;
      const many = merged === 1 ? "an earlier one that was" : `${merged} earlier ones that were`;
      const taken = merged === 0 ? "" : ` It takes in ${many} not posted.`;
      const others = besides.map(({ id, question }) => `${id} (${cut(question, 40)})`).join(", ");
      const missed =
        besides.length === 0
          ? ""
          : ` Not caught up here: digest ${others}; their news come with their next posts.`;
      return [`${instantWords(due, zone, digest.locale)}.${posted ?? ""}${taken}${missed}`];
    }
  }
}

function nothingIn({ kind, digest }: Issue): string {
  if (kind === "introduction") return "Nothing recorded yet that answers the question.";
  return digest.sections.map((section) => NOTHING[section]).join(" ");
}

const NOTHING = {
  new: "Nothing recorded that is new or changed.",
  upcoming: "Nothing recorded that is planned for the days ahead.",
  anniversaries: "Nothing recorded on this day in earlier years.",
} as const;

function itemIn({ line, under }: Placed, issue: Issue, sources: Numbering): Item {
  const heading = headingOf(line, issue) + (under === undefined ? "" : `: ${under}`);
  if (line.kind === "withdrawn")
    return { id: line.id, what: line.what, marks: [`withdrawn: ${line.why}`], heading, cites: [] };
  const { event, change, years } = line;
  const marks =
    change?.change === "corrected"
      ? [`changed: ${change.why}`]
      : years === undefined
        ? []
        : [years === 1 ? "a year ago" : `${years} years ago`];
  const { who, where, ...item } = itemOf(
    { event: event.id, heading, marks },
    event,
    sources,
    issue.digest.locale,
  );
  // What the heading says is not said again.
  return {
    ...item,
    ...(who !== under && who !== undefined && { who }),
    ...(where !== under && where !== undefined && { where }),
  };
}

function headingOf({ section }: Line, { date, until }: Issue): string {
  switch (section) {
    case "new":
      return "New and changed";
    case "upcoming":
      return "Coming up";
    case "anniversaries":
      return date === until ? "On this day" : "On these days";
    case "latest":
      return "The latest";
  }
}

function choicesOf(items: readonly Item[]): Choices | undefined {
  const options = items
    .filter(({ cites }) => cites.length > 0)
    .map(({ id = "", date, what }) => ({ value: id, label: cut(what, 75), ...(date && { hint: date }) }));
  return options.length === 0 ? undefined : { verb: "event", prompt: "Open an event", options };
}
