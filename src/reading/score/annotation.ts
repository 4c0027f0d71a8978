import { type Kind, type Part, PRESENT_PARTS, type Status } from "../../model/kinds.ts";
import type { Day } from "../../model/when.ts";
import { span } from "../../model/when.ts";

/** A careful reader's events, in the words of an annotation file. */
export type Annotation = {
  readonly documents: readonly { readonly id: string; readonly file: string }[];
  readonly events: readonly AnnotatedEvent[];
};

export type AnnotatedEvent = {
  readonly id: string;
  readonly type: string;
  readonly tier: "A" | "B" | "C";
  readonly status: Status;
  readonly source_file: string;
  readonly participants: readonly {
    readonly kind: string;
    readonly name: string;
    readonly surface: string;
    readonly country: string | null;
    readonly part: string;
    readonly resolution: string;
  }[];
  readonly places: readonly { readonly city: string | null; readonly country: string | null }[];
  readonly date: { readonly edtf: string | null; readonly start: string | null; readonly end: string | null };
  readonly quotes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
};

/** Kinds that count as one for matching. */
export const groupOf = (kind: string): string => (/^(?:meeting|talks|visit|call)$/.test(kind) ? "met" : kind);

/** An annotation's part as ours. */
export function partOf(part: string): Part {
  switch (part) {
    case "present":
      return "attendee";
    case "proposer":
    case "claimant":
      return "actor";
    case "principal":
    case "source":
      return "mentioned";
    case "speaker-organisation":
      return "speaker";
    default:
      return part as Part;
  }
}

export const isPresent = (part: Part): boolean => PRESENT_PARTS.includes(part);

/** First and last day: months and years stand for theirs. */
export function daysOf(date: AnnotatedEvent["date"]): {
  readonly start: Day | null;
  readonly end: Day | null;
} {
  return {
    start: date.start ? (span(date.start)?.from ?? null) : null,
    end: date.end ? (span(date.end)?.to ?? null) : null,
  };
}

export type { Kind };
