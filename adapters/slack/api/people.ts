import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../../src/chat/platform.ts";
import { OURS } from "../limits.ts";
import { loggable, type Wire } from "./wire.ts";

/** What Slack tells of a person and the bot needs. */
export type Profile = {
  readonly name?: string;
  readonly locale: string;
  readonly zone: string;
  readonly administers: boolean;
};

export type People = {
  /** As Slack knows them; a stranger's profile where it does not tell in time. */
  readonly get: (person: string) => Promise<Profile>;
  /** What is known without asking: for what has to be answered at once. */
  readonly known: (person: string) => Profile;
};

const STRANGER: Profile = { locale: "en", zone: "UTC", administers: false };

/** People's profiles, asked for once in a while. `now` is in milliseconds. */
export function people(wire: Wire, log: Log, now: () => number): People {
  const kept = new Map<string, { readonly at: number; readonly profile: Profile }>();
  const asked = new Map<string, Promise<Profile>>();

  async function ask(person: string): Promise<Profile> {
    try {
      const { user } = await wire.client.users.info({ user: person, include_locale: true });
      const { name, real_name, locale, tz, is_admin, is_owner } = user ?? {};
      const shown = user?.profile?.display_name || real_name || name;
      const profile: Profile = {
        ...(shown ? { name: shown } : {}),
        locale: locale || STRANGER.locale,
        zone: tz || STRANGER.zone,
        administers: is_admin === true || is_owner === true,
      };
      kept.set(person, { at: now(), profile });
      const eldest = kept.keys().next();
      if (kept.size > OURS.profiles && !eldest.done) kept.delete(eldest.value);
      return profile;
    } catch (error) {
      log.warn({ err: loggable(error) }, "Slack did not tell about a person; English and UTC are taken");
      return kept.get(person)?.profile ?? STRANGER;
    } finally {
      asked.delete(person);
    }
  }

  return {
    known: (person) => kept.get(person)?.profile ?? STRANGER,
    async get(person) {
      const there = kept.get(person);
      if (there && now() - there.at < OURS.profileKeptMs) return there.profile;
      const asking = asked.get(person) ?? ask(person);
      asked.set(person, asking);
      const late = sleep(OURS.profileMs, undefined, { ref: false }).then(() => there?.profile ?? STRANGER);
      return await Promise.race([asking, late]);
    },
  };
}
