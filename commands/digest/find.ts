import { type Desk, type Digest, type Digests, mayManage, maySee } from "../../src/bot/index.ts";
import { cut } from "../../src/bot/words/clean.ts";
import type { Call } from "../../src/chat/command.ts";
import type { Reply } from "../../src/chat/reply.ts";

/** Text alone: what was done is nothing to be shared, since sharing would do it again. */
export const said = (title: string, text: readonly string[], more: Partial<Reply> = {}): Reply => ({
  title,
  text,
  ...more,
  audience: "private",
});

const NOWHERE = said("No digests here", [
  "Digests can't be kept here just now: another process holds the folder where they are kept, or it can't be written.",
]);

const NOT_ALLOWED = said("Not allowed", [
  "Digests are made and changed by those who administer the server or workspace (Manage Server on Discord, an admin on Slack), and by curators.",
]);

/** The digests, or the reply that says why they can't be had. */
export function opened({ digests }: Desk): { readonly digests: Digests } | { readonly refusal: Reply } {
  return digests ? { digests } : { refusal: NOWHERE };
}

/** As `opened`, for those who may make digests. */
export function managed(desk: Desk): ReturnType<typeof opened> {
  return mayManage(desk) ? opened(desk) : { refusal: NOT_ALLOWED };
}

export type Found = { readonly digests: Digests; readonly digest: Digest };

/** The digest that a call names, or the reply that says why not. `to` is what the person wants with it. */
export function found(
  { fields }: Call,
  desk: Desk,
  to: "see" | "manage",
): Found | { readonly refusal: Reply } {
  const open = opened(desk);
  if ("refusal" in open) return open;
  const id = (fields.digest ?? "").replace(/^#/, "");
  const digest = open.digests.get(id);
  if (digest === undefined || !maySee(desk.asker, digest))
    return {
      refusal: said("No such digest", [
        `There is no digest “${cut(id, 20)}” here. “digest list” shows those there are.`,
      ]),
    };
  if (to === "manage" && !mayManage(desk, digest)) return { refusal: NOT_ALLOWED };
  return { ...open, digest };
}

export const LEFT = said("Left as it is", ["Nothing was changed."]);
