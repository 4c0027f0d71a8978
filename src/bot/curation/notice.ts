import { hash } from "node:crypto";
import { z } from "zod";
import { type Address, PLATFORMS, type PlatformName, parseAddress } from "../../chat/address.ts";
import type { Log, Platform } from "../../chat/platform.ts";
import type { Reply } from "../../chat/reply.ts";
import type { Store } from "../../store/index.ts";

/** Tells the owners, directly, of files that were found damaged. */
export type Notice = {
  /**
   * Writes to every owner who can be reached now and does not know yet; the others are tried with the next call. Never
   * rejects.
   */
  readonly tell: () => Promise<void>;
};

export type NoticeOptions = {
  readonly store: Pick<Store, "openCollection" | "damages">;
  readonly owners: readonly Address[];
  /** Whether changes wait until an owner has accepted what was loaded. */
  readonly sound: () => boolean;
  readonly outlet: (name: PlatformName) => Pick<Platform, "post" | "direct" | "state"> | undefined;
  readonly log: Log;
};

const address = z.templateLiteral([z.enum(PLATFORMS), ":", z.string()]);
const schema = z.object({
  /** What is to be told, and to whom. */
  waiting: z.array(z.object({ sentence: z.string(), to: z.array(address) })),
  /** Files that were damaged at the last start: one that is still missing is no new damage. */
  damaged: z.array(z.string()),
});

/** A platform that refuses so often is not asked again before the next start. */
const TRIES = 5;

/** Opens the notice once everything that the store holds is open: then it is known what was damaged. */
export async function openNotice({ store, owners, sound, outlet, log }: NoticeOptions): Promise<Notice> {
  const notices = await store.openCollection({
    name: "notices",
    schema,
    empty: { waiting: [], damaged: [] },
    backups: 1,
  });
  const found = store.damages();
  const { damaged } = notices.read();
  const fresh = found.filter(({ file, aside }) => aside !== undefined || !damaged.includes(file));
  if (fresh.length > 0 || found.length !== damaged.length)
    await notices.change(({ waiting }) => ({
      waiting: [...waiting, ...fresh.map(({ sentence }) => ({ sentence, to: [...owners] }))],
      damaged: found.map(({ file }) => file),
    }));
  const tries = new Map<Address, number>();
  let underWay = false;

  async function write(owner: Address): Promise<void> {
    const platform = outlet(parseAddress(owner).platform);
    if (!platform?.state().ready || (tries.get(owner) ?? 0) >= TRIES) return;
    tries.set(owner, (tries.get(owner) ?? 0) + 1);
    const sentences = notices
      .read()
      .waiting.flatMap(({ sentence, to }) => (to.includes(owner) ? sentence : []));
    const key = hash("sha256", [owner, ...sentences].join("\n"), "hex").slice(0, 24);
    const to = platform.direct ? await platform.direct(owner) : owner;
    const posted = await platform.post(to, letter(sentences, sound()), { key, once: false });
    if (posted.kind !== "sent")
      return log.warn({ owner, posted }, "an owner can't be told of a damaged file");
    await notices.change((draft) => ({
      ...draft,
      waiting: draft.waiting
        .map((one) => ({ ...one, to: one.to.filter((each) => each !== owner) }))
        .filter(({ to: left }) => left.length > 0),
    }));
  }

  return {
    async tell() {
      if (underWay) return;
      underWay = true;
      for (const owner of new Set(notices.read().waiting.flatMap(({ to }) => to)))
        await write(owner).catch((err: unknown) =>
          log.warn({ err, owner }, "an owner can't be told of a damaged file"),
        );
      underWay = false;
    },
  };
}

const letter = (sentences: readonly string[], sound: boolean): Reply => ({
  title: "A file of the bot was damaged",
  text: [
    ...sentences,
    sound
      ? "The bot goes on with what was loaded; nothing needs to be done."
      : "Answers go on. Data can't be changed until an owner has looked and accepted what was loaded: give “briefadmin status” in a home workspace, where a button accepts it. Better still, stop the bot first and put a sound copy in the place of the file (“briefadmin backup” made those in the folder backups).",
  ],
  notes: ["You are told because you are an owner of this bot; each damage is told once."],
  audience: "private",
});
