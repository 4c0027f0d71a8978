import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics.ts";

export type Part = { readonly name: string; readonly ready: boolean; readonly detail: string };

export type HealthOptions = {
  readonly port: number;
  /** Every platform as it stands. */
  readonly parts: () => readonly Part[];
  readonly draining: () => boolean;
  readonly metrics: Metrics;
};

/**
 * `/healthz` (the process lives), `/readyz` (503 while draining, and while no platform is ready; it lists each with
 * its state) and `/metrics`, on loopback only. Resolves to the port that was taken, and a way to close.
 */
export async function openHealth(
  options: HealthOptions,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const { parts, draining, metrics } = options;
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").split("?")[0];
    const send = (status: number, type: string, body: string) => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return send(405, "text/plain", "GET only\n");
    switch (path) {
      case "/healthz":
        return send(200, "text/plain", "ok\n");
      case "/readyz": {
        const now = parts();
        const ready = !draining() && now.some((part) => part.ready);
        return send(
          ready ? 200 : 503,
          "application/json",
          `${JSON.stringify({ ready, draining: draining(), parts: now })}\n`,
        );
      }
      case "/metrics": {
        for (const part of parts()) metrics.platform(part.name, part.ready);
        return send(200, metrics.registry.contentType, await metrics.registry.metrics());
      }
      default:
        return send(404, "text/plain", "There are /healthz, /readyz and /metrics.\n");
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
