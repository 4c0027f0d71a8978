import { STATUSES } from "../../model/kinds.ts";
import { byCodePoint } from "../../model/text.ts";
import type { Day } from "../../model/when.ts";
import { answering, type Drawable, type DrawableEvent } from "../drawable.ts";
import { altOf, TOLD } from "../panel/alt.ts";
import { counted, type Drawn, figure, framed, MARGIN, type Panel } from "../panel/frame.ts";
import { type Line, text } from "../panel/line.ts";
import { mark } from "../panel/marks.ts";
import { widthOf, wrapped } from "../panel/text.ts";
import { COLOURS, HEIGHT, SIZES, WIDTH } from "../panel/theme.ts";
import { eventLabel } from "./label.ts";
import { lanesOf } from "./lanes.ts";
import { type LaidLane, type Layout, layoutOf } from "./layout.ts";
import { leftOver } from "./overflow.ts";
import { type Tick, timeScale } from "./scale.ts";
import { drawn, fades } from "./strokes.ts";

const TOP = 118;
const BOTTOM = HEIGHT - 122;
const RIGHT = WIDTH - MARGIN;
const LANE_NAMES = 260;

/** Of more events than this only every so-many-th is tried for a place: the panel holds far fewer. */
const CANDIDATES = 200;

/**
 * Draws the events of a briefing on a true time axis, in lanes by place or person where that reads better. What has
 * no date or finds no room is counted. The same briefing gives the same panel.
 */
export function timeline(briefing: Drawable): Drawn {
  const events = answering(briefing);
  const dated = events.filter((event) => dayOf(event) !== null).sort(inOrder);
  if (events.length === 0) return { none: "There is no event to draw." };
  if (dated.length === 0) return { none: "None of these events has a date to draw." };
  const every = Math.ceil(dated.length / CANDIDATES);
  const lanes = lanesOf(
    briefing,
    dated.filter((_, index) => index % every === 0),
  );
  const left = MARGIN + (lanes.by === "none" ? 0 : LANE_NAMES);
  const scale = timeScale(dated, left, RIGHT);
  const layout = layoutOf(lanes, { scale, left, right: RIGHT }, TOP, BOTTOM);
  const homeless = [...layout.homeless, ...dated.filter((_, index) => index % every !== 0)];
  const days = homeless.map((event) => dayOf(event) as Day);
  const panel = framed(
    briefing.understood,
    subtitle(briefing, events.length, dated.length, homeless.length),
    [
      ...fades(layout.lanes.flatMap(({ placed }) => placed.map(({ laid }) => laid))),
      ...grounds(layout),
      ...axis(scale.ticks),
      ...content(layout),
      ...leftOver(
        days.map((day) => ({ day, x: scale.x(day) })),
        MARGIN,
        RIGHT,
        BOTTOM + 62,
      ),
      ...legend(dated),
    ],
  );
  return { picture: { panel, alt: words(briefing, dated, homeless.length) } };
}

const dayOf = ({ when }: DrawableEvent): Day | null => when.start ?? when.end;

const inOrder = (a: DrawableEvent, b: DrawableEvent) =>
  byCodePoint(dayOf(a) ?? "", dayOf(b) ?? "") || byCodePoint(a.id, b.id);

/** Every other lane has a ground of its own. */
const groundOf = (name: string, index: number) =>
  name !== "" && index % 2 === 0 ? COLOURS.lane : COLOURS.ground;

const grounds = ({ lanes }: Layout): Panel =>
  lanes
    .filter(({ name }) => name !== "")
    .map(
      ({ name, y, height }, index) =>
        `<rect x="${MARGIN - 16}" y="${y}" width="${WIDTH - 2 * MARGIN + 32}" height="${height}" fill="${groundOf(name, index)}"/>`,
    );

const content = ({ lanes, size }: Layout): Panel =>
  lanes.flatMap((lane, index) => [
    ...(lane.name === "" ? [] : nameOf(lane, Math.min(size, 22))),
    ...lane.placed.flatMap((one) => drawn(one.laid, one.y, size, groundOf(lane.name, index))),
  ]);

/** A lane's name in its middle, in as many lines as the lane is high. */
function nameOf({ name, y, height }: LaidLane, size: number): readonly Line[] {
  const step = Math.round(size * 1.25);
  const lines = wrapped(name, size, LANE_NAMES - 24, Math.max(1, Math.floor(height / step)), 600);
  const first = y + height / 2 + size * 0.36 - ((lines.length - 1) * step) / 2;
  return lines.map((line, index) =>
    text(MARGIN, Math.round(first + index * step), line, { size, weight: 600 }),
  );
}

function axis(ticks: readonly Tick[]): Panel {
  const y = BOTTOM + 8;
  return [
    `<line x1="${MARGIN}" y1="${y}" x2="${RIGHT}" y2="${y}" stroke="${COLOURS.frame}" stroke-width="2"/>`,
    ...apart(ticks.filter(({ label }) => label !== "")).flatMap(({ x, at, label }) => [
      `<line x1="${x}" y1="${TOP}" x2="${x}" y2="${y}" stroke="${COLOURS.rule}"/>`,
      text(at, y + 27, label, { size: SIZES.small, colour: COLOURS.quiet, anchor: "middle" }),
    ]),
  ];
}

/** Every tick, or every second, or every third, … so that no label stands on another; none leaves the panel. */
function apart(ticks: readonly Tick[]): readonly (Tick & { readonly at: number })[] {
  const all = ticks.map((tick) => {
    const half = widthOf(tick.label, SIZES.small) / 2;
    const at = Math.min(Math.max(Math.round(tick.x), Math.ceil(MARGIN + half)), Math.floor(RIGHT - half));
    return { ...tick, at, half };
  });
  for (let every = 1; ; every++) {
    const kept = all.filter((_, index) => index % every === 0);
    const close = kept.some((tick, index) => {
      const before = kept[index - 1];
      return before !== undefined && tick.at - tick.half < before.at + before.half + 16;
    });
    if (!close) return kept;
  }
}

/** Only the statuses that occur, each with its word. */
function legend(events: readonly DrawableEvent[]): Panel {
  const seen = STATUSES.filter((status) => events.some((event) => event.status === status));
  return seen.flatMap((status, index) => {
    const x = MARGIN + 10 + index * 160;
    return [
      mark(status, x, HEIGHT - 33),
      text(x + 18, HEIGHT - 27, status, { size: SIZES.small, colour: COLOURS.quiet }),
    ];
  });
}

function subtitle(briefing: Drawable, events: number, dated: number, homeless: number): string {
  const undated = events - dated;
  return [
    counted(dated - homeless, "event"),
    homeless > 0 ? `${figure(homeless)} more counted under the axis` : "",
    undated > 0 ? `${figure(undated)} without a date left out` : "",
    briefing.more ? `${figure(briefing.more)} further ones not listed here` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function words({ understood }: Drawable, dated: readonly DrawableEvent[], homeless: number): string {
  return altOf(
    { picture: "Timeline", title: understood, noun: "event" },
    dated.slice(0, TOLD).map((event) => eventLabel(event, "none")),
    dated.length,
    homeless > 0 ? `${counted(homeless, "event")} only counted in the picture.` : "",
  );
}
