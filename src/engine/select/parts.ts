import { OUTSIDE_PARTS, PARTS, type Part, PRESENT_PARTS } from "../../model/kinds.ts";

/** A set of parts as bits, by their number in `PARTS`. */
export type PartSet = number;

export const partSet = (parts: readonly Part[]): PartSet =>
  parts.reduce((bits, part) => bits | (1 << PARTS.indexOf(part)), 0);

export const ANY_PART: PartSet = partSet(PARTS);
export const PRESENT: PartSet = partSet(PRESENT_PARTS);
/** Everyone who took part in some way, witnesses too. */
export const TAKING_PART: PartSet = ANY_PART & ~partSet(OUTSIDE_PARTS);
export const STAYED_AWAY: PartSet = partSet(["declined", "absent"]);

/**
 * The parts that a question's part stands for. Who acts and who speaks are one direction, as are target and
 * addressee; who signed is also whoever stands in a coded record of an agreement; who attended is whoever was present; who did not come declined or was absent.
 */
export function partsFor(part: Part | "any"): PartSet {
  switch (part) {
    case "any":
      return ANY_PART;
    case "attendee":
      return PRESENT;
    case "actor":
    case "speaker":
      return partSet(["actor", "speaker"]);
    case "target":
    case "addressee":
      return partSet(["target", "addressee"]);
    case "signatory":
      return partSet(["signatory", "actor", "target"]);
    case "declined":
    case "absent":
      return STAYED_AWAY;
    case "host":
    case "visitor":
    case "co-chair":
    case "mediator":
    case "witness":
    case "informant":
    case "mentioned":
      return partSet([part]);
  }
}

export const inSet = (parts: PartSet, part: number): boolean => (parts & (1 << part)) !== 0;
