import type { Certainty } from "../../model/when.ts";

/** How well an event fits a condition; of several conditions the least counts. */
export const NO = 0;
/** Only because nothing is known of one side of its time: it could be, as anything could. */
export const WEAK = 1;
export const POSSIBLE = 2;
export const CERTAIN = 3;
export type Match = typeof NO | typeof WEAK | typeof POSSIBLE | typeof CERTAIN;

export const certaintyOf = (match: Match): Certainty => (match === CERTAIN ? "certain" : "possible");

/**
 * One condition of a query over the index. `lists` together hold every position that can fit, each ascending;
 * `null` when the condition has no list of its own and only tests.
 */
export type Condition = {
  readonly lists: readonly Uint32Array[] | null;
  /** True when whatever stands in the lists fits certainly, so that it need not be tested. */
  readonly exact?: boolean;
  readonly test: (position: number) => Match;
};
