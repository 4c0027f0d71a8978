/** A server with two channels and three people, in the shape that Discord's documentation gives. */
export const APPLICATION = "900000000000000001";
export const GUILD = "910000000000000001";
export const CHANNEL = "920000000000000001";
/** The bot may see this one, but not write there. */
export const CLOSED_CHANNEL = "920000000000000002";
/** As many more as are wanted, where it may write. */
export const furtherChannel = (n: number): string => `98${String(n).padStart(16, "0")}`;
export const isFurther = (id: string): boolean => /^98\d{16}$/.test(id);
export const THREAD = "920000000000000003";

export type Person = {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly locale: string;
  readonly manages: boolean;
};

export const PEOPLE = {
  ada: { id: "930000000000000001", username: "ada", global_name: "Ada", locale: "en-GB", manages: false },
  ben: { id: "930000000000000002", username: "ben", global_name: "Ben", locale: "de", manages: false },
  mod: {
    id: "930000000000000003",
    username: "mod",
    global_name: "Moderator",
    locale: "en-US",
    manages: true,
  },
} as const satisfies Record<string, Person>;

export const BOT = {
  id: APPLICATION,
  username: "attache",
  discriminator: "0",
  global_name: null,
  avatar: null,
  bot: true,
};

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const BASE = VIEW | SEND | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 38n);
const MANAGE = 1n << 5n;

export const user = (person: Person) => ({
  id: person.id,
  username: person.username,
  discriminator: "0",
  global_name: person.global_name,
  avatar: null,
});

export const member = (person: Person) => ({
  user: user(person),
  nick: null,
  roles: person.manages ? [MANAGERS] : [],
  joined_at: "2024-01-01T00:00:00.000Z",
  deaf: false,
  mute: false,
  flags: 0,
  permissions: String(person.manages ? BASE | MANAGE : BASE),
});

const MANAGERS = "940000000000000001";
const role = (id: string, name: string, permissions: bigint) => ({
  id,
  name,
  permissions: String(permissions),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  managed: false,
  mentionable: false,
  flags: 0,
});

const channel = (id: string, name: string, deny: bigint) => ({
  id,
  type: 0,
  guild_id: GUILD,
  name,
  position: 0,
  permission_overwrites: [{ id: GUILD, type: 0, allow: "0", deny: String(deny) }],
  nsfw: false,
  parent_id: null,
});

export const CHANNELS = [channel(CHANNEL, "briefings", 0n), channel(CLOSED_CHANNEL, "closed", SEND)];

export const THREADS = [
  {
    id: THREAD,
    type: 11,
    guild_id: GUILD,
    parent_id: CHANNEL,
    owner_id: PEOPLE.ada.id,
    name: "a thread",
    member_count: 2,
    message_count: 1,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 60,
      archive_timestamp: "2024-01-01T00:00:00.000Z",
      locked: false,
    },
    member: { flags: 0, join_timestamp: "2024-01-01T00:00:00.000Z" },
  },
];

export const guild = () => ({
  id: GUILD,
  name: "A newsroom",
  owner_id: PEOPLE.mod.id,
  preferred_locale: "en-GB",
  features: [],
  roles: [role(GUILD, "@everyone", BASE), role(MANAGERS, "managers", BASE | MANAGE)],
  emojis: [],
  stickers: [],
  channels: CHANNELS,
  threads: THREADS,
  members: [{ ...member({ ...PEOPLE.ada, id: BOT.id, username: BOT.username }), user: BOT }],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  member_count: 4,
  joined_at: "2024-01-01T00:00:00.000Z",
  large: false,
  unavailable: false,
});

export const directChannel = (person: Person) => `95${person.id.slice(2)}`;
