import type { Title } from "../../model/entity.ts";
import type { GrowingTable } from "./table.ts";
import { words } from "./words.ts";

/**
 * Reads the office that a role speaks of ("Minister of Foreign Affairs of Ruritania"): the title with the most
 * words in it. A deputy or former holder is none. Gives the office's number in the table, 0 for none.
 */
export function roleReader(titles: readonly Title[], offices: GrowingTable): (role: string) => number {
  const readers = READERS.get(offices) ?? new WeakMap<readonly Title[], (role: string) => number>();
  READERS.set(offices, readers);
  const known = readers.get(titles) ?? newReader(titles, offices);
  readers.set(titles, known);
  return known;
}

/** Each change of people reads roles by the same titles again. */
const READERS = new WeakMap<GrowingTable, WeakMap<readonly Title[], (role: string) => number>>();

function newReader(titles: readonly Title[], offices: GrowingTable): (role: string) => number {
  const phrases = titles
    .flatMap(({ office, words: general, local }) =>
      [...general, ...Object.values(local).flat()].map((phrase) => ({
        office: offices.intern(office),
        phrase: words(phrase).join(" "),
      })),
    )
    .sort((a, b) => b.phrase.length - a.phrase.length);
  const known = new Map<string, number>();
  return (role) => {
    const before = known.get(role);
    if (before !== undefined) return before;
    const folded = ` ${words(role).join(" ")} `;
    const found = phrases.find(({ phrase }) => folded.includes(` ${phrase} `));
    const office = found && !lessened(folded, found.phrase) ? found.office : 0;
    known.set(role, office);
    return office;
  };
}

const LESS = new Set(["deputy", "vice", "former", "ex", "assistant", "first", "shadow", "designate"]);

/** True when the title stands behind a word that makes its bearer another than its holder. */
function lessened(role: string, phrase: string): boolean {
  const lead =
    role
      .slice(0, role.indexOf(` ${phrase} `))
      .trim()
      .split(" ")
      .at(-1) ?? "";
  return LESS.has(lead);
}
