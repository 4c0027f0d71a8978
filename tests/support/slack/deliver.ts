import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { Json } from "./records.ts";

export const SECRET = "a-signing-secret-for-tests";

export type Signing = {
  readonly secret?: string;
  readonly at?: number;
  readonly headers?: Record<string, string>;
};

/** The headers by which Slack signs a body; `at` in seconds. */
export function signed(body: string, { secret = SECRET, at = Math.floor(Date.now() / 1_000) }: Signing = {}) {
  const signature = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(at), "x-slack-signature": `v0=${signature}` };
}

/** As Slack encodes a payload of each kind. */
export function encoded(kind: string, payload: Json): { readonly body: string; readonly type: string } {
  if (kind === "events_api") return { body: JSON.stringify(payload), type: "application/json" };
  const fields = kind === "slash_commands" ? payload : { payload: JSON.stringify(payload) };
  const body = new URLSearchParams(fields as Record<string, string>).toString();
  return { body, type: "application/x-www-form-urlencoded" };
}

/** Sends a body to the bot's port, signed unless told otherwise. */
export async function push(
  port: number,
  body: string,
  type: string,
  signing: Signing = {},
): Promise<{ readonly status: number; readonly body: string }> {
  const headers = { "content-type": type, ...signed(body, signing), ...signing.headers };
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST", headers, body });
  return { status: response.status, body: await response.text() };
}

let tried = 0;

/**
 * A port that nobody listens on just now, below those that the system hands out for connections: one of these could be
 * taken again before the bot listens.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + ((process.pid * 37 + tried++) % 18_000);
    const server = createServer();
    const free = await new Promise<boolean>((done) => {
      server.once("error", () => done(false));
      server.listen(port, () => done(true));
    });
    await new Promise((done) => server.close(done));
    if (free) return port;
  }
}
