export { summarise } from "../../reading/summary.ts";
export { applyChanges, type Changed, openOverlay, type Texts, type World } from "./apply.ts";
export { type ChangeBook, openChanges, peekChanges } from "./book.ts";
export type { Brought } from "./document.ts";
export { EXPORTED, type Imported, readImport, writeExport } from "./exchange.ts";
export { bring } from "./reader.ts";
export { standing, standOn, undoneOf } from "./stands.ts";
export type { Change, ChangeId, Deed, Trace } from "./types.ts";
export { openWorld } from "./world.ts";
