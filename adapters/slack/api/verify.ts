import { isValidSlackRequest } from "@slack/bolt";
import { LIMITS, OURS } from "../limits.ts";

export type Signed = {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
  /** Whether Slack says that it delivers again. */
  readonly again: boolean;
};

/** Why a request is refused. */
export type Refusal =
  | "unsigned"
  | "wrongly signed"
  | "too old"
  | "from the future"
  | "replayed"
  | "no payload";

export type Verdict =
  | { readonly kind: "taken" }
  /** The same event once more, as Slack delivers one again: it is not handled, and Slack need not try further. */
  | { readonly kind: "known" }
  | { readonly kind: "refused"; readonly why: Refusal };

/**
 * Whether a request over HTTP comes from Slack, now, for the first time. A signature is remembered as long as its
 * timestamp would be taken; afterwards the timestamp refuses it. `now` is in milliseconds.
 */
export function verifier(signingSecret: string, now: () => number): (request: Signed) => Verdict {
  const seen = new Map<string, number>();
  return ({ timestamp, signature, body, again }) => {
    if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp))
      return refuse("unsigned");
    const sent = Number(timestamp);
    const second = Math.floor(now() / 1_000);
    if (sent < second - LIMITS.requestAgeS) return refuse("too old");
    if (sent > second + OURS.clockSkewS) return refuse("from the future");
    const headers = { "x-slack-signature": signature, "x-slack-request-timestamp": sent };
    if (!isValidSlackRequest({ signingSecret, body, headers, nowMilliseconds: now() }))
      return refuse("wrongly signed");
    for (const [old, at] of seen) {
      if (at >= second - LIMITS.requestAgeS - OURS.clockSkewS) break;
      seen.delete(old);
    }
    if (seen.has(signature)) return again && isEvent(body) ? { kind: "known" } : refuse("replayed");
    seen.set(signature, sent);
    return hasPayload(body) ? { kind: "taken" } : refuse("no payload");
  };
}

const refuse = (why: Refusal): Verdict => ({ kind: "refused", why });

/** JSON that holds something, or the fields of a form: Bolt would stumble over a body of `null`. */
function hasPayload(body: string): boolean {
  const json = body.startsWith("payload=") ? (new URLSearchParams(body).get("payload") ?? "") : body;
  if (/^[\w.~%+-]+=/.test(json)) return true;
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === "object" && read !== null && !Array.isArray(read);
  } catch {
    return false;
  }
}

const isEvent = (body: string) => body.startsWith("{") && /"type":\s*"event_callback"/.test(body);
