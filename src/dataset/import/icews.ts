import { CAMEO, cameoOfName } from "../../model/cameo.ts";
import { type Day, isDay } from "../../model/when.ts";
import type { Actor, LineReader, LineReading } from "./types.ts";

/**
 * Reads ICEWS in both forms: the four-column research form (subject, relation in words, object, day) and the
 * Dataverse form, whose first line names its columns.
 */
export function icewsReader(): LineReader {
  let columns: Map<string, number> | undefined;
  let width = 0;
  return (line) => {
    if (line.trim() === "") return { kind: "none" };
    const cells = cellsOf(line);
    if (columns === undefined && cells.includes("Event Date")) {
      columns = new Map(cells.map((name, at) => [name.trim(), at]));
      width = cells.length;
      const missing = NEEDED.filter((name) => !columns?.has(name));
      return missing.length > 0 ? problem(`the header lacks ${missing.join(", ")}`) : { kind: "none" };
    }
    if (columns === undefined) return fourColumns(cells);
    if (cells.length !== width) return problem(`${cells.length} columns where the header has ${width}`);
    return dataverse((name) => cells[columns?.get(name) ?? -1]?.trim() ?? "");
  };
}

/** True for a first line of either form. */
export function looksLikeIcews(line: string): boolean {
  const cells = cellsOf(line);
  return cells.includes("Event Date") || (cells.length === 4 && isDay(cells[3]?.trim() ?? ""));
}

/** Some exports have every text in quotation marks. */
const cellsOf = (line: string): readonly string[] =>
  line.includes('"') ? line.split("\t").map(unquoted) : line.split("\t");
const unquoted = (cell: string) =>
  /^\s*"(?:[^"]|"")*"\s*$/.test(cell) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell;

const NEEDED = ["Event Date", "Source Name", "CAMEO Code", "Target Name"];

function fourColumns(cells: readonly string[]): LineReading {
  if (cells.length !== 4) return problem(`${cells.length} columns where four are expected`);
  const [subject = "", relation = "", object = "", day = ""] = cells.map((cell) => cell.trim());
  const code = cameoOfName(relation) ?? (CAMEO.has(relation) ? relation : undefined);
  if (code === undefined) return problem(`no CAMEO relation is called “${relation.slice(0, 80)}”`);
  return coded(day, { name: subject }, { name: object }, code, {});
}

function dataverse(cell: (name: string) => string): LineReading {
  const code = cell("CAMEO Code");
  if (!CAMEO.has(code)) return problem(`no CAMEO code is “${code.slice(0, 20)}”`);
  const publisher = cell("Publisher");
  return coded(
    cell("Event Date"),
    { name: cell("Source Name"), country: cell("Source Country") },
    { name: cell("Target Name"), country: cell("Target Country") },
    code,
    {
      ...(cell("Country") === "" ? {} : { where: { city: cell("City"), country: cell("Country") } }),
      ...(publisher === "" ? {} : { origin: publisher }),
    },
  );
}

function coded(day: string, source: Actor, target: Actor, code: string, more: object): LineReading {
  if (!isDay(day)) return problem(`“${day.slice(0, 30)}” is not a day that exists`);
  if (source.name === "") return problem("the source has no name");
  return {
    kind: "event",
    event: { day: day as Day, source, target: target.name === "" ? null : target, code, ...more },
  };
}

const problem = (why: string): LineReading => ({ kind: "problem", why });
