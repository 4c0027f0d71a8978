/** Columns of a line where the terminal does not say how wide it is, and at most. */
export const WIDTH = { narrowest: 30, usual: 80, widest: 110 } as const;

/** Lines that the arrow keys bring back. */
export const HISTORY = 500;

/** The largest file that is taken, as on the other platforms. */
export const UPLOAD_BYTES = 5_000_000;

/** Completions shown at once. */
export const COMPLETIONS = 20;
