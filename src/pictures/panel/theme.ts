/** Pixels. Two to one, no wider than chat clients show whole. */
export const WIDTH = 1600;
export const HEIGHT = 800;

/** The panel carries its own ground, so that it reads on a dark chat theme as on a light one. */
export const COLOURS = {
  ground: "#fbfaf7",
  frame: "#8a8578",
  ink: "#1f2430",
  quiet: "#5a6070",
  rule: "#e0dcd2",
  lane: "#f1eee6",
  bar: "#a4b7d2",
  edge: "#bdb9ad",
  mark: "#1d4f91",
  planned: "#8a5a00",
  negative: "#9b2226",
  focus: "#b4530a",
} as const;

export const SIZES = { title: 32, subtitle: 22, label: 20, small: 18 } as const;
