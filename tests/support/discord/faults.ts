/**
 * What goes wrong with a request: `429` asks to wait, `500` does nothing, `lost` carries it out and tears the line
 * before the answer, `hang` carries it out and never answers, `no files` refuses what brings files.
 */
export type Fault = "429" | "500" | "lost" | "hang" | "no files";

export type Faults = {
  /** The next `times` requests whose method and path match go wrong. */
  readonly next: (fault: Fault, what: RegExp, times?: number) => void;
  readonly take: (request: string) => Fault | undefined;
};

export function openFaults(): Faults {
  const waiting: { fault: Fault; what: RegExp; times: number }[] = [];
  return {
    next: (fault, what, times = 1) => {
      waiting.push({ fault, what, times });
    },
    take(request) {
      const found = waiting.find(({ what, times }) => times > 0 && what.test(request));
      if (found === undefined) return undefined;
      found.times -= 1;
      return found.fault;
    },
  };
}
