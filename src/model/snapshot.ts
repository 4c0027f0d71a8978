/** Arrays of numbers by name. */
export type Sections = Readonly<Record<string, Section>>;

export type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/**
 * Where a list of events keeps what was worked out from it, so that it is worked out once. A cache: whatever is
 * missing, stale, damaged or of another version is `null`, and is worked out anew.
 */
export type Snapshot = {
  /** What was kept under this version for these very events. */
  readonly load: (version: string) => Sections | null;
  /** Keeps it in the place of what was kept before. Never fails: what can't be kept is only not kept. */
  readonly save: (version: string, sections: Sections) => void;
};
