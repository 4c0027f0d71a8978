import type { Curator, Desk, Draft, Way } from "../../src/bot/index.ts";
import { formOf } from "../../src/bot/refuse.ts";
import { webLink } from "../../src/chat/plain.ts";
import type { Reply } from "../../src/chat/reply.ts";
import type { Upload } from "../../src/chat/request.ts";
import type { Document } from "../../src/model/dataset.ts";
import type { Fields } from "../../src/model/engine.ts";
import type { Event } from "../../src/model/event.ts";
import { type Day, isDay } from "../../src/model/when.ts";
import { dateWords } from "../reply/dates.ts";
import { lookAlikes } from "./alike.ts";
import { approving } from "./approve.ts";
import { adminCommand, CANCEL, type Choice, offering, said } from "./command.ts";
import { readWhen } from "./facts/when.ts";
import { nextOf } from "./review.ts";
import { lines } from "./show.ts";

const entry = {
  group: "briefadmin",
  name: "document",
  describe: "Bring a text: what it tells is read, and you accept, edit or reject it",
  example: 'document title:"Harbour talks" publisher:"Coast Daily" date:2024-02-01 text:"…"',
  options: [
    { name: "file", describe: "A text file (UTF-8, up to 5 MB)", type: "file" },
    { name: "text", describe: "Or the text itself, pasted", long: true },
    { name: "title", describe: "Its title, where the text does not say" },
    { name: "publisher", describe: "Who published it" },
    { name: "date", describe: "The day that it was published: 2024-02-01" },
    { name: "link", describe: "Where it stands on the web (kept as a citation, never fetched)" },
  ],
} as const;

/** So many of the events that were found are shown before they are decided on one by one. */
const SHOWN = 10;

export const document = adminCommand({
  ...entry,
  needs: "curator",
  run: async ({ fields, upload }, desk, curator) => {
    const { text } = fields;
    if (upload === undefined && text === undefined) {
      const { platform } = desk.asker;
      const how =
        platform === "console" ? "Name a text file by its path (file:./talks.txt)" : "Attach a text file";
      const lead = `${how}, or paste the text; its title, publisher, date and link are what answers cite.`;
      return { ...said("Bring a document", [lead]), form: formOf(entry, fields) };
    }
    const given = readGiven(fields, desk);
    if ("problems" in given) return { ...said("Not taken yet", given.problems), form: formOf(entry, fields) };
    const raw: Upload = upload ?? { name: "pasted.txt", bytes: new TextEncoder().encode(text) };
    return whenRead(curator.bring({ file: fileName(raw.name), bytes: raw.bytes, given }), desk, curator);
  },
});

/** Platforms give an answer up after ten seconds; a long document takes longer. */
const PATIENCE_MS = 7_000;

async function whenRead(reading: ReturnType<Curator["bring"]>, desk: Desk, curator: Curator): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  const brought = await Promise.race([reading, late]).finally(() => clearTimeout(timer));
  switch (brought?.kind) {
    case undefined: {
      const way: Way = (later, now) => whenRead(reading, later, now);
      const look: Choice = { verb: "look", label: "Look again", style: "primary", way };
      return offering(
        said("Still reading", ["It is a long document, and is being read."]),
        [look, CANCEL],
        curator,
      );
    }
    case "refused":
      return said("Not taken", [`The document was not taken: ${brought.why}. Nothing was changed.`]);
    case "known":
      return said("Known already", [
        `The dataset has this very text already: ${brought.document.id}, “${brought.document.title}”.`,
      ]);
    case "read":
      return taking(brought.document, brought.text, brought.found, brought.notes, desk, curator);
  }
}

type Given = {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: Day;
  readonly url?: string;
};

function readGiven(fields: Fields, desk: Desk): Given | { readonly problems: readonly string[] } {
  const { title, publisher, date, link } = fields;
  const when = date === undefined ? undefined : readWhen(date, desk);
  const url = link === undefined ? undefined : webLink(link);
  const problems = [
    ...(when && "problems" in when ? when.problems.map((one) => one.replace(/^when:/, "date:")) : []),
    ...(when && "value" in when && !isDay(when.value.edtf)
      ? ["date: give the day itself, such as 2024-02-01."]
      : []),
    ...(link !== undefined && url === undefined ? ["link: only http and https links are taken."] : []),
  ];
  if (problems.length > 0) return { problems };
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(when && "value" in when && { published: when.value.edtf as Day }),
    ...(url !== undefined && { url }),
  };
}

/** Foreign file names are for showing only: letters, digits, dots and hyphens. */
const fileName = (name: string) =>
  name
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+/, "")
    .slice(-80) || "document.txt";

/** What was found, and what to do with it. */
function taking(
  one: Document,
  text: string,
  found: readonly Event[],
  notes: readonly string[],
  desk: Desk,
  curator: Curator,
): Reply {
  const sure = found.filter(
    (event) => event.confidence.band !== "low" && lookAlikes(event, desk).length === 0,
  );
  const shown = lines(found.slice(0, SHOWN), desk, [one]);
  const items = shown.items.map((item, at) => ({ ...item, heading: headingOf(found[at]!, sure) }));
  const draft: Draft = { kind: "document", document: one, found, why: "" };
  const texts = new Map([[one.id, text]]);
  const take: Way = async (later, now) => {
    await now.write([draft], texts);
    if (found.length === 0) return said("Taken", [`${one.id} is in the dataset; nothing was found in it.`]);
    return nextOf(
      one.id,
      [`${one.id} is in the dataset. What it tells enters answers when you approve it.`],
      later,
      now,
    );
  };
  const takeAll: Way = async (later, now) => {
    await now.write([draft, ...sure.map((event) => approving(event, { [one.id]: one.sha256 }))], texts);
    const count = sure.length === 1 ? "1 event" : `${sure.length} events`;
    return nextOf(
      one.id,
      [`${one.id} is in the dataset, and ${count} with it: every answer shows them from now on.`],
      later,
      now,
    );
  };
  const choices: readonly Choice[] = [
    ...(sure.length > 0
      ? [{ verb: "all", label: `Take it, accept ${sure.length}`, style: "primary" as const, way: takeAll }]
      : []),
    { verb: "take", label: found.length > 0 ? "Take it, look at each" : "Take it", way: take },
    CANCEL,
  ];
  const left = found.length - items.length;
  const reply: Reply = {
    title: "Take this document?",
    fields: [
      { name: "Title", value: one.title },
      { name: "Publisher", value: one.publisher ?? "not known" },
      {
        name: "Published",
        value: one.published === null ? "undated" : dateWords(one.published, desk.asker.locale),
      },
      ...(one.url ? [{ name: "Link", value: one.url }] : []),
      { name: "Events found", value: String(found.length) },
    ],
    ...(items.length > 0 && { items, sources: shown.sources }),
    notes: [
      ...notes.map((note) => `${note}.`),
      ...(left > 0 ? [`${left} more are found, and shown one by one.`] : []),
    ],
    audience: "private",
  };
  return offering(reply, choices, curator);
}

function headingOf(event: Event, sure: readonly Event[]): string {
  if (sure.includes(event)) return "Found";
  return event.confidence.band === "low"
    ? "Found, uncertain: for review"
    : "Found, may be recorded already: for review";
}
