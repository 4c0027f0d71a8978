export const TEAM = "T0HOME";
export const OTHER_TEAM = "T0ELSEWHERE";
export const BOT = { user: "U0BOT", id: "B0BOT" };
/** A channel that the bot is a member of, one that it is not, and one that nobody knows. */
export const CHANNEL = "C0BRIEF";
export const STRANGE_CHANNEL = "C0STRANGE";
/** As many more as are wanted, which it is a member of. */
export const furtherChannel = (n: number): string => `C0FURTHER${n}`;
export const isFurther = (channel: string): boolean => /^C0FURTHER\d+$/.test(channel);

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly tz: string;
  readonly admin: boolean;
};

export const PEOPLE = {
  ada: { id: "U0ADA", name: "ada", locale: "en-GB", tz: "Europe/London", admin: false },
  ben: { id: "U0BEN", name: "ben", locale: "de-DE", tz: "Europe/Berlin", admin: true },
  olga: { id: "U0OLGA", name: "olga", locale: "en-GB", tz: "Europe/London", admin: false },
} satisfies Record<string, Person>;

/** The direct message of a person with the bot. */
export const directChannel = (person: Person): string => `D${person.id.slice(1)}`;

export const userInfo = ({ id, name, locale, tz, admin }: Person) => ({
  id,
  team_id: TEAM,
  name,
  real_name: `${name} of the tests`,
  tz,
  locale,
  is_admin: admin,
  is_owner: false,
  profile: { display_name: name },
});
