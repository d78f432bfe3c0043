// Entry bundles: the events themselves, up to 256 in a file. For auditors only, never public.
import { Malformed } from "../malformed.ts"
import type { TileFile } from "./hash-tile.ts"
import { entryBundlePlaces, tilePath, tileWidth } from "./tile-path.ts"

// Each entry follows its length in two bytes, big-endian.
const longest = 65_535

/**
 * The bytes of one bundle: 1 to 256 entries of at most 65,535 bytes each.
 * @throws {@link Malformed} on more or fewer entries, or one too long.
 *
 * Source: C2SP tlog-tiles "Log entries".
 * @example
 * ```ts
 * import { entryBundle } from "@lcqm/ledger"
 * entryBundle([new Uint8Array([7]), new Uint8Array([8, 9])]) // => new Uint8Array([0, 1, 7, 0, 2, 8, 9])
 * ```
 */
export const entryBundle = (entries: readonly Uint8Array[]): Uint8Array => {
  if (entries.length < 1 || entries.length > tileWidth) {
    throw new Malformed("entry bundle", "it", `1 to ${tileWidth} entries`, `${entries.length} entries`)
  }
  const bytes = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0))
  let at = 0
  for (const [i, entry] of entries.entries()) {
    if (entry.length > longest) {
      throw new Malformed("entry bundle", `entry ${i}`, `at most ${longest} bytes`, `${entry.length} bytes`)
    }
    bytes.set([entry.length >> 8, entry.length & 255], at)
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}

/**
 * The entries of a bundle, in order.
 * @throws {@link Malformed} when it is cut off, empty, or holds more than 256 entries.
 *
 * Source: C2SP tlog-tiles "Log entries".
 * @example
 * ```ts
 * import { parseEntryBundle } from "@lcqm/ledger"
 * parseEntryBundle(new Uint8Array([0, 1, 7, 0, 2, 8, 9])).length // => 2
 * ```
 */
export const parseEntryBundle = (bytes: Uint8Array): readonly Uint8Array[] => {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const end = at + 2 + (bytes[at]! << 8) + (bytes[at + 1] ?? 0)
    if (end > bytes.length) {
      throw new Malformed("entry bundle", `entry ${entries.length}`, "as long as its length says", "cut off")
    }
    entries.push(bytes.slice(at + 2, end))
    at = end
  }
  if (entries.length >= 1 && entries.length <= tileWidth) return entries
  throw new Malformed("entry bundle", "it", `1 to ${tileWidth} entries`, `${entries.length} entries`)
}

/**
 * The entry bundles to publish when a log has grown from `from` to `to` leaves, one by one; `entryAt(index)`
 * gives the bytes of entry `index`, from 0. They hold the events: give them to auditors only.
 * @throws {@link OutOfRange} unless 0 <= from <= to, both safe integers; {@link Malformed} on too long an entry.
 *
 * Source: C2SP tlog-tiles "Log entries".
 * @example
 * ```ts
 * import { entryBundles } from "@lcqm/ledger"
 * const files = entryBundles((index) => new Uint8Array([index]), 0, 2)
 * Array.from(files, ({ path, bytes }) => [path, bytes.length]) // => [["tile/entries/000.p/2", 6]]
 * ```
 */
export const entryBundles = function* (
  entryAt: (index: number) => Uint8Array,
  from: number,
  to: number
): Generator<TileFile> {
  for (const place of entryBundlePlaces(from, to)) {
    const first = place.index * tileWidth
    const entries = Array.from({ length: place.width }, (_, i) => entryAt(first + i))
    yield { path: tilePath(place), bytes: entryBundle(entries) }
  }
}
