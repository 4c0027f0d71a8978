import type { BriefedEvent, Briefing } from "../model/briefing.ts";
import { STATUSES } from "../model/kinds.ts";
import { byCodePoint } from "../model/text.ts";
import type { Day } from "../model/when.ts";
import { answering } from "./answering.ts";
import { counted, type Drawn, framed, MARGIN, text } from "./frame.ts";
import { eventLabel } from "./label.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import { drawn, fades, type Laid, ways } from "./lay.ts";
import { mark } from "./marks.ts";
import { leftOver } from "./overflow.ts";
import { type Packed, pack } from "./pack.ts";
import { timeScale } from "./scale.ts";
import { cut } from "./text.ts";
import { COLOURS, HEIGHT, SIZES, WIDTH } from "./theme.ts";

const TOP = 112;
const BOTTOM = HEIGHT - 130;
const ROW = 46;
const ROWS = Math.floor((BOTTOM - TOP) / ROW);
const LANE_NAMES = 250;
const GAP = 16;

/** Of more events than this only every so-many-th is tried for a place: the panel holds far fewer. */
const CANDIDATES = 200;

/**
 * Draws the events of a briefing on a true time axis, in lanes by place or person where that reads better. What has
 * no date or finds no room is counted. The same briefing gives the same SVG.
 */
export function timeline(briefing: Briefing): Drawn {
  const events = answering(briefing);
  const dated = events.filter((event) => dayOf(event) !== null).sort(inOrder);
  if (events.length === 0) return { none: "There is no event to draw." };
  if (dated.length === 0) return { none: "None of these events has a date to draw." };
  const every = Math.ceil(dated.length / CANDIDATES);
  const candidates = dated.filter((_, index) => index % every === 0);
  const lanes = lanesOf(briefing, candidates);
  const left = MARGIN + (lanes.by === "none" ? 0 : LANE_NAMES);
  const scale = timeScale(dated, left, WIDTH - MARGIN);
  const packed = packLanes(lanes, scale, left);
  const homeless = [
    ...packed.flatMap((lane) => lane.left.map(({ event }) => event)),
    ...dated.filter((_, index) => index % every !== 0),
  ];
  const svg = framed(briefing.understood, subtitle(briefing, events.length, dated.length, homeless.length), [
    fades(),
    ...packed.flatMap((lane) => ground(lane)),
    ...axis(scale.ticks),
    ...packed.flatMap((lane) => lane.placed.flatMap(({ thing, row }) => drawn(thing, lane.y + row * ROW))),
    ...leftOver(
      homeless.map((event) => ({ day: dayOf(event) as Day, x: scale.x(dayOf(event) as Day) })),
      MARGIN,
      WIDTH - MARGIN,
      BOTTOM + 62,
    ),
    ...legend(dated),
  ]);
  return { picture: { svg, alt: altOf(briefing, dated, homeless.length) } };
}

const dayOf = ({ when }: BriefedEvent): Day | null => when.start ?? when.end;

const inOrder = (a: BriefedEvent, b: BriefedEvent) =>
  byCodePoint(dayOf(a) ?? "", dayOf(b) ?? "") || byCodePoint(a.id, b.id);

type PackedLane = Packed<Laid> & {
  readonly name: string;
  readonly index: number;
  readonly y: number;
  readonly height: number;
};

/** Widths of labels, in pixels, from the one that says most; and on which side of their marks they are tried first. */
const LAYOUTS = [640, 430, 320, 230].flatMap((room) => [
  { room, side: "right" as const },
  { room, side: "outward" as const },
]);

/** The first layout that leaves no event without room; where none does, the one that leaves the fewest. */
function packLanes(lanes: Lanes, scale: ReturnType<typeof timeScale>, left: number): readonly PackedLane[] {
  const labels = new Map(
    lanes.lanes.flatMap(({ events }) => events.map((event) => [event, eventLabel(event, lanes.by)] as const)),
  );
  let best: readonly PackedLane[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const layout of LAYOUTS) {
    const packed = packWith(lanes, labels, scale, left, layout);
    const homeless = packed.reduce((sum, lane) => sum + lane.left.length, 0);
    if (homeless < fewest) [best, fewest] = [packed, homeless];
    if (fewest === 0) break;
  }
  return best;
}

/** Lanes share the rows: each gets what it needs, the ones that need most give way first. */
function packWith(
  { lanes }: Lanes,
  labels: ReadonlyMap<BriefedEvent, string>,
  scale: ReturnType<typeof timeScale>,
  left: number,
  { room, side }: (typeof LAYOUTS)[number],
): readonly PackedLane[] {
  const things = lanes.map((lane) =>
    lane.events.map((event, index) => {
      const [right, before] = ways(event, labels.get(event)!, scale, left, room);
      const early = side === "outward" && index < lane.events.length / 2;
      return early ? [before, right] : [right, before];
    }),
  );
  const share = things.map((lane) => Math.max(1, pack(lane, ROWS, GAP).rows));
  while (share.reduce((sum, n) => sum + n, 0) > ROWS) share[share.indexOf(Math.max(...share))]!--;
  return lanes.map(({ name }, index) => {
    const y = TOP + ROW * share.slice(0, index).reduce((sum, n) => sum + n, 0);
    return { name, index, y, height: share[index]! * ROW, ...pack(things[index]!, share[index]!, GAP) };
  });
}

function ground({ name, index, y, height }: PackedLane): readonly string[] {
  if (name === "") return [];
  const fill = index % 2 === 0 ? COLOURS.lane : COLOURS.ground;
  return [
    `<rect x="${MARGIN - 8}" y="${y}" width="${WIDTH - 2 * MARGIN + 16}" height="${height}" fill="${fill}"/>`,
    text(MARGIN, y + 30, cut(name, SIZES.label, LANE_NAMES - 16, true), { weight: 600 }),
  ];
}

function axis(ticks: readonly { readonly x: number; readonly label: string }[]): readonly string[] {
  const y = BOTTOM + 8;
  return [
    `<line x1="${MARGIN}" y1="${y}" x2="${WIDTH - MARGIN}" y2="${y}" stroke="${COLOURS.frame}" stroke-width="2"/>`,
    ...ticks
      .filter(({ label }) => label !== "")
      .flatMap(({ x, label }) => [
        `<line x1="${x}" y1="${TOP}" x2="${x}" y2="${y}" stroke="${COLOURS.rule}"/>`,
        text(Math.min(Math.max(x, MARGIN + 50), WIDTH - MARGIN - 50), y + 26, label, {
          size: SIZES.small,
          colour: COLOURS.quiet,
          anchor: "middle",
        }),
      ]),
  ];
}

/** Only the statuses that occur, each with its word. */
function legend(events: readonly BriefedEvent[]): readonly string[] {
  const seen = STATUSES.filter((status) => events.some((event) => event.status === status));
  return seen.flatMap((status, index) => {
    const x = MARGIN + 12 + index * 150;
    return [
      mark(status, x, HEIGHT - 32),
      text(x + 18, HEIGHT - 26, status, { size: SIZES.small, colour: COLOURS.quiet }),
    ];
  });
}

function subtitle(briefing: Briefing, events: number, dated: number, homeless: number): string {
  const undated = events - dated;
  return [
    counted(dated - homeless, "event"),
    homeless > 0 ? `${homeless} more counted above the legend` : "",
    undated > 0 ? `${undated} without a date left out` : "",
    briefing.more ? `${briefing.more} further ones not listed here` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** At most so many events are told one by one. */
const TOLD = 8;

function altOf(briefing: Briefing, dated: readonly BriefedEvent[], homeless: number): string {
  const told = dated.slice(0, TOLD).map((event) => eventLabel(event, "none"));
  const rest = dated.length - told.length;
  return [
    `Timeline: ${briefing.understood.replace(/[.?!]$/, "")}.`,
    `${told.join("; ")}${rest > 0 ? `; and ${counted(rest, "more event")}` : ""}.`,
    homeless > 0 ? `${counted(homeless, "event")} only counted in the picture.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
