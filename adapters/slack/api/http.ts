import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { HTTPReceiver, type Logger } from "@slack/bolt";
import type { Log } from "../../../src/chat/platform.ts";
import type { Inbox } from "./inbox.ts";
import { verifier } from "./verify.ts";
import { loggable } from "./wire.ts";

const PATH = "/slack/events";
const BODY_BYTES = 4 * 1024 * 1024;

/**
 * Slack over HTTP: signed requests to `port`, path `/slack/events`. What is not from Slack, not of now, not for the first
 * time or holds no payload gets 401 before Bolt sees it. `now` is the machine's clock in milliseconds.
 */
export function httpInbox(
  signingSecret: string,
  port: number,
  now: () => number,
  logger: Logger,
  log: Log,
): Inbox & { readonly receiver: HTTPReceiver } {
  const verify = verifier(signingSecret, now);
  // Verified here already, since Bolt takes replays and timestamps to come.
  const receiver = new HTTPReceiver({
    signingSecret,
    signatureVerification: false,
    endpoints: PATH,
    logger,
    processEventErrorHandler: async ({ error, response }) => {
      log.error({ err: loggable(error) }, "Slack: a payload could not be handled");
      if (!response.headersSent) end(response, 500);
      return false;
    },
  });
  let state = { ready: false, detail: "not listening yet" };
  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => {
      log.warn({ err: error }, "Slack: a request broke off");
      if (!response.headersSent) end(response, 400);
    });
  });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Slack delivers again, to the next process.
    if (!state.ready) return end(response, 503);
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname !== PATH || request.method !== "POST") return end(response, 404);
    const raw = await bytesOf(request);
    if (raw === undefined) return end(response, 413);
    const body = raw.toString("utf8");
    // Slack looks with an unsigned request whether the address answers.
    if (/^(?:[^=&]*=[^&]*&)*ssl_check=1(?:&|$)/.test(body) && !body.includes("payload="))
      return end(response, 200);
    const verdict = verify({
      timestamp: header(request, "x-slack-request-timestamp"),
      signature: header(request, "x-slack-signature"),
      body,
      again: header(request, "x-slack-retry-num") !== undefined,
    });
    if (verdict.kind === "refused") {
      log.warn({ why: verdict.why }, "Slack: a request was refused");
      return end(response, 401);
    }
    if (verdict.kind === "known") return end(response, 200);
    // Bolt reads a form only where nothing stands behind the type.
    const [type = ""] = (header(request, "content-type") ?? "").split(";");
    request.headers["content-type"] = type.trim().toLowerCase();
    receiver.requestListener(Object.assign(request, { rawBody: raw }), response);
  }

  return {
    receiver,
    state: () => state,
    async start() {
      await new Promise<void>((resolve, reject) => {
        server.once("error", (error) =>
          reject(new Error(`Slack can't be served: port ${port} can't be listened on (${error.message}).`)),
        );
        server.listen(port, () => resolve());
      });
      server.on("error", (error) => log.error({ err: error }, "Slack: the server broke"));
      state = { ready: true, detail: `listening on port ${port} for ${PATH}` };
    },
    async close() {
      state = { ready: false, detail: "closed" };
      server.close();
      server.closeIdleConnections();
    },
  };
}

/** The body; undefined when it is larger than any that Slack sends. */
async function bytesOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}
