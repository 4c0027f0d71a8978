import type { Panel } from "../panel/frame.ts";
import { plate, text } from "../panel/line.ts";
import { MARK, mark, toneOf } from "../panel/marks.ts";
import { ROUGH } from "./dates.ts";
import type { Laid } from "./lay.ts";

/** Draws a laid event in its row, whose middle is at `y`, on a ground. */
export function drawn(laid: Laid, y: number, size: number, ground: string): Panel {
  const { event, from, to, markAt, side, labelAt } = laid;
  const label = text(labelAt, Math.round(y + size * 0.36), laid.label, { size });
  const bar = from === to ? [] : [barOf(laid, y)];
  return [
    ...bar,
    ...(side === "inside"
      ? [`<rect x="${markAt - MARK - 6}" y="${y - 6}" width="40" height="12" fill="${ground}"/>`]
      : []),
    plate(label, ground),
    mark(event.status, markAt, y),
    label,
  ];
}

/** An edge fades where its side is open or approximate. */
function barOf({ event, from, to }: Laid, y: number): string {
  const tone = toneOf(event.status);
  const fade = fadeOf(event.when.edtf);
  const fill = fade === "" ? `${tone}" fill-opacity="${STRENGTH}` : `url(#${nameOf(fade, tone)})`;
  return `<rect x="${from}" y="${y - 5}" width="${Math.round((to - from) * 10) / 10}" height="10" rx="3" fill="${fill}"/>`;
}

/** How strongly a bar shows its colour. */
const STRENGTH = 0.4;

/** The fading fills that the bars of these events refer to. */
export function fades(laid: readonly Laid[]): readonly string[] {
  const used = new Map<string, string>();
  for (const { event, from, to } of laid) {
    const [fade, tone] = [fadeOf(event.when.edtf), toneOf(event.status)];
    if (from === to || fade === "") continue;
    const stop = (offset: number, opacity: number) =>
      `<stop offset="${offset}" stop-color="${tone}" stop-opacity="${opacity}"/>`;
    const ends = [fade.includes("L") ? 0 : STRENGTH, fade.includes("R") ? 0 : STRENGTH] as const;
    const name = nameOf(fade, tone);
    used.set(
      name,
      `<linearGradient id="${name}">${stop(0, ends[0])}${stop(0.3, STRENGTH)}${stop(0.7, STRENGTH)}${stop(1, ends[1])}</linearGradient>`,
    );
  }
  return used.size === 0 ? [] : [`<defs>${[...used.values()].join("")}</defs>`];
}

const nameOf = (fade: string, tone: string) => `fade${fade}-${tone.slice(1)}`;

/** The sides of a date that are open or approximate: "L", "R", "LR" or none. */
function fadeOf(edtf: string): string {
  const [first = "", second = first] = edtf.split("/");
  const soft = (side: string) => side === ".." || ROUGH.test(side);
  return `${soft(first) ? "L" : ""}${soft(second) ? "R" : ""}`;
}
