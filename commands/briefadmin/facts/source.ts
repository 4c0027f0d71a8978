import { hash } from "node:crypto";
import type { Desk } from "../../../src/bot/index.ts";
import { cut } from "../../../src/bot/words/clean.ts";
import { webLink } from "../../../src/chat/plain.ts";
import type { Document } from "../../../src/model/dataset.ts";
import { type SourceSpan, WHOLE } from "../../../src/model/event.ts";
import { problem, type Read } from "./read.ts";
import { readWhen } from "./when.ts";

/** A citation, and its document where the dataset does not have it yet. */
export type Cited = { readonly source: SourceSpan; readonly document?: Document };

/**
 * What an entry stands on: a document of the dataset (id, file, or words of its title), with “paragraph 4” behind it
 * where it is known; or a link with title, publisher and date before it: `Title, Publisher, 2023-05-02 https://…`.
 * A link is kept as a citation and never fetched.
 */
export function readSource(text: string, desk: Desk): Read<Cited> {
  const [, words = text, number] = /^(.*?),?\s*\b(?:paragraph|para\.?|p\.)\s*(\d{1,5})$/is.exec(text) ?? [];
  const paragraph = Math.max(1, Number(number ?? 1));
  const scheme = /\b[a-z][a-z0-9+.-]*:\S+/i.exec(words);
  if (scheme !== null) return link(words, scheme[0], paragraph, desk);
  const linked = desk.link({ ask: "events", source: words });
  const { documents } = desk.dataset.manifest;
  if (/^D-[0-9a-z]+$/i.test(words) && !documents.some(({ id }) => id === words))
    return problem(`source: there is no document ${cut(words, 20)}. “coverage” lists those there are.`);
  if (linked.kind === "which") {
    const ids = linked.which.choices.slice(0, 5).map((one) => `${one.id} is “${cut(one.name, 60)}”`);
    return problem(`source: “${cut(words, 60)}” fits several documents: ${ids.join(", ")}. Write the id.`);
  }
  const id = linked.kind === "query" ? linked.query.source : undefined;
  if (id === undefined)
    return problem(
      `source: “${cut(words, 60)}” is neither a document of the dataset nor a link. Give a link (https://…), or bring the document first with “briefadmin document”.`,
    );
  const title = documents.find((one) => one.id === id)?.title ?? id;
  return {
    value: { source: { document: id, paragraph, span: WHOLE, origin: id } },
    notes: words === id ? [] : [`“${cut(words, 60)}” was taken as ${id}, “${cut(title, 80)}”.`],
  };
}

function link(text: string, typed: string, paragraph: number, desk: Desk): Read<Cited> {
  const url = webLink(typed.replace(/[),.;]+$/, ""));
  if (url === undefined)
    return problem(
      `source: “${cut(typed, 60)}” is no link to cite. Only http and https are taken, without a password.`,
    );
  const { documents } = desk.dataset.manifest;
  const known = documents.find((document) => document.url === url);
  const sha256 = hash("sha256", url, "hex");
  let id = `D-${sha256.slice(0, 6)}`;
  for (let more = 7; documents.some((one) => one.id === id && one.sha256 !== sha256); more++)
    id = `D-${sha256.slice(0, more)}`;
  const pieces = text
    .replace(typed, "")
    .split(/[|,]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const dated = pieces.find((piece) => dayOf(piece, desk) !== null);
  const published = dated === undefined ? null : dayOf(dated, desk);
  const [title, publisher] = pieces.filter((piece) => piece !== dated);
  const { host } = new URL(url);
  const cited: Document = known ?? {
    id,
    file: "cited",
    title: title ?? host,
    publisher: publisher ?? (title === undefined ? null : host),
    published,
    url,
    sha256,
  };
  const source: SourceSpan = { document: cited.id, paragraph, span: WHOLE, origin: cited.id };
  return { value: known ? { source } : { source, document: cited } };
}

/** A piece that is a date, as EDTF. */
function dayOf(piece: string, desk: Desk): string | null {
  if (!/\b\d{4}\b/.test(piece) || piece.length > 20) return null;
  const read = readWhen(piece, desk);
  return "value" in read ? read.value.edtf : null;
}
