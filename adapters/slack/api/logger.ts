import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../../src/chat/platform.ts";

/** Bolt's log in ours. What it says at debug level holds payloads with people's words, and is left out. */
export function logger(log: Log): Logger {
  const line = (parts: readonly unknown[]) =>
    `Slack's library: ${parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ")}`;
  return {
    debug: () => {},
    info: (...parts: unknown[]) => log.debug({}, line(parts)),
    warn: (...parts: unknown[]) => log.warn({}, line(parts)),
    error: (...parts: unknown[]) => log.error({}, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
