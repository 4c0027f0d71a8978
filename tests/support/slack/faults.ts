/**
 * What goes wrong with a request: `429` asks to wait a second, `500` does nothing, `auth` refuses the token, `lost` carries it out and tears the
 * line before the answer, `slow` carries it out and answers after a second.
 */
export type Fault = "auth" | "429" | "500" | "lost" | "slow";

export type Faults = {
  /** The next `times` requests whose path matches go wrong. */
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
