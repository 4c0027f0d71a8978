import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { Json } from "./records.ts";

type Ack = (body: Json | undefined) => void;

/** Slack's side of Socket Mode: hello, envelopes, acknowledgements, and what goes wrong with it. */
export function openSocket(server: Server, wrong: (text: string) => void) {
  const wss = new WebSocketServer({ server, path: "/link" });
  const waiting = new Map<string, Ack>();
  let current: WebSocket | undefined;
  let connections = 0;
  let last = 0;
  wss.on("connection", (socket) => {
    connections += 1;
    current = socket;
    socket.on("message", (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as {
        envelope_id: string;
        payload?: Json;
      };
      const ack = waiting.get(id);
      if (ack === undefined) wrong(`an acknowledgement of ${id}, which nobody waits for`);
      waiting.delete(id);
      ack?.(payload);
    });
    socket.on("close", () => {
      if (current === socket) current = undefined;
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" } }));
  });
  return {
    connections: () => connections,
    connected: () => current !== undefined,
    /** Sends a payload; the acknowledgement comes to `ack`. */
    deliver(type: string, payload: Json, ack: Ack): void {
      const id = `envelope-${++last}`;
      waiting.set(id, ack);
      const envelope = { envelope_id: id, type, payload, accepts_response_payload: type !== "events_api" };
      current?.send(JSON.stringify(envelope));
    },
    raw: (text: string) => current?.send(text),
    drop: () => current?.terminate(),
    /** The line stays up, and nothing comes from it any more. */
    hang: () => current?.pause(),
    refresh: () => current?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" })),
    async close() {
      for (const client of wss.clients) client.terminate();
      await new Promise((done) => wss.close(done));
    },
  };
}
