import type { Asker } from "../chat/request.ts";
import type { House } from "./house.ts";

/** What is stored about a person, and its deletion. */
export type Personal = {
  /** A sentence each; none where nothing is stored. */
  readonly stored: () => Promise<readonly string[]>;
  /** Why nothing can be deleted now, in one sentence; undefined where it can. */
  readonly keeps: () => Promise<string | undefined>;
  /**
   * Deletes it all; resolves with why it can't be, in one sentence, where nothing was deleted. Changes of data and
   * digests stay, as those of “a former member”.
   */
  readonly forget: () => Promise<string | undefined>;
};

export function personalOf(asker: Asker, { memory, curation, digests }: House): Personal {
  const { person } = asker;
  const made = () => (digests?.list() ?? []).filter(({ author }) => author === person);
  const keeps = async () => await curation?.keeps();
  return {
    keeps,
    async stored() {
      const answers = memory.stored(person);
      const ids = made().map(({ id }) => id);
      return [
        ...(answers > 0 ? [`Questions and answers that buttons and follow-ups go on from: ${answers}.`] : []),
        ...((await curation?.storedOf(person)) ?? []),
        ...(ids.length > 0
          ? [`That you made ${ids.length === 1 ? "digest" : "the digests"} ${ids.join(", ")}.`]
          : []),
      ];
    },
    async forget() {
      const why = await keeps();
      if (why !== undefined) return why;
      await memory.forget(person);
      if (made().length > 0) await digests?.forgetAuthor(person);
      await curation?.forget(asker);
      return undefined;
    },
  };
}
