import pino from "pino";

export const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type Level = (typeof LEVELS)[number];

/** Words that a token may stand under, at any of the first levels of what is logged. */
const SECRETS = ["token", "botToken", "appToken", "signingSecret", "authorization", "password", "secret"];
const PATHS = SECRETS.flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
  `err.config.headers.${name}`,
  `err.*.headers.${name}`,
]);

/** Discord's tokens, Slack's tokens, and bearer headers, wherever in a text they stand. */
const TOKENS =
  /\b(?:xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})|\b(?:Bot|Bearer) [\w.~+/=-]{8,}/g;

const CENSORED = "[redacted]";

/**
 * The log: one JSON object a line, to the standard error unless another destination is given. Tokens never reach
 * it: not by their name, not inside a text, not inside an error's message or stack; `secrets` are known by value.
 */
export function openLog(options: {
  readonly level: Level;
  readonly secrets?: readonly string[];
  readonly write?: (line: string) => void;
}) {
  const known = (options.secrets ?? []).filter((secret) => secret.length >= 8);
  const hide = (line: string) =>
    known.reduce((text, secret) => text.replaceAll(secret, CENSORED), line).replace(TOKENS, CENSORED);
  const write = options.write ?? ((line: string) => process.stderr.write(line));
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: PATHS, censor: CENSORED },
      serializers: { err: pino.stdSerializers.err },
    },
    { write: (line: string) => write(hide(line)) },
  );
}
