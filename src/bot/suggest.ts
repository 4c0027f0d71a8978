import type { SuggestRequest } from "../chat/request.ts";
import { maySee } from "../digests/index.ts";
import { fold } from "../engine/names/fold.ts";
import type { Suggestion } from "../model/engine.ts";
import type { House } from "./house.ts";
import { cut } from "./words/clean.ts";

/** Completions of what is being typed, best first, from memory. */
export function suggest(request: SuggestRequest, house: House): readonly Suggestion[] {
  const { kind, typed, limit } = request;
  const known = house.completions?.[kind];
  if (known) return known(request).slice(0, limit);
  switch (kind) {
    case "command":
      return starting(
        house.commands.map(({ group, name, describe }) => ({
          value: group === "brief" ? name : `${group} ${name}`,
          label: describe,
        })),
        typed,
        limit,
      );
    case "occasion":
      return starting(
        house.dataset.gazetteer.occasions.map(({ name }) => both(name)),
        typed,
        limit,
      );
    case "zone":
      return starting(zones().map(both), typed, limit);
    case "digest":
      return digestsOf(request, house).slice(0, limit);
    default:
      return house.engine.suggest(kind, typed, limit);
  }
}

/** Digests that the person may see, by number or by words of their question. */
function digestsOf({ typed, asker }: SuggestRequest, { digests }: House): readonly Suggestion[] {
  const seen = (digests?.list() ?? []).filter((digest) => maySee(asker, digest));
  const wanted = fold(typed);
  return seen
    .filter(({ id, question }) => id.startsWith(wanted) || fold(question).includes(wanted))
    .map(({ id, question }) => ({ value: id, label: cut(`${id} · ${question}`, 100) }));
}

const both = (name: string): Suggestion => ({ value: name, label: name });

/** Node 20 lists `Europe/Kiev` but not `Europe/Kyiv`, nor `UTC`; it takes all three. */
const zones = () => [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), "Europe/Kyiv"])];

/** Those that begin with what was typed, then those that contain it. */
function starting(all: readonly Suggestion[], typed: string, limit: number): readonly Suggestion[] {
  const wanted = fold(typed).replaceAll(" ", "_");
  const folded = all.map((each) => ({ each, text: fold(each.value).replaceAll(" ", "_") }));
  const begins = folded.filter(({ text }) => text.startsWith(wanted));
  const contains = folded.filter(({ text }) => !text.startsWith(wanted) && text.includes(wanted));
  return [...begins, ...contains].slice(0, limit).map(({ each }) => each);
}
