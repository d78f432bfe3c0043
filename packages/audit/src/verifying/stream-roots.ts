// The roots of a stream's beginnings, each computed once: what bases and stream heads are compared with.
import { appendLeaf, type CompactRange, emptyRange, type Hasher, rootOf, toHex } from "@lcqm/ledger"

/** The RFC 6962 root over the first so many events of a stream, in hexadecimal; undefined where it has fewer. */
export type RootOver = (size: number) => string | undefined

/** The roots of a stream by its leaf hashes. */
export const rootsOver = (hasher: Hasher, leaves: ReadonlyArray<Uint8Array>): RootOver => {
  const ranges: Array<CompactRange> = [emptyRange]
  return (size) => {
    if (size > leaves.length) return undefined
    let range = ranges.at(-1) ?? emptyRange
    for (const leaf of leaves.slice(range.size, size)) {
      range = appendLeaf(hasher, range, leaf)
      ranges.push(range)
    }
    return toHex(rootOf(hasher, ranges[size] ?? emptyRange))
  }
}
