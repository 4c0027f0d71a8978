import type { Participant } from "../../../model/event.ts";
import { isLoosePerson, isNamedPerson, likeness } from "./participants.ts";

/** How many of two lists are the same people: `same` by identity, `shared` also by country or office. */
export type Overlap = { readonly shared: number; readonly same: number; readonly enough: boolean };

/**
 * How many took part in both tellings. Everyone whom the shorter telling names has to be in the longer one, and
 * two out of three sides may have met apart from the third; long lists are seldom complete, half of one is enough.
 * "A senior official" is one person inside a document, and perhaps another in the next. What a country's minister
 * says is not what the country says.
 */
export function overlap(
  a: readonly Participant[],
  b: readonly Participant[],
  { twoDocuments, spoken }: { readonly twoDocuments: boolean; readonly spoken: boolean },
): Overlap {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...many];
  const take = (match: (p: Participant) => boolean) => {
    const at = left.findIndex(match);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const rest = few.filter((p) => !take((q) => p.id === q.id && !(twoDocuments && isLoosePerson(p))));
  const fits = (p: Participant, q: Participant) =>
    likeness(p, q) !== null && isReceiving(p) === isReceiving(q) && !(spoken && isSideOf(p, q));
  const alone = rest.filter((p) => !take((q) => fits(p, q)));
  const same = few.length - rest.length;
  const shared = few.length - alone.length;
  if (few.length > 2)
    return { shared, same, enough: shared >= 2 && shared * 2 >= few.length && !opposed(alone, left) };
  const thirdSide = few.length === 2 && left.some((p) => !few.some((q) => ofOneSide(p, q)));
  return { shared, same, enough: alone.length === 0 && !thirdSide };
}

/** Each list names another person of one side: two levels, or two delegations. */
const opposed = (a: readonly Participant[], b: readonly Participant[]) =>
  a.some((p) => isNamedPerson(p) && b.some((q) => isNamedPerson(q) && p.part === q.part && ofOneSide(p, q)));

const ofOneSide = (p: Participant, q: Participant) => p.country !== undefined && p.country === q.country;

const isSideOf = (p: Participant, q: Participant) =>
  (p.kind === "person") !== (q.kind === "person") && (p.kind === "country" || q.kind === "country");

const isReceiving = ({ part }: Participant) => part === "target" || part === "addressee";
