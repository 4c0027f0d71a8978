import type { Desk } from "../../../src/bot/index.ts";
import type { Country } from "../../../src/model/entity.ts";
import { fold } from "../../../src/model/text.ts";

/** A country by its code or one of its names. */
export function countryNamed(word: string, { dataset }: Desk): Country | undefined {
  const wanted = fold(word);
  return dataset.gazetteer.countries.find(
    ({ code, name, aliases }) =>
      code === word.toUpperCase() || [name, ...aliases].some((one) => fold(one) === wanted),
  );
}
