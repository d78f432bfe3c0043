// Whether a file names something a second time, and where it did before.

/** Makes a memory of names: answers with the line on which a name stood before. */
export const firstOf = (): ((name: string, line: number) => number | undefined) => {
  const lines = new Map<string, number>()
  return (name, line) => {
    const before = lines.get(name)
    if (before === undefined) lines.set(name, line)
    return before
  }
}
