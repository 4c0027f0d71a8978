import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { checkEnvelope, type Shape } from "./envelope.ts";
import { type LedgerSpec, numbersIn } from "./ledger.ts";
import { systemCode } from "./problem.ts";

/**
 * The entries of a ledger in a store's folder that another process may hold. Files are put in place whole, so that
 * each is sound at any moment; nothing is written, moved or locked. Of a file that is damaged its backup is read, as the
 * process that holds it does; where that is none either, its entries are not there. No folder is no entries.
 */
export async function peekLedger<T>(folder: string, spec: LedgerSpec<T>): Promise<readonly T[]> {
  const path = join(folder, spec.name);
  const shape: Shape<readonly T[]> = {
    schema: z.array(spec.schema),
    migrations: (spec.migrations ?? []).map((step) => (data) => (data as unknown[]).map(step)),
  };
  const load = async (file: string) =>
    checkEnvelope<readonly T[]>(JSON.parse(await readFile(file, "utf8")), shape).data;
  const entries: T[] = [];
  for (const number of await numbersOf(path)) {
    const file = join(path, `${String(number).padStart(6, "0")}.json`);
    entries.push(...(await load(file).catch(() => load(`${file}.1`).catch(() => []))));
  }
  return entries;
}

async function numbersOf(path: string): Promise<readonly number[]> {
  try {
    return await numbersIn(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}
