import { z } from "zod";
import { type Address, PLATFORMS } from "../chat/address.ts";
import { ASKS, type Query } from "../model/query.ts";
import type { Instant } from "../model/when.ts";
import { EVERY, type Schedule, type TimeOfDay } from "./schedule.ts";
import { isZone } from "./zones.ts";

/** What a digest can hold: what is new or changed, planned events that come up, anniversaries of its days. */
export const SECTIONS = ["new", "upcoming", "anniversaries"] as const;
export type Section = (typeof SECTIONS)[number];

/** A saved question with a time and a place to post. */
export type Digest = {
  /** Counts from 1 over the store and is never given again. */
  readonly id: string;
  /** Where it is posted. */
  readonly address: Address;
  /** The server or team that it belongs to; absent in the terminal. */
  readonly workspace?: Address;
  readonly author: Address;
  /** BCP 47; the language of its dates. */
  readonly locale: string;
  /** The person's own words. */
  readonly question: string;
  readonly query: Query;
  readonly schedule: Schedule;
  readonly sections: readonly Section[];
  /** What to do where all sections are empty: post nothing, or say so. */
  readonly empty: "skip" | "note";
  /** What to do with slots that passed while the bot was down: the last of them once, late, or none. */
  readonly catchUp: "once" | "skip";
  /** In minutes: a slot that is later than this is not posted any more. */
  readonly maxLateness: number;
  /** Slots after this instant are its own: it was made, or its schedule changed, then. */
  readonly since: Instant;
  /** Changes of the dataset up to this number are no news to it. */
  readonly from: number;
  readonly paused?: Paused;
};

/** `loss`: the bot lost the channel, or its right to post there. */
export type Paused = { readonly by: "person" | "loss"; readonly why: string; readonly at: Instant };

const text = z.string();
const address = z.templateLiteral([z.enum(PLATFORMS), ":", text]);
const schedule: z.ZodType<Schedule> = z.object({
  every: z.enum(EVERY),
  on: z.number().int().min(1).max(31).optional(),
  time: text.regex(/^([01]\d|2[0-3]):[0-5]\d$/) as unknown as z.ZodType<TimeOfDay>,
  zone: text.refine(isZone),
});
/** A query that this program wrote: its further shape is the engine's affair. */
const query = z.custom<Query>((value) => z.looseObject({ ask: z.enum(ASKS) }).safeParse(value).success);

const digest: z.ZodType<Digest> = z.object({
  id: text,
  address,
  workspace: address.optional(),
  author: address,
  locale: text,
  question: text,
  query,
  schedule,
  sections: z.array(z.enum(SECTIONS)).min(1),
  empty: z.enum(["skip", "note"]),
  catchUp: z.enum(["once", "skip"]),
  maxLateness: z.number().int().positive(),
  since: text,
  from: z.number().int().min(0),
  paused: z.object({ by: z.enum(["person", "loss"]), why: text, at: text }).optional(),
});

/** All digests, and the number that the next one gets. */
export type Kept = { readonly next: number; readonly digests: readonly Digest[] };
export const kept: z.ZodType<Kept> = z.object({
  next: z.number().int().positive(),
  digests: z.array(digest),
});
