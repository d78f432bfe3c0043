// One store's events into another, over the port alone: any two stores, in either direction, again and again until
// it is whole.
import { Effect } from "effect"
import type { EventStore } from "../event-store/index.ts"
import { bringInto, type Copied, type OnCopied } from "./bring.ts"
import type { CopyError } from "./errors.ts"

/** How a copy is made. */
export interface CopyOptions {
  readonly onProgress?: OnCopied
}

/**
 * Copies every event of a store into another, in the source's order: the same bytes, and so the same root. The
 * destination is empty or holds a beginning of the source (as a copy that was interrupted leaves it), else it is
 * refused with StoresPart, which says where the two part, and nothing is written. At the end the whole destination
 * is read, and its count and root compared with what was copied. Takes constant memory.
 * @example
 * ```ts
 * import { codecOf, copyStore, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { makeMemoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const codec = codecOf(lcqmCatalogue, nodeHasher)
 * const copied = await Effect.runPromise(copyStore(makeMemoryStore(codec), makeMemoryStore(codec)))
 * copied.appended // => 0
 * ```
 */
export const copyStore = (
  from: EventStore["Service"],
  to: EventStore["Service"],
  { onProgress }: CopyOptions = {}
): Effect.Effect<Copied, CopyError> =>
  Effect.gen(function* () {
    const { revision } = yield* from.head()
    const source = {
      total: revision === "none" ? 0 : revision + 1,
      all: from.readAll({ asStored: true }),
      behind: ({ position }: { readonly position: string }) =>
        from.readAll({ asStored: true, after: position })
    }
    return yield* bringInto(to, source, onProgress)
  })
