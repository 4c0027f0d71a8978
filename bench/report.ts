import type { Measured, Timed } from "./measure.ts";

export type Result = Measured & { readonly briefings?: Readonly<Record<string, Timed>> };

/** The table of all engines, how many times slower the others are, and whether all agree. */
export function report(results: ReadonlyMap<string, Result>): void {
  const kinds = Object.keys([...results.values()][0]?.finds ?? {});
  const cell = ({ p50, p99 }: Timed) => `${p50.toFixed(3)} / ${p99.toFixed(2)}`.padEnd(18);
  const head = [...kinds, "name with a typo"].map((kind) => kind.padEnd(18)).join("");
  console.log(`\np50 / p99, ms          ${head}ready    memory`);
  for (const [name, { finds, names, ready, memory }] of results)
    console.log(
      `${name.padEnd(22)} ${kinds.map((kind) => (finds[kind]!.answers.length > 0 ? cell(finds[kind]!) : "–".padEnd(18))).join("")}${cell(names)}${seconds(ready).padEnd(8)} ${Math.round(memory / 1e6)} MB`,
    );
  const ours = results.get("attaché");
  if (ours?.briefings)
    console.log(
      `${"whole briefings".padEnd(22)} ${kinds.map((kind) => cell(ours.briefings![kind]!)).join("")}`,
    );
  for (const [name, other] of results)
    if (ours && name !== "attaché")
      console.log(
        `${`${name}, times ours`.padEnd(22)} ${kinds.map((kind) => ratio(other.finds[kind]!, ours.finds[kind]!)).join("")}${ratio(other.names, ours.names)}`,
      );
  console.log(
    `names found: ${[...results].map(([name, { names }]) => `${name} ${(100 * names.found).toFixed(0)} %`).join(", ")}`,
  );
  compare(results, kinds);
}

const ratio = (other: Timed, own: Timed) => `${(other.p50 / own.p50).toFixed(1)}×`.padEnd(18);
export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** Every count, and the newest 20, against the scan's. */
function compare(results: ReadonlyMap<string, Result>, kinds: readonly string[]): void {
  const yardstick = results.get("scan");
  if (!yardstick) return;
  for (const [name, { finds }] of results) {
    if (name === "scan") continue;
    let same = 0;
    let all = 0;
    for (const kind of kinds)
      for (const [i, answer] of yardstick.finds[kind]!.answers.entries()) {
        const other = finds[kind]!.answers[i];
        if (!other) continue;
        all++;
        if (JSON.stringify(other) === JSON.stringify(answer)) same++;
      }
    console.log(`${name}: ${same} of ${all} answers are the scan's, count and newest 20`);
    if (same < all) process.exitCode = 1;
  }
}
