import type { Asker } from "../chat/request.ts";
import type { House } from "./house.ts";

/** What is stored about a person, and its deletion. */
export type Personal = {
  /** A sentence each; none where nothing is stored. */
  readonly stored: () => Promise<readonly string[]>;
  /** Deletes all but digests, which their channel uses. The audit keeps “a former member”. */
  readonly forget: () => Promise<void>;
};

export function personalOf(asker: Asker, { memory, curation, digests }: House): Personal {
  const { person } = asker;
  return {
    async stored() {
      const answers = memory.stored(person);
      const posts = (digests?.list() ?? []).filter(({ author }) => author === person);
      return [
        ...(answers > 0 ? [`Questions and answers that buttons and follow-ups go on from: ${answers}.`] : []),
        ...((await curation?.storedOf(person)) ?? []),
        ...(posts.length > 0
          ? [
              `Digests that you made, ${posts.map(({ id }) => id).join(", ")}: they stay until “digest delete”.`,
            ]
          : []),
      ];
    },
    async forget() {
      await memory.forget(person);
      await curation?.forget(asker);
    },
  };
}
