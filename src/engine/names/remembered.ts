/** So many answers are kept; then all are forgotten. */
const MOST = 10_000;

/** What `find` finds, kept for when it is asked again: most words of a question were in one before. */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= MOST) known.clear();
    const fresh = find(text);
    known.set(text, fresh);
    return fresh;
  };
}
