import { codeOf } from "./wire.ts";

/** Why Slack can't be served, in one sentence with the way out. */
export function reason(error: unknown, token: "bot" | "app"): string {
  const code = codeOf(error);
  if (code === undefined) {
    const words = error instanceof Error ? error.message : "the connection closed";
    return `Slack can't be reached (${words}).`;
  }
  if (!REFUSALS.includes(code)) return `Slack refused to start (${code}).`;
  return token === "bot"
    ? "Slack refused the bot's token: copy the Bot User OAuth Token (xoxb-…) of your app into SLACK_BOT_TOKEN."
    : "Slack refused the app's token: make one with connections:write under Basic Information and put it (xapp-…) into SLACK_APP_TOKEN.";
}

const REFUSALS = [
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
  "missing_scope",
  "no_permission",
];
