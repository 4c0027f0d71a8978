import { z } from "zod";

/** What every file holds: its schema's version beside its data. */
export type Envelope<T> = { readonly version: number; readonly data: T };

export type Shape<T> = {
  readonly schema: z.ZodType<T>;
  /** `migrations[n]` turns data of version n + 1 into version n + 2; the newest version is one more than their number. */
  readonly migrations?: readonly ((data: unknown) => unknown)[];
};

const envelope = z.object({ version: z.number().int().positive(), data: z.unknown() });

export const versionOf = <T>({ migrations = [] }: Shape<T>): number => migrations.length + 1;

/** Parsed JSON as an envelope of the newest version; throws in words why it is none. */
export function checkEnvelope<T>(json: unknown, shape: Shape<T>): Envelope<T> {
  const version = versionOf(shape);
  const outer = envelope.safeParse(json);
  if (!outer.success) throw new Error("it is not a file of this program");
  if (outer.data.version > version)
    throw new Error(`it is of version ${outer.data.version}, written by a newer program than this one`);
  const steps = (shape.migrations ?? []).slice(outer.data.version - 1);
  const data = shape.schema.safeParse(steps.reduce((value, step) => step(value), outer.data.data));
  if (!data.success) throw new Error(`its data do not fit: ${z.prettifyError(data.error)}`);
  return { version, data: data.data };
}
