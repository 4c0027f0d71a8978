import type { Desk, Draft } from "../../src/bot/index.ts";
import { clean, cut } from "../../src/bot/words/clean.ts";
import type { Office, Title } from "../../src/model/entity.ts";
import { fold } from "../../src/model/text.ts";
import type { Day } from "../../src/model/when.ts";
import { ownerOf } from "./alias.ts";
import { adminCommand, confirming, said } from "./command.ts";
import { done } from "./done.ts";
import { countryNamed } from "./facts/country.ts";
import { problem, type Read } from "./facts/read.ts";
import { readWhen } from "./facts/when.ts";
import { entityOf } from "./facts/who.ts";

export const office = adminCommand({
  name: "office",
  describe: "Who held an office, of which country or body, from when to when",
  example: 'office person:"Ann Example" title:"foreign minister" of:Portugal from:2024-04-02',
  options: [
    { name: "person", describe: "The person's name or id", required: true, suggest: "person" },
    { name: "title", describe: "The office: foreign minister, president, …", required: true },
    { name: "of", describe: "The country or body", required: true, suggest: "actor" },
    { name: "from", describe: "The first day, where it is known" },
    { name: "to", describe: "The last day; empty while it lasts" },
  ],
  needs: "curator",
  run: async ({ fields }, desk, curator) => {
    const person = ownerOf(fields.person ?? "", desk);
    const holder = "id" in person ? entityOf(person.id, desk) : undefined;
    const of = bodyOf(fields.of ?? "", desk);
    const country = "value" in of ? of.value.country : undefined;
    const title = titleOf(fields.title ?? "", country, desk);
    const [from, to] = [limit(fields.from, "from", desk), limit(fields.to, "to", desk)];
    const problems = [
      ...("why" in person ? person.why.map((why) => `person: ${why}`) : []),
      ...("id" in person && holder?.kind !== "person" ? [`person: ${person.name} is not a person.`] : []),
      ...[of, title, from, to].flatMap((read) => ("problems" in read ? read.problems : [])),
      ...("value" in from && "value" in to && from.value && to.value && from.value > to.value
        ? ["to: it ends before it begins."]
        : []),
    ];
    if (
      problems.length > 0 ||
      !("value" in of && "value" in title && "value" in from && "value" in to) ||
      !holder
    )
      return said("Not changed", problems);
    const held: Office = {
      office: title.value.office,
      title: clean(fields.title ?? ""),
      of: of.value.id,
      from: from.value,
      to: to.value,
    };
    const there = holder.offices.some(
      (one) =>
        one.office === held.office && one.of === held.of && one.from === held.from && one.to === held.to,
    );
    if (there) return said("Nothing to change", [`${holder.name} has that office in those days already.`]);
    const draft: Draft = { kind: "office", of: holder.id, name: holder.name, office: held, why: "" };
    const rivals = title.value.unique ? holders(held, holder.id, desk) : [];
    const own = holder.offices.filter((one) => meets(one, held));
    return confirming(
      said(
        "Add this office?",
        [
          `${holder.name}: ${held.title} of ${of.value.name}, ${held.from ?? "from a day unknown"} to ${held.to ?? "now"}.`,
        ],
        [
          ...own.map(
            (one) =>
              `${holder.name} is recorded in it from ${one.from ?? "a day unknown"} to ${one.to ?? "now"} already; this is kept beside that.`,
          ),
          ...rivals.map((name) => `${name} is recorded as its holder in these days too.`),
        ],
      ),
      async (later, now) => done("Office added", await now.write([draft]), later, now),
      curator,
    );
  },
});

type Body = { readonly id: string; readonly name: string; readonly country?: string };

/** Offices name a country by its code, and a body by its id. */
function bodyOf(word: string, desk: Desk): Read<Body> {
  const country = countryNamed(word, desk);
  if (country) return { value: { id: country.code, name: country.name, country: country.code } };
  const owner = ownerOf(word, desk);
  if ("why" in owner) return { problems: owner.why.map((why) => `of: ${why}`) };
  const entity = entityOf(owner.id, desk);
  if (entity?.kind === "country" && entity.country !== undefined)
    return { value: { id: entity.country, name: entity.name, country: entity.country } };
  return entity?.kind === "organisation"
    ? { value: { id: entity.id, name: entity.name } }
    : problem(`of: ${owner.name} is neither a country nor a body.`);
}

function titleOf(word: string, country: string | undefined, { dataset }: Desk): Read<Title> {
  const wanted = fold(word);
  const { titles } = dataset.gazetteer;
  const title = titles.find(({ office: name, words, local }) =>
    [name, ...words, ...(country === undefined ? [] : (local[country] ?? []))].some(
      (one) => fold(one) === wanted,
    ),
  );
  return title
    ? { value: title }
    : problem(
        `title: “${cut(word, 60)}” is no office that is known. Known are: ${titles.map(({ words }) => words[0]).join(", ")}.`,
      );
}

/** A month or year is meant from its first day, or to its last. */
function limit(text: string | undefined, side: "from" | "to", desk: Desk): Read<Day | null> {
  if (text === undefined) return { value: null };
  const read = readWhen(text, desk);
  if ("problems" in read) return { problems: read.problems.map((one) => one.replace(/^when:/, `${side}:`)) };
  return { value: side === "from" ? read.value.start : read.value.end };
}

/** Others who are recorded in the same office in some of the same days. */
function holders(held: Office, but: string, { dataset }: Desk): readonly string[] {
  const people = new Map([
    ...dataset.gazetteer.people.map((one) => [one.id, one] as const),
    ...dataset.entities,
  ]);
  return [...people.values()]
    .filter(({ id, offices }) => id !== but && offices.some((one) => meets(one, held)))
    .map(({ name }) => name);
}

/** Whether two are one office in some of the same days. */
const meets = (one: Office, held: Office): boolean =>
  one.office === held.office &&
  one.of === held.of &&
  (one.to === null || held.from === null || one.to > held.from) &&
  (held.to === null || one.from === null || one.from < held.to);
