import type { Dataset } from "../model/dataset.ts";
import { countryId } from "../model/entity.ts";
import type { Event, EventId, Participant } from "../model/event.ts";
import { KIND_GROUPS, KINDS, OUTSIDE_PARTS, type Part, PRESENT_PARTS } from "../model/kinds.ts";
import type { KindTerm, Query, WhoTerm } from "../model/query.ts";
import { within } from "../model/when.ts";
import { metEachOther } from "./index/met.ts";
import { eitherNumber, holdsPhrase, words } from "./index/words.ts";

/**
 * The same as the index finds, by walking every event: the yardstick of the index, in tests and benches. Ids of
 * all events that fit, of whatever status, in the order of the dataset. Knows entities, not offices, and periods,
 * not pivots.
 */
export function scan(dataset: Dataset, query: Query): readonly { id: EventId; certain: boolean }[] {
  const found: { id: EventId; certain: boolean }[] = [];
  for (let place = 0; place < dataset.events.length; place++) {
    const event = dataset.events.at(place)!;
    if (!fits(dataset, event, query)) continue;
    const time = query.when?.kind === "period" ? within(event.when, query.when) : "certain";
    if (time !== null) found.push({ id: event.id, certain: time === "certain" });
  }
  return found;
}

function fits(dataset: Dataset, event: Event, query: Query): boolean {
  const { kinds, where, topic, occasion, source, flags = [], text = "", who = [], sides } = query;
  return (
    (query.event === undefined || event.id === query.event) &&
    (kinds === undefined || kinds.some((term) => ofKind(event, term))) &&
    (where === undefined || event.places.some(({ id }) => liesIn(dataset, id, where))) &&
    (topic === undefined || event.topics.some((name) => holdsPhrase(name, topic))) &&
    (occasion === undefined || (event.occasion !== null && holdsPhrase(event.occasion, occasion))) &&
    (source === undefined || event.sources.some(({ document }) => document === source)) &&
    flags.every((flag) => event.flags.includes(flag)) &&
    (sides === undefined || sidesOf(dataset, event) === sides) &&
    words(text).every((word) =>
      textsOf(event).some((own) => words(own).some((said) => eitherNumber(word).includes(said))),
    ) &&
    together(event, who, event.participants)
  );
}

/** How many were present, those of one country as one. */
function sidesOf(dataset: Dataset, { participants }: Event): number {
  const present = participants.filter(({ part }) => PRESENT_PARTS.includes(part));
  return new Set(
    present.map(({ id, country }) => {
      const own = country ?? dataset.entities.get(id)?.country;
      return own === undefined ? id : countryId(own);
    }),
  ).size;
}

/** Every term is met by a participant of its own. */
function together(event: Event, who: readonly WhoTerm[], left: readonly Participant[]): boolean {
  const [term, ...rest] = who;
  if (!term) return true;
  return left.some(
    (participant) =>
      takesPart(event, participant, term) &&
      together(
        event,
        rest,
        left.filter((other) => other !== participant),
      ),
  );
}

function takesPart(event: Event, { id, country, part }: Participant, term: WhoTerm): boolean {
  const stands =
    !isCoded(event) &&
    country !== undefined &&
    term.entity === countryId(country) &&
    !id.startsWith(countryId(""));
  return (id === term.entity || stands) && inPart(part, term.part);
}

const isCoded = ({ cameo, rules }: Event): boolean => cameo !== undefined && rules === undefined;

function inPart(part: Part, asked: Part | "any" | undefined): boolean {
  if (asked === undefined) return !OUTSIDE_PARTS.includes(part);
  if (asked === "any" || asked === part) return true;
  if (asked === "attendee") return PRESENT_PARTS.includes(part);
  if (asked === "signatory") return part === "actor" || part === "target";
  const alike = [
    ["actor", "speaker"],
    ["target", "addressee"],
    ["declined", "absent"],
  ];
  return alike.some((parts) => parts.includes(asked) && parts.includes(part));
}

function ofKind(event: Event, term: KindTerm): boolean {
  if (term === "met" || term === "spoke")
    return (
      (KIND_GROUPS[term] as readonly string[]).includes(event.kind) &&
      (event.kind !== "visit" || metEachOther(event))
    );
  if (term.startsWith("cameo:")) return (event.cameo ?? KINDS[event.kind].cameo).startsWith(term.slice(6));
  return event.kind === term || (term === "visit" && isOnVisit(event));
}

/** A meeting whose text names a visitor. */
const isOnVisit = (event: Event): boolean =>
  (event.kind === "meeting" || event.kind === "talks") &&
  !isCoded(event) &&
  event.participants.some(({ part }) => part === "visitor");

function liesIn(dataset: Dataset, id: string, where: string): boolean {
  return (
    id === where || (dataset.places.get(id)?.within ?? []).some((above) => liesIn(dataset, above, where))
  );
}

function textsOf({ summary, participants, places, topics, occasion, sources }: Event): readonly string[] {
  return [
    summary,
    ...participants.flatMap(({ name, as, role }) => [name, as, role ?? ""]),
    ...places.flatMap(({ name, venue }) => [name, venue ?? ""]),
    ...topics,
    occasion ?? "",
    ...sources.map(({ quote }) => quote ?? ""),
  ];
}
