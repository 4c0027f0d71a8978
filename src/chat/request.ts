import type { Fields, SuggestKind } from "../model/engine.ts";
import type { Instant } from "../model/when.ts";
import type { Address, PlatformName } from "./address.ts";

/** Who asks, where, when and how they may be answered. The adapter fills it in; the bot decides by it. */
export type Asker = {
  readonly platform: PlatformName;
  /** The person: `discord:123`, `slack:U0123`, `console:operator`. */
  readonly person: Address;
  /** Their name as the platform shows it, for the audit; foreign text. */
  readonly name?: string;
  /** The channel, or the direct message, that the request came from. */
  readonly channel: Address;
  /** The server or team; absent in a direct message on Discord and in the terminal. */
  readonly workspace?: Address;
  /** What follow-ups belong to: a thread, a DM, or one person in one channel. */
  readonly thread: string;
  /** BCP 47; decides the language of dates only. */
  readonly locale: string;
  /** IANA zone where the platform knows it, else "UTC". Relative words use it. */
  readonly zone: string;
  readonly at: Instant;
  /** True where the platform says that they administer the workspace (Manage Server, Slack admin, the terminal). */
  readonly administers: boolean;
};

/** What a person did, in the bot's words. One request in, one reply out. */
export type Request = {
  readonly asker: Asker;
  readonly act: Act;
  /**
   * True where everyone in the channel sees the reply anyway (a mention in a channel) or the asker wants it so
   * (Slack's word `public`): the reply comes out `public`, and everyone may press its buttons.
   */
  readonly public?: boolean;
};

export type Act =
  /** A slash command or a typed command line, its options by name. */
  | {
      readonly kind: "command";
      readonly group: string;
      readonly name: string;
      readonly fields: Fields;
      readonly upload?: Upload;
    }
  /**
   * A line of words: a mention, a direct message, a line in the terminal. It may be a command line
   * (`met person:"Ann Example"`), a question, or a follow-up when `follows` says that one is possible.
   * `receipt` is that of the bot's message which the line replies to, where the platform shows one: the
   * follow-up then changes that answer's query, not the thread's last.
   */
  | {
      readonly kind: "line";
      readonly text: string;
      readonly follows: boolean;
      readonly receipt?: string;
      /** A file that the line names, where the platform reads one: the terminal. */
      readonly upload?: Upload;
    }
  /** A button or a choice under an earlier reply. */
  | {
      readonly kind: "press";
      readonly verb: string;
      readonly receipt: string;
      readonly page?: number;
      readonly value?: string;
    }
  /** A form that was filled in; `name` is the form's. */
  | {
      readonly kind: "form";
      readonly name: string;
      readonly receipt?: string;
      readonly fields: Fields;
      readonly upload?: Upload;
    }
  /** "Check against the dataset": a message that somebody pointed at. */
  | { readonly kind: "check"; readonly text: string }
  /** The platform's own front page of the bot (Slack's App Home). */
  | { readonly kind: "home" };

/** A file that a person gave. The adapter has fetched it, from the platform's own hosts only. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array };

/** Autocomplete: answered from memory, at once. */
export type SuggestRequest = {
  readonly kind: SuggestKind | "zone" | "digest" | "command" | "occasion";
  readonly typed: string;
  readonly limit: number;
  readonly asker: Asker;
};
