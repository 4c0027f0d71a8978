import { afterEach, expect, test } from "vitest";
import { openHealth, openMetrics, type Part } from "../../src/operation/index.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function serve(parts: readonly Part[], draining = false) {
  const metrics = openMetrics();
  const health = await openHealth({ port: 0, parts: () => parts, draining: () => draining, metrics });
  open.push(health.close);
  const get = (path: string) => fetch(`http://127.0.0.1:${health.port}${path}`);
  return { get, metrics };
}

const part = (name: string, ready: boolean): Part => ({
  name,
  ready,
  detail: ready ? "connected" : "refused",
});

test("the process lives, whatever its platforms do", async () => {
  const { get } = await serve([part("discord", false)]);
  expect((await get("/healthz")).status).toBe(200);
});

test("one platform that fell is named, and the other keeps the process ready", async () => {
  const { get } = await serve([part("discord", true), part("slack", false)]);
  const response = await get("/readyz");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    ready: true,
    draining: false,
    parts: [part("discord", true), part("slack", false)],
  });
});

test("it is not ready without a platform, and not while draining", async () => {
  expect((await (await serve([part("discord", false)])).get("/readyz")).status).toBe(503);
  expect((await (await serve([part("discord", true)], true)).get("/readyz")).status).toBe(503);
});

test("the metrics count requests by platform, act and outcome", async () => {
  const { get, metrics } = await serve([part("discord", true)]);
  metrics.answered({ platform: "discord", act: "brief met", outcome: "answered", ms: 4 });
  const text = await (await get("/metrics")).text();
  expect(text).toContain('attache_requests_total{platform="discord",act="brief met",outcome="answered"} 1');
  expect(text).toContain('attache_platform_ready{platform="discord"} 1');
});

test("nothing else is served", async () => {
  const { get } = await serve([]);
  expect((await get("/")).status).toBe(404);
});
