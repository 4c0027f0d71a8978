import type { Desk } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Button, Choices, Item, Reply } from "../../src/chat/reply.ts";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import { isEncounter, present } from "../../src/model/present.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { followUps } from "./follow.ts";
import { itemOf } from "./items.ts";
import { leadOf, notesOf } from "./lead.ts";
import { pageOf } from "./page.ts";
import { numberSources } from "./sources.ts";

export type Wording = {
  /** Heads the reply where the question's own words do not. */
  readonly title: string;
  /** Lines in place of the answer's own. */
  readonly entries?: readonly Entry[];
  readonly fields?: Reply["fields"];
  readonly text?: readonly string[];
  readonly notes?: readonly string[];
  /** Leaves out the engine's notes, which are on the whole answer, where the lines are a part of it. */
  readonly partial?: boolean;
  /** Buttons that this answer has no use for. */
  readonly without?: readonly string[];
};

/** Puts a briefing into words: one page of it, each line with its sources, and the ways on from there. */
export function replyOf(briefing: Briefing, desk: Desk, wording: Wording): Reply {
  const { locale } = desk.asker;
  const sources = numberSources(locale);
  const { shown, page } = pageOf(wording.entries ?? entriesOf(briefing), desk.page);
  const items = shown.flatMap((entry) => {
    const event = eventOf(entry, briefing, desk);
    return event ? [itemOf(entry, event, sources, locale)] : [];
  });
  const text = [...(wording.text ?? []), ...leadOf(briefing, locale)];
  const notes = [...(wording.partial ? [] : notesOf(briefing, locale)), ...(wording.notes ?? [])];
  const buttons = buttonsOf(briefing, desk, items, wording.without ?? []);
  const choices = choicesOf(briefing, items, desk);
  return {
    title: titleOf(briefing, wording.title),
    understood: briefing.understood,
    ...(text.length > 0 && { text }),
    ...(items.length > 0 && { items, sources: sources.lines() }),
    ...(wording.fields && { fields: wording.fields }),
    ...(notes.length > 0 && { notes }),
    ...(buttons.length > 0 && { buttons }),
    ...(choices && { choices }),
    ...(page && { page }),
    audience: desk.audience,
  };
}

/** A briefing spells out fifty events; the others are asked for one by one, for the page that shows them. */
export function eventOf(entry: Entry, briefing: Briefing, desk: Desk): BriefedEvent | undefined {
  return briefing.events.find(({ id }) => id === entry.event) ?? desk.event(entry.event);
}

function titleOf({ question, understood }: Briefing, title: string): string {
  return question === "" || question === understood ? title : cut(question, 140);
}

/** Fewer events, or people who met, than this are not worth a picture. */
const DRAWN = 3;

/** How many met somebody in the events of a briefing. */
function encountering({ events }: Briefing): number {
  return new Set(events.filter(isEncounter).flatMap((event) => present(event).map(({ id }) => id))).size;
}

function buttonsOf(
  briefing: Briefing,
  desk: Desk,
  items: readonly Item[],
  without: readonly string[],
): readonly Button[] {
  // Under "nothing recorded" stands what is near; it is no answer to be drawn or exported.
  if (!briefing.query || items.length === 0 || briefing.answer.kind === "nothing") return [];
  const all: readonly Button[] = [
    ...(briefing.events.length >= DRAWN ? [{ verb: "timeline", label: "Timeline" }] : []),
    ...(encountering(briefing) >= DRAWN ? [{ verb: "network", label: "Network" }] : []),
    { verb: "sources", label: "Sources" },
    { verb: "export", label: "Export" },
    ...followUps(briefing.query, desk),
  ];
  return all.filter(({ verb }) => !without.includes(verb));
}

/** Twenty-five is what the narrowest platform shows in one menu. */
const CHOICES = 25;

function choicesOf(
  { answer, understood, notes }: Briefing,
  items: readonly Item[],
  desk: Desk,
): Choices | undefined {
  if (answer.kind === "which") {
    const prompt = notes[0] ?? understood;
    const shown = answer.values.slice(0, CHOICES);
    const left = answer.values.length - shown.length;
    const options = shown.map(({ id, name }) => ({ value: id, label: name, hint: hintOf(id, desk) }));
    return {
      verb: "pick",
      prompt: left > 0 ? `${prompt} ${left} more are left out.` : prompt,
      options,
    };
  }
  const withId = items.filter(({ id }, at) => items.findIndex((other) => other.id === id) === at);
  if (withId.length === 0) return undefined;
  const options = withId.flatMap(({ id, date, what }) =>
    id === undefined ? [] : [{ value: id, label: cut(what, 75), ...(date && { hint: date }) }],
  );
  return { verb: "event", prompt: "Open an event", options };
}

/** What tells namesakes apart: the latest office, or the country; else the id. */
function hintOf(id: string, { dataset }: Desk): string {
  const { gazetteer, entities, places } = dataset;
  const entity =
    entities.get(id) ?? [...gazetteer.people, ...gazetteer.organisations].find((each) => each.id === id);
  const code = entity?.country ?? places.get(id)?.country;
  const country = gazetteer.countries.find((each) => each.code === code)?.name;
  const words = [entity?.offices.at(-1)?.title, country].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(", ") : id;
}
