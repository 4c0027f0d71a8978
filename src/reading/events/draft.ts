import type { EventPlace } from "../../model/event.ts";
import type { Flag, Kind, Part, Status } from "../../model/kinds.ts";
import type { When } from "../../model/when.ts";
import type { Actor } from "../names/actors.ts";
import type { Span, Tense } from "../types.ts";
import type { Line } from "./sentence/line.ts";

export type Taker = { readonly actor: Actor; readonly part: Part };

/** An event mention while it is read: what the rules found, before offices are looked up and ids are made. */
export type Draft = {
  readonly kind: Kind;
  readonly status: Status;
  readonly tense: Tense;
  readonly flags: readonly Flag[];
  readonly takers: readonly Taker[];
  readonly line: Line;
  /** Chunk of the trigger. */
  readonly at: number;
  readonly rules: readonly string[];
  readonly doubts: readonly string[];
  readonly places?: readonly EventPlace[];
  readonly when?: When;
  readonly occasion?: string | null;
  readonly origin?: string;
  /** More passages of the document that tell it. */
  readonly also?: readonly { readonly span: Span; readonly paragraph: number; readonly item: number }[];
  /** True when no day of its own was found. */
  readonly untimed?: boolean;
  readonly topics?: readonly string[];
  readonly quote?: string;
};

export const taking = (part: Part, actors: readonly Actor[]): Taker[] =>
  actors.map((actor) => ({ actor, part }));
