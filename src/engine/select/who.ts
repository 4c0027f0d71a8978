import { PARTS } from "../../model/kinds.ts";
import type { WhoTerm } from "../../model/query.ts";
import type { Postings } from "../index/lists.ts";
import { list } from "../index/lists.ts";
import { partKey } from "../index/part-key.ts";
import { codeOf } from "../index/sides.ts";
import { BY_ROLE, CODED, type Index } from "../index/types.ts";
import { CERTAIN, type Condition, type Match, NO } from "./match.ts";
import type { Offices } from "./offices.ts";
import { inSet, type PartSet, partsFor, TAKING_PART } from "./parts.ts";

/** One term of `who` over the index. */
export type Matcher = Condition & {
  /** How well one participant, by row, fits the term. */
  readonly row: (position: number, row: number) => Match;
  /** The same in whatever part: everyone who is meant by the term, also where they stand twice. */
  readonly meant: (position: number, row: number) => Match;
};

/** A term with the parts that it asks for, or with other ones in their place. */
export function matcher(index: Index, offices: Offices, term: WhoTerm, instead?: PartSet): Matcher {
  const parts = instead ?? (term.part === undefined ? TAKING_PART : partsFor(term.part));
  const who = term.office
    ? officeHolder(index, offices, term.office.office, term.office.of)
    : entityOrSide(index, term.entity ?? "");
  const { participants } = index;
  const row = (position: number, at: number): Match =>
    inSet(parts, participants.part[at]!) ? who.meant(position, at) : NO;
  return {
    lists: who.lists(parts),
    exact: who.exact,
    row,
    meant: who.meant,
    test(position) {
      let best: Match = NO;
      for (let at = participants.offsets[position]!; at < participants.offsets[position + 1]!; at++) {
        const match = row(position, at);
        if (match > best) best = match;
      }
      return best;
    },
  };
}

/**
 * That all terms are met by different participants. Only needed where one participant could be two of them: a
 * minister and their country.
 */
export function apart(index: Index, who: readonly WhoTerm[], matchers: readonly Matcher[]): Condition {
  const { offsets } = index.participants;
  const entities = who.flatMap(({ entity }) => entity ?? []);
  // In coded records a country is only itself, and so nobody is two of different entities.
  const exact = entities.length === who.length && new Set(entities).size === who.length;
  const place = (position: number, n: number, taken: number[]): Match => {
    const each = matchers[n];
    if (!each) return CERTAIN;
    let best: Match = NO;
    for (let row = offsets[position]!; row < offsets[position + 1]! && best < CERTAIN; row++) {
      const match = taken.includes(row) ? NO : each.row(position, row);
      if (match <= best) continue;
      taken.push(row);
      const rest = place(position, n + 1, taken);
      taken.pop();
      best = Math.max(best, Math.min(match, rest)) as Match;
    }
    return best;
  };
  return {
    lists: null,
    test: (position) => (exact && index.flags[position]! & CODED ? CERTAIN : place(position, 0, [])),
  };
}

type Meant = {
  readonly exact: boolean;
  readonly lists: (parts: PartSet) => readonly Uint32Array[];
  readonly meant: (position: number, row: number) => Match;
};

function entityOrSide(index: Index, id: string): Meant {
  const { entity, country } = index.participants;
  const number = index.tables.entities.number(id);
  const code = codeOf(id);
  const side = code === null ? -1 : index.tables.countries.number(code);
  if (side > 0)
    return {
      exact: true,
      lists: (parts) => inParts(index.postings.side, index.postings.sidePart, side, parts),
      meant: (position, row) =>
        entity[row] === number ||
        (country[row] === side && !(index.flags[position]! & CODED) && isNoCountry(index, entity[row]!))
          ? CERTAIN
          : NO,
    };
  return {
    exact: true,
    lists: (parts) => entityIn(index, number, parts),
    meant: (_, row) => (entity[row] === number ? CERTAIN : NO),
  };
}

function officeHolder(index: Index, offices: Offices, office: string, of: string): Meant {
  const { entity, country, office: role, marks } = index.participants;
  const roleNumber = index.tables.offices.number(office);
  const code = index.tables.countries.number(of);
  const holders = new Set(offices.holders(office, of).map((tenure) => tenure.entity));
  return {
    exact: false,
    lists: (parts) => [
      ...[...holders].flatMap((holder) => entityIn(index, holder, parts)),
      ...(code > 0 ? [list(index.postings.side, code)] : []),
    ],
    meant(position, row) {
      if (roleNumber > 0 && role[row] === roleNumber && code > 0 && country[row] === code) return CERTAIN;
      if (!holders.has(entity[row]!)) return NO;
      const match = offices.held(entity[row]!, office, of, index.start[position]!, index.end[position]!);
      return match !== NO && marks[row]! & BY_ROLE ? CERTAIN : match;
    },
  };
}

const entityIn = ({ postings }: Index, entity: number, parts: PartSet) =>
  entity < 0 ? [] : inParts(postings.entity, postings.entityPart, entity, parts);

/** The postings of a key in any of the parts: its whole list where it stands in no other part anywhere. */
function inParts(whole: Postings, byPart: Postings, number: number, parts: PartSet): readonly Uint32Array[] {
  const listOf = (part: number) => list(byPart, partKey(number, part));
  const outside = PARTS.some((_, part) => !inSet(parts, part) && listOf(part).length > 0);
  if (!outside) return [list(whole, number)];
  return PARTS.flatMap((_, part) => (inSet(parts, part) ? [listOf(part)] : [])).filter(
    ({ length }) => length > 0,
  );
}

const isNoCountry = (index: Index, entity: number) => codeOf(index.tables.entities.texts[entity]!) === null;
