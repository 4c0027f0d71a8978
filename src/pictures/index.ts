/** Pictures of briefings: a timeline, and who met whom. `draw` makes them away from the thread that answers. */
export { draw, type Finished, type PictureKind } from "./studio.ts";
