import type { Curator } from "../../src/bot/index.ts";
import type { Event } from "../../src/model/event.ts";

/** Datasets beyond this size are coded data, which nothing waits in. */
const WALKED = 20_000;

/** What waits for a person: first what is in no answer yet, then what answers show with doubts; each oldest first. */
export function waiting(document: string | undefined, curator: Curator): readonly Event[] {
  const { dataset, review: unsure } = curator.world();
  const { events } = dataset;
  const all = events.length > WALKED ? [] : Array.from({ length: events.length }, (_, at) => events.at(at)!);
  const tells = ({ sources }: Event) =>
    document === undefined || sources.some((one) => one.document === document);
  return [
    ...unsure.filter(({ review: state }) => state !== "rejected"),
    ...all.filter(({ review: state }) => state === "listed"),
  ].filter(tells);
}
