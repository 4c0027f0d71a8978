/** What a field was read as, with what the person should know of it; or every reason why it can't be. */
export type Read<T> =
  | { readonly value: T; readonly notes?: readonly string[] }
  | { readonly problems: readonly string[] };

export const problem = (text: string): { readonly problems: readonly string[] } => ({ problems: [text] });

/** Many reads as one: every problem of all of them, or all the values with their notes. */
export function together<T>(reads: readonly Read<T>[]): Read<readonly T[]> {
  const problems = reads.flatMap((read) => ("problems" in read ? read.problems : []));
  if (problems.length > 0) return { problems };
  const notes = reads.flatMap((read) => ("value" in read ? (read.notes ?? []) : []));
  return { value: reads.flatMap((read) => ("value" in read ? [read.value] : [])), notes };
}
