export { openHealth, type Part } from "./health.ts";
export { LEVELS, type Level, openLog } from "./log.ts";
export { type Metrics, openMetrics } from "./metrics.ts";
export { outlived } from "./runtime.ts";
