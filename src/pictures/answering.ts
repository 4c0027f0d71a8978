import type { BriefedEvent, Briefing } from "../model/briefing.ts";

/**
 * The events that a briefing answers with: those that its values stand on, without what it tells apart beside them;
 * all that it shows where its values stand on none.
 */
export function answering({ answer, events }: Briefing): readonly BriefedEvent[] {
  const ids = new Set(
    answer.values.flatMap((value) => ("events" in value ? value.events : "id" in value ? [value.id] : [])),
  );
  const found = events.filter(({ id }) => ids.has(id));
  return found.length > 0 ? found : events;
}
