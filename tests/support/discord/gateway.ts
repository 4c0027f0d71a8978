import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION, BOT, GUILD, guild } from "./world.ts";

type Packet = { readonly op: number; readonly d: unknown; readonly s: number; readonly t: string };

export type Gateway = {
  /** Sends an event; one that nobody was connected for is replayed on resume. */
  readonly dispatch: (t: string, d: unknown) => void;
  /** Sends the last event a second time. */
  readonly again: () => void;
  /** The line breaks. */
  readonly drop: () => void;
  /** The session is gone: the client must identify anew. */
  readonly invalidate: () => void;
  readonly counts: { identified: number; resumed: number };
  readonly close: () => Promise<void>;
};

/** Message content, presences and members: what the bot must not need. */
const PRIVILEGED = (1 << 15) | (1 << 8) | (1 << 1);

/** The gateway: hello, identify, ready, heartbeats, resume. */
export function openGateway(server: Server, token: string, wrong: (what: string) => void): Gateway {
  const sockets = new WebSocketServer({ server });
  const counts = { identified: 0, resumed: 0 };
  let session = 0;
  let sent: Packet[] = [];
  let seq = 0;
  let current: WebSocket | undefined;

  const send = (socket: WebSocket, packet: object) => socket.send(JSON.stringify(packet));
  const dispatch = (t: string, d: unknown) => {
    seq += 1;
    const packet: Packet = { op: 0, d, s: seq, t };
    sent.push(packet);
    if (current !== undefined) send(current, packet);
  };

  function identify(socket: WebSocket, d: { token: string; intents: number }) {
    if (d.token !== token) return socket.close(4004, "Authentication failed.");
    if ((d.intents & PRIVILEGED) !== 0) {
      wrong("a privileged intent was asked for");
      return socket.close(4014, "Disallowed intent(s).");
    }
    counts.identified += 1;
    session += 1;
    sent = [];
    seq = 0;
    current = socket;
    const { port } = server.address() as { port: number };
    dispatch("READY", {
      v: 10,
      user: BOT,
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: `session-${session}`,
      resume_gateway_url: `ws://127.0.0.1:${port}`,
      application: { id: APPLICATION, flags: 0 },
    });
    dispatch("GUILD_CREATE", guild());
  }

  function resume(socket: WebSocket, d: { session_id: string; seq: number }) {
    if (d.session_id !== `session-${session}`) return send(socket, { op: 9, d: false });
    counts.resumed += 1;
    current = socket;
    for (const packet of sent.filter(({ s }) => s > d.seq)) send(socket, packet);
    dispatch("RESUMED", {});
  }

  sockets.on("connection", (socket) => {
    send(socket, { op: 10, d: { heartbeat_interval: 41_250 } });
    socket.on("message", (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: never };
      if (op === 1) send(socket, { op: 11 });
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
    socket.on("close", () => {
      if (current === socket) current = undefined;
    });
  });

  return {
    dispatch,
    again() {
      const { t, d } = sent.at(-1)!;
      dispatch(t, d);
    },
    drop() {
      current?.terminate();
      current = undefined;
    },
    invalidate() {
      session += 1;
      if (current !== undefined) send(current, { op: 9, d: false });
      current = undefined;
    },
    counts,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => done());
      }),
  };
}
