import type { Address, PlatformName } from "../../../src/chat/address.ts";
import type { Posted } from "../../../src/chat/platform.ts";
import type { Reply } from "../../../src/chat/reply.ts";

export type Fault = "failed" | "lost" | "unknown, arrived" | "unknown, not arrived";
export type SeenPost = {
  readonly to: Address;
  readonly key: string;
  readonly reply: Reply;
  readonly at: number;
};

/** For so long a platform like Discord knows a key again. */
const KNOWN_MS = 5 * 60_000;

/** A platform in memory: what arrived stands in `seen`; faults are taken one a post. */
export function openStandIn(name: PlatformName, now: () => number) {
  const seen: SeenPost[] = [];
  const faults: Fault[] = [];
  let ready = true;
  const arrive = (to: Address, reply: Reply, key: string): Posted => {
    const same = seen.find(
      (post) => name === "discord" && post.key === key && Math.abs(now() - post.at) <= KNOWN_MS,
    );
    if (same === undefined) seen.push({ to, key, reply, at: now() });
    return { kind: "sent", message: `${name}-${seen.findIndex((post) => post.key === key)}` };
  };
  return {
    seen,
    faults,
    connect: (yes: boolean) => {
      ready = yes;
    },
    /** The platform as a process sees it; `step` may end that process before and after the post arrives. */
    outlet: (step: () => Promise<void>) => ({
      state: () => ({ ready, detail: "" }),
      canPost: async () => undefined,
      async post(to: Address, reply: Reply, { key }: { readonly key: string }): Promise<Posted> {
        await step();
        const fault = faults.shift();
        if (fault === "failed") return { kind: "failed", detail: "refused" };
        if (fault === "lost") return { kind: "lost", why: "no-channel", detail: "Unknown Channel" };
        if (fault === "unknown, not arrived") return { kind: "unknown", detail: "the line broke" };
        const posted = arrive(to, structuredClone(reply), key);
        await step();
        return fault === undefined ? posted : { kind: "unknown", detail: "the line broke" };
      },
    }),
  };
}
