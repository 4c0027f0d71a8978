import type { Suggestion, SuggestKind } from "../../model/engine.ts";
import type { EntityId, PlaceId } from "../../model/entity.ts";
import type { DocumentId } from "../../model/event.ts";
import type { Token } from "./tokens.ts";

/** What words can mean. A country is an entity that acts and a place where things happen, by one id. */
export type Sense =
  | { readonly kind: "entity"; readonly id: EntityId }
  | { readonly kind: "place"; readonly id: PlaceId }
  | { readonly kind: "country"; readonly code: string }
  /** "British": of the country, or its people. */
  | { readonly kind: "demonym"; readonly code: string }
  /** Another word for a government: "the Kremlin". */
  | { readonly kind: "metonym"; readonly code: string }
  /** "foreign minister", with the country that a local title tells ("foreign secretary"). */
  | { readonly kind: "title"; readonly office: string; readonly of?: string }
  /** An office of one country. */
  | { readonly kind: "office"; readonly office: string; readonly of: string }
  /** A body or group that several countries have: "police", for entities named like "Police (India)". */
  | { readonly kind: "role"; readonly key: string }
  | { readonly kind: "topic"; readonly name: string }
  | { readonly kind: "occasion"; readonly name: string }
  | { readonly kind: "document"; readonly id: DocumentId };

export type How = "exact" | "folded" | "office" | "demonym" | "surname" | "spelling" | "edit";

/** A run of tokens that means something: `to` is exclusive. Several senses: the question's verb decides. */
export type Link = {
  readonly from: number;
  readonly to: number;
  readonly senses: readonly Sense[];
  readonly how: How;
  /** What else it could be, less likely: for when nothing is recorded of the first. */
  readonly instead?: readonly Sense[];
  /** Others named in the same breath: "the foreign ministers of Iran and Turkey". */
  readonly together?: readonly Sense[];
  /** What a misspelt name was taken for. */
  readonly corrected?: string;
};

/** Words to entities, places, offices, topics, occasions and documents, and back. */
export type Names = {
  /** The longest run of tokens from `from` on that is known, or null. */
  readonly link: (tokens: readonly Token[], from: number) => Link | null;
  /** The same for a word that `link` does not know: other spellings of it, then one edit. */
  readonly linkNear: (tokens: readonly Token[], at: number) => readonly Link[];
  /** A few names like a word, for "did you mean". */
  readonly near: (word: string) => readonly string[];
  readonly nameOf: (id: string) => string;
  /** A way to write a sense that `link` reads as that sense alone. */
  readonly write: (sense: Sense) => string;
  /** The sense of a key as `write` puts it in brackets; none for a key of nothing known. */
  readonly byKey: (key: string) => readonly Sense[];
  /** The country of an entity or place, if it is one's capital: for "Lisbon and Nairobi agreed". */
  readonly capitalOf: (place: PlaceId) => string | undefined;
  readonly kindOf: (id: EntityId) => "person" | "country" | "organisation" | "group" | undefined;
  /** True when the dataset records where anything happened. Coded records need not. */
  readonly hasPlaces: boolean;
  /** True when the dataset has a place that is this one or lies in it. */
  readonly hasPlacesIn: (place: PlaceId) => boolean;
  /** True for a word of a topic's own name. */
  readonly isTopicWord: (word: string) => boolean;
  /** True for a word that stands in any name. */
  readonly knowsWord: (word: string) => boolean;
  readonly suggest: (kind: SuggestKind, typed: string, limit: number) => readonly Suggestion[];
};
