import type { Asker } from "../chat/request.ts";
import type { Digest } from "./digest.ts";

/** Somebody who asks, and whether they are a curator where they do. */
export type Person = { readonly asker: Asker; readonly curates: boolean };

/**
 * Who may make, change and post digests: those who administer the server or team, and its curators. A digest belongs
 * to the workspace that it was made in.
 */
export function mayManage({ asker, curates }: Person, digest?: Digest): boolean {
  return (asker.administers || curates) && (digest === undefined || isOfTheirs(asker, digest));
}

/** Whose digests a person can look at: those of their server or team, and their own. */
export const maySee = (asker: Asker, digest: Digest): boolean =>
  digest.author === asker.person || isOfTheirs(asker, digest);

/** What became of a post its author may say too. */
export const maySettle = (person: Person, digest: Digest): boolean =>
  digest.author === person.asker.person || mayManage(person, digest);

/** The terminal belongs to whoever runs the bot. */
const isOfTheirs = (asker: Asker, digest: Digest): boolean =>
  asker.platform === "console" || (asker.workspace !== undefined && asker.workspace === digest.workspace);
