import type { Desk } from "../../../src/bot/index.ts";
import { cut } from "../../../src/bot/words/clean.ts";
import type { Country } from "../../../src/model/entity.ts";
import type { EventPlace } from "../../../src/model/event.ts";
import { fold, slug } from "../../../src/model/text.ts";
import { countryNamed } from "./country.ts";
import { problem, type Read, together } from "./read.ts";

/** Where it was: places parted by semicolons, or “nothing”. A town that is not known yet is named with its country: `Town, Country`. */
export function readWhere(text: string, desk: Desk): Read<readonly EventPlace[]> {
  if (fold(text) === "nothing") return { value: [] };
  const pieces = text.split(/[;\n]/).map((piece) => piece.trim());
  return together(pieces.filter((piece) => piece !== "").map((piece) => place(piece, desk)));
}

function place(word: string, desk: Desk): Read<EventPlace> {
  const [, town, last] = /^(.+),\s*([^,]+)$/.exec(word) ?? [];
  const country = last === undefined ? undefined : countryNamed(last, desk);
  if (town !== undefined && country !== undefined) return townOf(town.trim(), country, desk);
  const linked = desk.link({ ask: "events", where: word });
  const id = linked.kind === "query" ? linked.query.where : undefined;
  const known = id === undefined ? undefined : placeOf(id, desk);
  if (known)
    return { value: { id: known.id, name: known.name, country: known.country, derivation: "stated" } };
  if (linked.kind === "which") {
    const ids = linked.which.choices.slice(0, 5).map((one) => `${one.name} is ${one.id}`);
    return problem(
      `where: “${cut(word, 60)}” fits several: ${ids.join(", ")}. Write the id of the one that is meant.`,
    );
  }
  const near = linked.kind === "unclear" && "near" in linked.unclear ? linked.unclear.near : [];
  const meant =
    near.length > 0 ? ` Did you mean ${near.map((one) => `“${cut(one, 60)}”`).join(" or ")}?` : "";
  return problem(
    `where: “${cut(word, 60)}” is no place that is known here.${meant} A town that is new is named with its country, such as “Town, Country”.`,
  );
}

/** A town of a country: the known one of that name there, else a new one. */
function townOf(town: string, country: Country, desk: Desk): Read<EventPlace> {
  const { gazetteer, places } = desk.dataset;
  const known = [...places.values(), ...gazetteer.places].find(
    (one) =>
      one.country === country.code && [one.name, ...one.aliases].some((name) => fold(name) === fold(town)),
  );
  if (known)
    return { value: { id: known.id, name: known.name, country: known.country, derivation: "stated" } };
  const id =
    placeOf(slug(town), desk) === undefined ? slug(town) : `${slug(town)}-${country.code.toLowerCase()}`;
  return {
    value: { id, name: town, country: country.code, derivation: "stated" },
    notes: [`“${cut(town, 60)}” is new to the dataset, as a town of ${country.name}.`],
  };
}

export const placeOf = (id: string, { dataset }: Desk) =>
  dataset.places.get(id) ?? dataset.gazetteer.places.find((one) => one.id === id);
