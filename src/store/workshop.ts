import type { Found } from "./durable.ts";

/** What the parts of a store share. */
export type Workshop = {
  /** The store's folder. */
  readonly root: string;
  readonly path: (file: string) => string;
  /** A folder within the store's, made if it is not there. */
  readonly folder: (name: string) => Promise<string>;
  /** The one queue of the store: what is written, is written one after another. */
  readonly queue: (work: () => Promise<void>) => Promise<void>;
  /** A moment as a part of a file's name. */
  readonly stamp: () => string;
  /** Tells of a damaged file. */
  readonly report: (file: string, found: Found<unknown> & { kind: "damaged" }, readOnly: boolean) => void;
};
