/** Pictures of briefings: a timeline, and who met whom, as SVG; one door renders PNG. */
export type { Drawn, Picture } from "./frame.ts";
export { network } from "./network.ts";
export { toPng } from "./png.ts";
export { timeline } from "./timeline.ts";
