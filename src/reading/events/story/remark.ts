import type { EventPlace } from "../../../model/event.ts";
import type { Flag, Kind, Status } from "../../../model/kinds.ts";
import type { When } from "../../../model/when.ts";
import type { Actor } from "../../names/actors.ts";
import type { Line } from "../sentence/line.ts";

/** What a sentence says of an event that another sentence tells. */
export type Remark = {
  readonly remark:
    | "again"
    | "dated"
    | "denied"
    | "attending"
    | "hosting"
    | "declined"
    | "absent"
    | "attended"
    | "bare";
  readonly line: Line;
  readonly at: number;
  readonly actors: readonly Actor[];
  readonly places: readonly EventPlace[];
  readonly flags: readonly Flag[];
  readonly topics: readonly string[];
  readonly kinds: readonly Kind[] | null;
  readonly confirmed: boolean;
  /** True for "the meetings": all that were told together. */
  readonly plural: boolean;
  readonly when: When | null;
  /** "the meeting was cancelled": what became of it. */
  readonly status: Status | null;
  /** True where only a gathering of many can be meant. */
  readonly gathering: boolean;
  /** True where it adds to an event of its own sentence alone. */
  readonly here: boolean;
};

/** A remark at chunk `at`, with what it says beyond its kind. */
export const remark = (
  line: Line,
  at: number,
  kind: Remark["remark"],
  actors: readonly Actor[],
  extra: Partial<Remark> = {},
): Remark => ({
  remark: kind,
  line,
  at,
  actors,
  places: [],
  flags: [],
  topics: [],
  kinds: null,
  confirmed: false,
  plural: false,
  when: null,
  status: null,
  gathering: false,
  here: false,
  ...extra,
});
