import type { Day } from "../../model/when.ts";

export const FORMATS = ["icews", "gdelt"] as const;
export type Format = (typeof FORMATS)[number];

/** A side of a coded event, as the record has it. */
export type Actor = {
  readonly name: string;
  /** ISO 3166-1 alpha-2, or a country's name; what the record says besides the actor's name. */
  readonly country?: string;
};

/** Where a coded event happened, as the record has it. */
export type Where = { readonly city?: string; readonly country?: string };

/** One coded event of any format. */
export type CodedEvent = {
  readonly day: Day;
  readonly source: Actor;
  readonly target: Actor | null;
  /** CAMEO. */
  readonly code: string;
  readonly where?: Where;
  /** Who reported it: a publisher or the host of a link. */
  readonly origin?: string;
};

/**
 * What reading one line gives: an event, nothing to import (a header, a blank line), a record that names nobody, or why
 * it could not be read.
 */
export type LineReading =
  | { readonly kind: "event"; readonly event: CodedEvent }
  | { readonly kind: "none" }
  | { readonly kind: "nameless" }
  | { readonly kind: "problem"; readonly why: string };

/** Reads the lines of one file in order; made anew for each file, since a header may name the columns. */
export type LineReader = (line: string) => LineReading;
