import type { Desk } from "../../../src/bot/index.ts";
import { cut } from "../../../src/bot/words/clean.ts";
import { explain } from "../../../src/bot/words/unclear.ts";
import { type Day, daysInMonth, type Period, type When, whenOf } from "../../../src/model/when.ts";
import { problem, type Read } from "./read.ts";

/** When it was: a day, month, year or span in any words that a question may use, or EDTF. */
export function readWhen(text: string, desk: Desk): Read<When> {
  const evidence = "as given by the person who entered it";
  const edtf = whenOf(text, "stated", evidence);
  if (edtf) return { value: edtf };
  const linked = desk.link({ ask: "events", when: text });
  if (linked.kind === "unclear" && ["no-such-day", "backwards-period"].includes(linked.unclear.problem))
    return problem(`when: ${explain(linked.unclear).join(" ")}`);
  const term = linked.kind === "query" ? linked.query.when : undefined;
  const when = term?.kind === "period" ? whenOf(edtfOf(term), "stated", evidence) : null;
  if (when === null)
    return problem(
      `when: “${cut(text, 60)}” is no day or time. Give it such as 12 May 2023, May 2023 or 2023-05-12.`,
    );
  return { value: when };
}

/** A period as EDTF, as short as it can be said. */
export function edtfOf({ from, to }: Period): string {
  if (from === null || to === null) return `${from ?? ".."}/${to ?? ".."}`;
  if (from === to) return from;
  const month = from.slice(0, 7);
  const [year, number] = month.split("-").map(Number) as [number, number];
  const last = `${month}-${daysInMonth(year, number)}` as Day;
  if (from.endsWith("-01") && to === last) return month;
  if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return `${from}/${to}`;
}
