/** How to take back what was done, step by step from the last. */
export type Journal = {
  /** Notes how to take back what is being done. */
  readonly note: (takeBack: () => void) => void;
  /** Begins a step. */
  readonly begin: () => void;
  /** Takes back so many steps; false where they were forgotten, and then nothing is. */
  readonly takeBack: (steps: number) => boolean;
};

/** So many steps are remembered. */
const MOST = 2_000;

/** An empty journal. What is noted before the first step can't be taken back. */
export function openJournal(): Journal {
  const steps: (() => void)[][] = [];
  return {
    note: (takeBack) => void steps.at(-1)?.push(takeBack),
    begin() {
      steps.push([]);
      if (steps.length > 2 * MOST) steps.splice(0, MOST);
    },
    takeBack(count) {
      if (count > steps.length) return false;
      for (let n = 0; n < count; n++) for (const each of steps.pop()!.reverse()) each();
      return true;
    },
  };
}
