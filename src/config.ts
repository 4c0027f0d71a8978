import { z } from "zod";
import { LEVELS } from "./operation/index.ts";

const text = z.string().trim().min(1).optional();
const port = z.coerce.number().int().min(0).max(65_535).optional();
const url = z.url({ protocol: /^https?$/ }).transform((given) => given.replace(/\/+$/, ""));
const addresses = (what: string) =>
  z
    .string()
    .transform((given) =>
      given
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== ""),
    )
    .refine((all) => all.every((each) => /^(discord|slack):[A-Za-z0-9]+$/.test(each)), {
      message: `must be ${what}, such as discord:123,slack:U0123`,
    })
    .optional();

/** Every variable that the program reads. `.env.example` says what each does. */
const schema = z.object({
  DATASET: text,
  DATA_DIR: z.string().default("data/state"),
  LOG_LEVEL: z.enum(LEVELS).optional(),
  OPERATION_PORT: port,
  CLOCK_START: z.iso.datetime({ offset: true }).optional(),
  DISCORD_TOKEN: text,
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{1,20}$/, "must be a server's number")
    .optional(),
  DISCORD_API_URL: url.optional(),
  DISCORD_CDN_URL: url.optional(),
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: url.transform((given) => `${given}/`).optional(),
  SLACK_TEAMS: z
    .string()
    .transform((given) =>
      given
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== ""),
    )
    .optional(),
  PORT: port,
  OWNERS: addresses("people's addresses"),
  HOME_WORKSPACES: addresses("servers' and teams' addresses"),
  NO_COLOR: z.string().optional(),
});

export type Config = z.infer<typeof schema>;

export const VARIABLES: readonly string[] = Object.keys(schema.shape);

/**
 * The environment as a Config. An empty value is as good as none. Everything that is wrong or missing comes in one
 * list, a sentence each, with the variable's name and never its value: it may be a secret.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly wrong: readonly string[] } {
  const given = Object.fromEntries(
    VARIABLES.flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const { data, error } = schema.safeParse(given);
  const wrong = [
    ...(error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`),
    ...missing(given),
  ];
  return data && wrong.length === 0 ? { config: data } : { wrong };
}

/** What one variable needs of another. */
function missing(given: Readonly<Record<string, string>>): readonly string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = given;
  return [
    ...((app || secret) && !bot ? ["SLACK_BOT_TOKEN is missing: Slack needs the bot's token (xoxb-…)"] : []),
    ...(bot && !app && !secret
      ? [
          "SLACK_APP_TOKEN is missing: Slack needs it (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP",
        ]
      : []),
    ...(secret && !app && !given.PORT ? ["PORT is missing: Slack over HTTP listens on it"] : []),
    ...(given.DISCORD_GUILD_ID && !given.DISCORD_TOKEN
      ? ["DISCORD_TOKEN is missing: DISCORD_GUILD_ID is of no use without it"]
      : []),
  ];
}
