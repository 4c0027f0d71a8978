/** What could not be written, in a sentence with the way out; undefined for any other error. */
export function diskTrouble(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^E[A-Z]+$/.test(code)
    ? `It could not be written to the disk (${code}). Whoever runs the bot has to make room there, or make the folder writable; then give the command again.`
    : undefined;
}
