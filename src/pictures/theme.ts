/** Pixels. Two to one, no wider than chat clients show whole. */
export const WIDTH = 1600;
export const HEIGHT = 800;

/** The panel carries its own ground, so that it reads on a dark chat theme as on a light one. */
export const COLOURS = {
  ground: "#fbfaf7",
  frame: "#8a8578",
  ink: "#1f2430",
  quiet: "#5a6070",
  rule: "#d9d5cb",
  lane: "#f1eee6",
  mark: "#1d4f91",
  planned: "#8a5a00",
  negative: "#9b2226",
  focus: "#b4530a",
} as const;

export const FONT = "Inter";
export const SIZES = { title: 30, subtitle: 20, label: 20, small: 17 } as const;
