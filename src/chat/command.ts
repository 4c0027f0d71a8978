import type { Fields } from "../model/engine.ts";
import type { Reply } from "./reply.ts";
import type { Request, SuggestRequest, Upload } from "./request.ts";

export const GROUPS = ["brief", "digest", "briefadmin"] as const;
export type Group = (typeof GROUPS)[number];

/**
 * One option of a command. From it come Discord's option, Slack's `key:value`, the typed line's parser, the
 * README's table and the hints in errors.
 */
export type Option = {
  /** Lower case letters; the key on every surface. */
  readonly name: string;
  readonly describe: string;
  readonly required?: boolean;
  /** `text` unless told. A `file` comes as the request's upload. */
  readonly type?: "text" | "number" | "file" | "channel";
  /** A closed list, at most 25. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Where completions come from. */
  readonly suggest?: SuggestRequest["kind"];
  /** Words of a typed line that name no option go to the option marked so. */
  readonly rest?: boolean;
  /** Text of several lines: a form gives it room. */
  readonly long?: true;
};

/** A command describes itself; `Service` is what the bot hands it. `run` reads like the sentence it answers. */
export type Command<Service> = {
  readonly group: Group;
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly describe: string;
  /** A whole line that works on the shipped dataset: `met person:"Ann Example" period:2020`. */
  readonly example: string;
  readonly options: readonly Option[];
  /**
   * Answers buttons of its own making itself: it is called again with what was pressed. `own`: by its asker alone,
   * even where everyone sees them.
   */
  readonly presses?: true | "own";
  /** Turns away who may not call it at all, before anything is said of their fields. */
  readonly gate?: (request: Request, service: Service) => Promise<Reply | undefined>;
  readonly run: (call: Call, service: Service) => Promise<Reply>;
};

/** A call of one command: the request it came in and the fields that it was given, unknown ones refused before. */
export type Call = {
  readonly request: Request;
  readonly fields: Fields;
  readonly upload?: Upload;
  /** The button of its own that was pressed under an earlier reply. */
  readonly pressed?: { readonly verb: string; readonly value: string };
};

/** What an adapter needs to know of a command to offer it. */
export type MenuEntry = Omit<Command<never>, "run" | "gate">;
