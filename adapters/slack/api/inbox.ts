import type { App } from "@slack/bolt";

/** How Slack's payloads come in: over a socket of ours, or to a port of ours. */
export type Inbox = {
  /** Resolves when payloads come in; rejects with one sentence. */
  readonly start: (app: App) => Promise<void>;
  /** Takes no more in. What was taken goes on. */
  readonly close: () => Promise<void>;
  readonly state: () => { readonly ready: boolean; readonly detail: string };
};
