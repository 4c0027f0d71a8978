import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { checkEnvelope, type Shape } from "./envelope.ts";
import { type LedgerSpec, numbersIn } from "./ledger.ts";
import { systemCode } from "./problem.ts";

/**
 * The entries of a ledger in a store's folder that another process may hold. Files are put in place whole, so that
 * each is sound at any moment; nothing is written, moved or locked. No folder is no entries; throws an Error that names
 * a damaged file.
 */
export async function peekLedger<T>(folder: string, spec: LedgerSpec<T>): Promise<readonly T[]> {
  const path = join(folder, spec.name);
  const shape: Shape<readonly T[]> = {
    schema: z.array(spec.schema),
    migrations: (spec.migrations ?? []).map((step) => (data) => (data as unknown[]).map(step)),
  };
  const entries: T[] = [];
  for (const number of await numbersOf(path)) {
    const file = join(path, `${String(number).padStart(6, "0")}.json`);
    try {
      entries.push(...checkEnvelope<readonly T[]>(JSON.parse(await readFile(file, "utf8")), shape).data);
    } catch (error) {
      throw new Error(`${file} could not be used: ${(error as Error).message}`, { cause: error });
    }
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
