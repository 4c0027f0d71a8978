import type { Collection, CollectionSpec, Ledger, LedgerSpec } from "../../../src/store/index.ts";

/** What outlives a process. */
export type Disk = { readonly files: Map<string, unknown>; readonly ledgers: Map<string, unknown[]> };

export const emptyDisk = (): Disk => ({ files: new Map(), ledgers: new Map() });

/** A store in memory over a disk. `step` is called before and after each write, and may end the process there. */
export function storeOn(disk: Disk, step: () => Promise<void>) {
  return {
    problems: () => [] as readonly string[],
    async openCollection<T>(spec: CollectionSpec<T>): Promise<Collection<T>> {
      const read = () => (disk.files.has(spec.name) ? (disk.files.get(spec.name) as T) : spec.empty);
      return {
        read,
        readOnly: () => false,
        accept: async () => {},
        purge: async () => {},
        async change(alter) {
          await step();
          const draft = structuredClone(read());
          disk.files.set(spec.name, spec.schema.parse(alter(draft) ?? draft));
          await step();
        },
      };
    },
    async openLedger<T>(spec: LedgerSpec<T>): Promise<Ledger<T>> {
      const lines = (disk.ledgers.get(spec.name) ?? []) as T[];
      disk.ledgers.set(spec.name, lines);
      return {
        entries: () => lines,
        accept: async () => {},
        trim: async () => {},
        remove: async () => {},
        async append(entry) {
          await step();
          lines.push(spec.schema.parse(structuredClone(entry)));
          await step();
        },
      };
    },
  };
}
