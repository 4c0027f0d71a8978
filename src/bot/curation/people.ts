import { z } from "zod";
import type { Address } from "../../chat/address.ts";
import type { Store } from "../../store/index.ts";
import { ROLES, type Role } from "./roles.ts";

/** Who changed things, and what owners said of people. Changes name only keys, so that a person can be forgotten. */
export type People = {
  /** The key of a person, made at their first change and known under their latest name. */
  readonly keyOf: (person: Address, name: string | undefined) => Promise<string>;
  /** Name and address, or "a former member". */
  readonly nameOf: (key: string) => string;
  readonly roles: () => Readonly<Record<Address, Role>>;
  readonly setRole: (person: Address, role: Role | undefined) => Promise<void>;
  readonly knows: (person: Address) => boolean;
  /** False while what was loaded is from a backup that no owner has accepted. */
  readonly sound: () => boolean;
  readonly accept: () => Promise<void>;
  /** Forgets name, address and role, in every older copy of the file too. */
  readonly forget: (person: Address) => Promise<void>;
};

const schema = z.object({
  known: z.record(z.string(), z.object({ person: z.string(), name: z.string().optional() })),
  roles: z.record(z.string(), z.enum(ROLES)),
});

export async function openPeople(store: Store, token: () => string): Promise<People> {
  const people = await store.openCollection({
    name: "people",
    schema,
    empty: { known: {}, roles: {} },
    backups: 1,
    onDamage: "read-only",
  });
  const find = (person: Address) =>
    Object.entries(people.read().known).find(([, known]) => known.person === person);
  return {
    async keyOf(person, name) {
      const found = find(person);
      const key = found?.[0] ?? `P-${token().slice(0, 8)}`;
      if (found === undefined || (name !== undefined && found[1].name !== name))
        await people.change((draft) => {
          draft.known[key] = { person, ...(name !== undefined && { name }) };
          return draft;
        });
      return key;
    },
    nameOf(key) {
      const known = people.read().known[key];
      if (known === undefined) return "a former member";
      return known.name === undefined ? known.person : `${known.name} (${known.person})`;
    },
    roles: () => people.read().roles,
    setRole: (person, role) =>
      people.change((draft) => {
        if (role === undefined) delete draft.roles[person];
        else draft.roles[person] = role;
        return draft;
      }),
    knows: (person) => find(person) !== undefined || person in people.read().roles,
    sound: () => !people.readOnly(),
    accept: people.accept,
    forget: (person) =>
      people.purge(
        ({ known, roles }) => ({
          known: Object.fromEntries(Object.entries(known).filter(([, one]) => one.person !== person)),
          roles: Object.fromEntries(Object.entries(roles).filter(([one]) => one !== person)),
        }),
        JSON.stringify(person),
      ),
  };
}
