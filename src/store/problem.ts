/** Why a store can't be opened or written, by meaning; the message is one sentence with the way out. */
export type Problem =
  | { readonly kind: "locked"; readonly pid: number }
  | { readonly kind: "unwritable"; readonly code: string }
  | { readonly kind: "read-only"; readonly name: string };

export class StoreProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreProblem";
    this.problem = problem;
  }
}

/** A file that was found damaged on opening. */
export type Damage = {
  /** Within the store's folder. */
  readonly file: string;
  /** Where its bytes were kept; absent where it was missing. */
  readonly aside?: string;
  /** What was wrong, and what was loaded. */
  readonly sentence: string;
};

/** The system's own code of an error (`ENOENT`), or "". */
export const systemCode = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
