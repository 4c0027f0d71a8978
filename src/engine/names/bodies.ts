import type { Bags, CountryAt, Words } from "./bags.ts";
import { fold } from "./fold.ts";
import { roleWords } from "./forms.ts";
import type { Phrases } from "./phrases.ts";
import { RANK } from "./phrases.ts";

/** A body that a word can mean, with how likely the word is meant for its role: the lowest first, 0 for its own name. */
export type Body = { readonly id: string; readonly rank: number };

/** Bodies and groups that many countries have, by what they are called and whose they are. */
export type Bodies = {
  /** True where the words of the name are taken care of here. */
  readonly add: (role: string, of: string, id: string, named: boolean) => boolean;
  /** Bodies of a country that a folded word or phrase can mean. */
  readonly find: (word: string, code: string) => readonly Body[];
};

type Role = {
  readonly words: Words;
  readonly byCode: Map<string, string[]>;
  /** Every way to call it, read when first needed. */
  calls?: readonly Words[];
};

/** An empty index over a dataset's phrases and bags, which it feeds. */
export function bodyIndex(phrases: Phrases, bags: Bags, countryAt: CountryAt): Bodies {
  const roles = new Map<string, Role>();
  const called = new Map<string, { readonly role: Role; readonly rank: number }[]>();
  const owners = new Map<string, { readonly code: string | null; readonly words: Words }>();

  const roleOf = (name: string): Role => {
    const known = roles.get(name);
    if (known) return known;
    const role: Role = { words: bags.read(fold(name).split(" ")), byCode: new Map() };
    roles.set(name, role);
    for (const [key, rank] of roleWords(name)) {
      phrases.add(key, { kind: "role", key }, RANK.weak);
      const same = called.get(key);
      if (same) same.push({ role, rank });
      else called.set(key, [{ role, rank }]);
    }
    return role;
  };
  const ownerOf = (name: string) => {
    let owner = owners.get(name);
    if (!owner) {
      const words = fold(name).split(" ");
      const country = countryAt(words, words[0] === "the" ? 1 : 0);
      owner = { code: country?.to === words.length ? country.code : null, words: bags.read(words) };
      owners.set(name, owner);
    }
    return owner;
  };

  return {
    add(name, of, id, named) {
      const role = roleOf(name);
      const owner = ownerOf(of);
      if (owner.code === null) {
        // Whose it is can be any name: "Rebel Group (Free Island Movement)". Synonyms are found by their words.
        if (named)
          for (const key of roleWords(name).keys())
            bags.add([...bags.read(key.split(" ")), ...owner.words], id);
        return false;
      }
      const ids = role.byCode.get(owner.code);
      if (ids === undefined) role.byCode.set(owner.code, [id]);
      else if (!ids.includes(id)) ids.push(id);
      if (named) bags.add([...role.words, ...owner.words], id);
      return named;
    },
    find: (word, code) =>
      (called.get(word) ?? []).flatMap(({ role, rank }) =>
        (role.byCode.get(code) ?? []).map((id) => ({ id, rank })),
      ),
  };
}
