import type { EntityKind } from "../../model/entity.ts";
import type { Resolution } from "../../model/event.ts";
import type { Span } from "../types.ts";

/** Someone or something that can act, as one place of the text names it. */
export type Actor = {
  readonly span: Span;
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  readonly as: string;
  /** The office as the text puts it. */
  readonly role: string | null;
  /** The office by the gazetteer's closed list. */
  readonly office: string | null;
  /** Country code of the side. */
  readonly country: string | null;
  readonly resolution: Resolution;
  readonly inferred: boolean;
  /** True when the office is no longer held. */
  readonly former: boolean;
  /** True for "his Russian counterpart": the office is that of the other side. */
  readonly counterpart: boolean;
  /** True where only the capital letters say that it is a person. */
  readonly weak: boolean;
  /** Whose spokesman, adviser or envoy it is. */
  readonly principal: Actor | null;
};

/** A noun phrase that names one or several actors; tokens `from` to `to` (exclusive). */
export type Phrase = { readonly from: number; readonly to: number; readonly actors: readonly Actor[] };

/** An actor with the fields that most have. */
export function actor(fields: Pick<Actor, "span" | "kind" | "id" | "name" | "as"> & Partial<Actor>): Actor {
  return {
    role: null,
    office: null,
    country: null,
    resolution: "named",
    inferred: false,
    former: false,
    counterpart: false,
    weak: false,
    principal: null,
    ...fields,
  };
}
