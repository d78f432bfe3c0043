// Hash tiles: 256 hashes of one level in a file. They hold no event, only hashes, and may be public.
import { hashLength, type Hasher } from "../hasher.ts"
import { Malformed } from "../malformed.ts"
import type { Subtrees } from "../merkle/subtrees.ts"
import { nodeHash } from "../merkle/tree-hash.ts"
import { hashTilePlaces, tilePath, tileWidth } from "./tile-path.ts"

/**
 * A file of the log to publish: its `path` under the log's prefix, and its bytes.
 * @example
 * ```ts
 * import { entryBundles, type TileFile } from "@lcqm/ledger"
 * const [file]: Iterable<TileFile> = entryBundles(() => new Uint8Array([7]), 0, 1)
 * file // => { path: "tile/entries/000.p/1", bytes: new Uint8Array([0, 1, 7]) }
 * ```
 */
export interface TileFile {
  readonly path: string
  readonly bytes: Uint8Array
}

// The tree levels in one tile: 2^8 = 256.
const levelsOfTile = 8

/**
 * The hash tiles to publish when a log has grown from `from` to `to` leaves, one by one; from 0, all of them.
 * @throws {@link OutOfRange} unless 0 <= from <= to, both safe integers.
 *
 * Source: C2SP tlog-tiles "Merkle Tree".
 * @example
 * ```ts
 * import { hashTiles, leafHash, subtreesOfLeaves } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const log = subtreesOfLeaves(nodeHasher, (index) => leafHash(nodeHasher, new Uint8Array([index])))
 * Array.from(hashTiles(log, 0, 3), ({ path, bytes }) => [path, bytes.length]) // => [["tile/0/000.p/3", 96]]
 * ```
 */
export const hashTiles = function* (subtrees: Subtrees, from: number, to: number): Generator<TileFile> {
  for (const place of hashTilePlaces(from, to)) {
    const { level, index, width } = place
    const bytes = new Uint8Array(width * hashLength)
    for (let i = 0; i < width; i++) {
      const hash = subtrees.hashAt(Number(level) * levelsOfTile, index * tileWidth + i)
      bytes.set(hash, i * hashLength)
    }
    yield { path: tilePath(place), bytes }
  }
}

/**
 * The hashes of a tile file, 32 bytes each.
 * @throws {@link Malformed} when it is not 1 to 256 whole hashes.
 *
 * Source: C2SP tlog-tiles "Merkle Tree".
 * @example
 * ```ts
 * import { parseHashTile } from "@lcqm/ledger"
 * parseHashTile(new Uint8Array(96)).length // => 3
 * ```
 */
export const parseHashTile = (bytes: Uint8Array): readonly Uint8Array[] => {
  const width = bytes.length / hashLength
  if (!Number.isInteger(width) || width < 1 || width > tileWidth) {
    throw new Malformed("hash tile", "the length", "1 to 256 times 32 bytes", `${bytes.length} bytes`)
  }
  return Array.from({ length: width }, (_, i) => bytes.slice(i * hashLength, (i + 1) * hashLength))
}

/**
 * The subtrees of a log of `size` leaves, read from its hash tiles: `readTile(path)` gives a tile's bytes. Each
 * tile is read once and kept. Nothing is believed by reading it: check the root or a proof made from it.
 * @throws {@link Malformed} from `hashAt`, when a tile has not the width that the size asks for.
 *
 * Source: C2SP tlog-tiles "Merkle Tree".
 * @example
 * ```ts
 * import { inclusionProof, subtreesOfTiles } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const log = subtreesOfTiles(nodeHasher, 3, () => new Uint8Array(96))
 * inclusionProof(nodeHasher, log, 0, 3).length // => 2
 * ```
 */
export const subtreesOfTiles = (
  hasher: Hasher,
  size: number,
  readTile: (path: string) => Uint8Array
): Subtrees => {
  const tiles = new Map<string, readonly Uint8Array[]>()
  const tileAt = (level: number, index: number): readonly Uint8Array[] => {
    const complete = Math.floor(size / tileWidth ** level)
    const width = Math.min(tileWidth, complete - index * tileWidth)
    const path = tilePath({ level, index, width })
    const known = tiles.get(path)
    if (known !== undefined) return known
    const hashes = parseHashTile(readTile(path))
    if (hashes.length !== width) {
      throw new Malformed("hash tile", path, `${width} hashes wide`, `${hashes.length}`)
    }
    tiles.set(path, hashes)
    return hashes
  }
  const hashAt = (level: number, index: number): Uint8Array => {
    if (level % levelsOfTile > 0)
      return nodeHash(hasher, hashAt(level - 1, index * 2), hashAt(level - 1, index * 2 + 1))
    const hash = tileAt(level / levelsOfTile, Math.floor(index / tileWidth))[index % tileWidth]
    if (hash !== undefined) return hash
    throw new Malformed(
      "hash tile",
      `level ${level}`,
      `of a log of ${size} leaves`,
      `asked for subtree ${index}`
    )
  }
  return { hashAt }
}
