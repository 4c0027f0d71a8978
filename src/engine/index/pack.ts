import type { Section, Sections } from "../../model/snapshot.ts";
import { table } from "./table.ts";
import type { Index, PackedIds } from "./types.ts";

/** What an index is packed as. To be raised whenever the index comes to hold other things. */
export const INDEX_VERSION = "2";

/** An index as named arrays: `participants.entity`, `tables.words`. Tables are lists of texts in JSON. */
export function packIndex({ size, tables, ids, ...rest }: Index): Sections {
  if (!("width" in ids)) throw new Error("only an index without changes is packed");
  const sections: Record<string, Section> = { numbers: Float64Array.of(size, ids.width) };
  for (const [name, { texts }] of Object.entries(tables))
    sections[`tables.${name}`] = new TextEncoder().encode(JSON.stringify(texts));
  const walk = (part: object, path: string): void => {
    for (const [name, value] of Object.entries(part)) {
      if (ArrayBuffer.isView(value)) sections[path + name] = value as Section;
      else if (typeof value === "object") walk(value, `${path}${name}.`);
    }
  };
  walk({ ...rest, ids }, "");
  return sections;
}

/** The inverse, over the very arrays that are given. */
export function unpackIndex({ numbers, ...sections }: Sections): Index {
  const [size = 0, width = 1] = numbers as Float64Array;
  const index: Branch = {};
  for (const [path, section] of Object.entries(sections)) {
    const names = path.split(".");
    const last = names.pop()!;
    let branch = index;
    for (const name of names) {
      branch[name] ??= {};
      branch = branch[name] as Branch;
    }
    branch[last] = names[0] === "tables" ? table(textsIn(section)) : section;
  }
  const { ids, ...rest } = index as unknown as Index;
  return { ...rest, size, ids: { ...(ids as PackedIds), width } };
}

type Branch = { [name: string]: unknown };

function textsIn(section: Section): readonly string[] {
  return JSON.parse(new TextDecoder().decode(section));
}
