// Prose at a width people can read, broken at spaces. A word longer than a line stays whole: it is an id or a path.

/** No line a person is shown is longer, unless one word is. */
export const lineWidth = 100

/** A line broken at spaces; what follows its first line begins at column `at` (default: two behind its own). */
export const wrapped = (line: string, at?: number): string => {
  if (line.length <= lineWidth) return line
  const own = /^ */.exec(line)?.[0] ?? ""
  const indent = " ".repeat(at ?? own.length + 2)
  const lines: Array<string> = []
  let current = own
  for (const word of line.slice(own.length).split(" ")) {
    const isStart = current.trim() === ""
    if (!isStart && current.length + 1 + word.length > lineWidth) {
      lines.push(current)
      current = `${indent}${word}`
    } else current = isStart ? `${current}${word}` : `${current} ${word}`
  }
  return [...lines, current].join("\n")
}
