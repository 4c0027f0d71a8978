import { exampleOf } from "../examples.ts";
import { confirmed } from "./confirmed.ts";
import { said } from "./find.ts";
import { lineOf } from "./words/settings.ts";

export const deleting = confirmed({
  name: "delete",
  describe: "Delete a digest for good, after you confirm",
  example: exampleOf("digest delete"),
  asks: ({ digest }, desk) => ({
    title: `Delete digest ${digest.id}?`,
    text: [lineOf(digest, desk.asker), "It can't be brought back; “digest pause” keeps it without posting."],
    label: "Delete it",
  }),
  does: async ({ digest, digests }) => {
    await digests.remove(digest.id);
    return said(`Digest ${digest.id} is deleted`, ["What it posted stays in the channel."]);
  },
});
