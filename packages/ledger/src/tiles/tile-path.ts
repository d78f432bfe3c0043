// Where a tile lies, and which tiles a log of some size has: the geometry of tlog-tiles, without any bytes.
import { OutOfRange } from "../merkle/out-of-range.ts"

/**
 * Hashes in a full tile, and entries in a full bundle.
 * @example
 * ```ts
 * import { tileWidth } from "@lcqm/ledger"
 * tileWidth // => 256
 * ```
 */
export const tileWidth = 256

/**
 * The place of a tile: `level` 0 holds leaf hashes, each higher level the roots of full tiles below; `index` from
 * 0 along the level; `width`, 1 to 256 hashes, 256 when full. For an entry bundle the level is "entries".
 * @example
 * ```ts
 * import { tilePath, type TilePlace } from "@lcqm/ledger"
 * const place: TilePlace = { level: 1, index: 0, width: 17 }
 * tilePath(place) // => "tile/1/000.p/17"
 * ```
 */
export interface TilePlace {
  readonly level: number | "entries"
  readonly index: number
  readonly width: number
}

/**
 * The path of a tile under the log's prefix, for a file or a URL.
 *
 * Source: C2SP tlog-tiles "Merkle Tree" and "Log entries".
 * @example
 * ```ts
 * import { tilePath } from "@lcqm/ledger"
 * tilePath({ level: 0, index: 1234067, width: 256 }) // => "tile/0/x001/x234/067"
 * tilePath({ level: "entries", index: 0, width: 3 }) // => "tile/entries/000.p/3"
 * ```
 */
export const tilePath = ({ level, index, width }: TilePlace): string => {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0")
  const parts = padded.match(/.{3}/g) ?? []
  const folders = parts.map((part, i) => (i === parts.length - 1 ? part : `x${part}`)).join("/")
  return `tile/${level}/${folders}${width === tileWidth ? "" : `.p/${width}`}`
}

const checkGrowing = (from: number, to: number): void => {
  if (Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to) return
  throw new OutOfRange("growth of a log", "0 <= from <= to", `from size ${from} to size ${to}`)
}

// Hashes complete at `span` leaves each: the tiles of one level that are new or wider since `from`.
const placesOfLevel = function* (
  level: TilePlace["level"],
  span: number,
  from: number,
  to: number
): Generator<TilePlace> {
  const [before, now] = [Math.floor(from / span), Math.floor(to / span)]
  if (before === now) return
  for (let index = Math.floor(before / tileWidth); index * tileWidth < now; index++) {
    yield { level, index, width: Math.min(tileWidth, now - index * tileWidth) }
  }
}

/**
 * The hash tiles to publish when a log has grown from `from` to `to` leaves, lowest level first: those that are
 * new, or wider than before. From 0: all the tiles of the log. What was published before stays as it is.
 * @throws {@link OutOfRange} unless 0 <= from <= to, both safe integers.
 *
 * Source: C2SP tlog-tiles "Merkle Tree" and "Partial Tiles".
 * @example
 * ```ts
 * import { hashTilePlaces, tilePath } from "@lcqm/ledger"
 * Array.from(hashTilePlaces(255, 257), tilePath) // => ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]
 * ```
 */
export const hashTilePlaces = function* (from: number, to: number): Generator<TilePlace> {
  checkGrowing(from, to)
  for (let level = 0, span = 1; span <= to; level++, span *= tileWidth)
    yield* placesOfLevel(level, span, from, to)
}

/**
 * The entry bundles to publish when a log has grown from `from` to `to` leaves.
 * @throws {@link OutOfRange} unless 0 <= from <= to, both safe integers.
 *
 * Source: C2SP tlog-tiles "Log entries".
 * @example
 * ```ts
 * import { entryBundlePlaces, tilePath } from "@lcqm/ledger"
 * Array.from(entryBundlePlaces(3, 258), tilePath) // => ["tile/entries/000", "tile/entries/001.p/2"]
 * ```
 */
export const entryBundlePlaces = function* (from: number, to: number): Generator<TilePlace> {
  checkGrowing(from, to)
  yield* placesOfLevel("entries", 1, from, to)
}
