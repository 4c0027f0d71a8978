import type { Desk } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { BriefedEvent, Citation } from "../../src/model/briefing.ts";
import type { EventPlace, Participant } from "../../src/model/event.ts";
import { KINDS } from "../../src/model/kinds.ts";
import { dateWords } from "./dates.ts";
import { capital } from "./entries.ts";
import { dateOf } from "./items.ts";

type Fields = NonNullable<Reply["fields"]>;

/** Everything that is recorded of an event, name by value, with how it was read. */
export function detailsOf(event: BriefedEvent, desk: Desk): Fields {
  const { locale } = desk.asker;
  const all: readonly (readonly [string, string | undefined])[] = [
    ["Kind", `${KINDS[event.kind].noun} (CAMEO ${event.cameo ?? KINDS[event.kind].cameo})`],
    ["Status", event.status],
    ["Flags", join(event.flags)],
    ["Date", `${dateOf(event, locale)} (${event.when.edtf}, ${event.when.derivation})`],
    ["Date, how", event.when.evidence || undefined],
    ["Occasion", event.occasion ?? undefined],
    ["People and sides", join(event.participants.map(participant), "; ")],
    ["Place", join(event.places.map(place), "; ")],
    ["Topics", join(event.topics)],
    ["Quoted", join(event.sources.flatMap(quoted), " ")],
    ["Confidence", join([event.confidence.band, ...event.confidence.reasons], "; ")],
    ["Review", event.review === "none" ? undefined : event.review],
    ["Sources differ", join(event.conflicts.map(conflict), "; ")],
    ["Corrected", event.corrected && `${dateWords(event.corrected.on, locale)}: ${event.corrected.reason}`],
    ["Read how", join(event.rules ?? [], " → ")],
    ...passages(event.sources, desk),
  ];
  return all.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [{ name, value }]));
}

const join = (words: readonly string[], by = ", ") => (words.length === 0 ? undefined : words.join(by));

function participant({ name, as, role, part, resolution, inferred }: Participant): string {
  const how = [
    part,
    ...(role && role !== as ? [role] : []),
    ...(as !== name ? [`“${cut(as, 80)}”`] : []),
    ...(inferred ? ["name inferred from office"] : resolution === "named" ? [] : [resolution]),
  ];
  return `${name} (${how.join(", ")})`;
}

const place = ({ name, venue, derivation }: EventPlace) =>
  `${venue ? `${venue}, ` : ""}${name} (${derivation})`;

const conflict = ({ field, values }: BriefedEvent["conflicts"][number]) =>
  `${capital(field)}: ${values.map(({ value, source }) => `${value} (${source})`).join(" or ")}`;

const quoted = ({ quote }: Citation) => (quote === null ? [] : [`“${quote}”`]);

/** What the documents say there, where they are at hand; a long passage is cut. */
function passages(sources: readonly Citation[], { dataset }: Desk): readonly (readonly [string, string])[] {
  return sources.flatMap(({ document, span, paragraph, title }) => {
    const passage = dataset.passage(document, span);
    if (passage === null) return [];
    return [[`Passage, ${cut(title, 60)}, paragraph ${paragraph}`, cut(passage.trim(), 900)] as const];
  });
}
