import type { Command, MenuEntry } from "../chat/command.ts";
import type { Memory } from "../chat/memory.ts";
import type { Clock, Log } from "../chat/platform.ts";
import type { SuggestRequest } from "../chat/request.ts";
import type { Digests } from "../digests/index.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Engine, Suggestion } from "../model/engine.ts";
import type { Curation } from "./curation/index.ts";
import type { Desk } from "./desk.ts";

/** Everything that the bot stands on, handed in. */
export type House = {
  readonly engine: Engine;
  readonly dataset: Dataset;
  /** On the menu, in its order. */
  readonly commands: readonly Command<Desk>[];
  /** Answers to acts that are no commands of the menu: `check`, `home`, `search`, `sources`. */
  readonly unlisted: readonly Command<Desk>[];
  readonly memory: Memory;
  /** Where data is changed; `engine` and `dataset` are then its own, asked for at each request. */
  readonly curation?: Curation;
  /** What is posted by itself; absent where nothing can be kept. */
  readonly digests?: Digests;
  readonly log: Log;
  readonly clock: Clock;
  /** A new receipt or incident number each time: 12 letters and digits. */
  readonly token: () => string;
  /** Completions of the kinds that other rooms know: digests. */
  readonly completions?: Partial<
    Record<SuggestRequest["kind"], (request: SuggestRequest) => readonly Suggestion[]>
  >;
  /** Told of every answer: for the metrics. */
  readonly answered?: (answer: Answered) => void;
};

export type Answered = {
  readonly platform: string;
  /** `brief ask`, `press share`, … */
  readonly act: string;
  readonly outcome: "answered" | "slowed" | "broken";
  readonly ms: number;
};

/** The command's description without what it does. */
export const menuOf = (commands: readonly Command<Desk>[]): readonly MenuEntry[] =>
  commands.map(({ run: _, gate: __, ...entry }) => entry);

/** A command of the menu, or an unlisted one. */
export const findCommand = (house: House, group: string, name: string): Command<Desk> | undefined =>
  [...house.commands, ...house.unlisted].find((each) => each.group === group && each.name === name);
