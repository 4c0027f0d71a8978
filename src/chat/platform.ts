import type { Address, PlatformName } from "./address.ts";
import type { MenuEntry } from "./command.ts";
import type { Reply } from "./reply.ts";
import type { Request, SuggestRequest } from "./request.ts";

/** The bot as an adapter sees it. */
export type Bot = {
  /** Never throws for what a person did; an unexpected error becomes a plain reply and a log line. */
  readonly answer: (request: Request) => Promise<Reply>;
  /** From memory, at once; never throws. */
  readonly suggest: (
    request: SuggestRequest,
  ) => readonly { readonly value: string; readonly label: string }[];
  readonly menu: readonly MenuEntry[];
};

/** What became of a post. `unknown`: it may have arrived; nothing may be resent blindly. */
export type Posted =
  | { readonly kind: "sent"; readonly message: string }
  | {
      readonly kind: "lost";
      readonly why: "no-channel" | "no-permission" | "not-in-channel";
      readonly detail: string;
    }
  | { readonly kind: "failed"; readonly detail: string }
  | { readonly kind: "unknown"; readonly detail: string };

/** A platform as the rest of the house sees it: the port that every adapter implements. */
export type Platform = {
  readonly name: PlatformName;
  /** Resolves when it listens; a refusal by the platform rejects with one sentence in its message. */
  readonly start: () => Promise<void>;
  /** Stops intake, waits for what is under way (within `graceMs`), disconnects. */
  readonly stop: (graceMs: number) => Promise<void>;
  readonly state: () => { readonly ready: boolean; readonly detail: string };
  /**
   * Posts a reply to a channel. `key` makes it at most once where the platform can (25 characters at most);
   * nothing is retried when `once` is set and the outcome is not known.
   */
  readonly post: (
    to: Address,
    reply: Reply,
    options: { readonly key: string; readonly once: boolean },
  ) => Promise<Posted>;
  /** Whether the bot can post there now: undefined when it can, else the reason in one sentence. */
  readonly canPost: (to: Address) => Promise<string | undefined>;
  /**
   * Where a person can be written to directly; absent where their own address can be posted to. Rejects when they
   * can't be reached.
   */
  readonly direct?: (person: Address) => Promise<Address>;
};

/** A line for the log: meaning first, fields beside. Tokens never reach it. */
export type Log = {
  readonly debug: (fields: object, message: string) => void;
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};

/** A clock that is handed in; `new Date()` stands in main alone. */
export type Clock = () => Date;
