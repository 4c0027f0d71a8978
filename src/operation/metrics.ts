import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Figures for Prometheus. Labels come from closed lists: no names, no words of a question. */
export function openMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "attache_requests_total",
    help: "Requests by platform, act and outcome",
    labelNames: ["platform", "act", "outcome"] as const,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "attache_answer_seconds",
    help: "From a request to its reply, in seconds",
    labelNames: ["platform"] as const,
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 3],
    registers: [registry],
  });
  const up = new Gauge({
    name: "attache_platform_ready",
    help: "1 while a platform is connected",
    labelNames: ["platform"] as const,
    registers: [registry],
  });
  const digests = new Counter({
    name: "attache_digests_total",
    help: "Slots, introductions and runs of digests by what became of them",
    labelNames: ["outcome"] as const,
    registers: [registry],
  });
  for (const outcome of DIGEST_OUTCOMES) digests.inc({ outcome }, 0);
  return {
    registry,
    answered: (answer: { platform: string; act: string; outcome: string; ms: number }) => {
      const { platform, act, outcome, ms } = answer;
      requests.inc({ platform, act, outcome });
      seconds.observe({ platform }, ms / 1000);
    },
    digest: (outcome: string) => digests.inc({ outcome }),
    platform: (platform: string, ready: boolean) => up.set({ platform }, ready ? 1 : 0),
  };
}

/** Shown from the start, so that a rate can be told before the first of a kind. */
const DIGEST_OUTCOMES = [
  "sent",
  "sent-late",
  "skipped-empty",
  "merged-into",
  "missed",
  "failed",
  "ambiguous",
];

export type Metrics = ReturnType<typeof openMetrics>;
