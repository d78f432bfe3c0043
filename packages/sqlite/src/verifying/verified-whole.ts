// The verification of a whole file. A large one is first gone through as fast as it can be (verified-pages.ts); where
// that does not come to yes, and for a small one, the rows one by one tell (verifying.ts).
import { type Codec, type CorruptEvent, type StoreFailure, StoreUnavailable } from "@lcqm/core"
import { type CompactRange, emptyRange, rootOf, toHex } from "@lcqm/ledger"
import { Effect, Result } from "effect"
import type { Database } from "../file/database.ts"
import { RootsAside } from "./roots-aside.ts"
import type { AnsweredRoot } from "./roots-thread.ts"
import { VerifiedPages } from "./verified-pages.ts"
import { Verifying } from "./verifying.ts"

/** Events from which on a file is large: below, starting a thread takes longer than it saves. */
export const eventsOfLargeFile = 8_192

// Pages that may wait for the thread: what they hold stays in memory.
const mostPagesAhead = 16

/** What the verification of a whole store found: nothing wrong. */
export interface Verified {
  readonly events: number
  /** The RFC 6962 root over the leaves of all events, 64 hexadecimal digits. */
  readonly root: string
}

/** How the file that is verified is looked at, and what it is called. */
export interface VerifiedWith {
  readonly store: string
  readonly codec: Codec
  readonly look: <A>(
    work: () => Result.Result<A, CorruptEvent>
  ) => Effect.Effect<A, CorruptEvent | StoreFailure>
}

const rowByRow = Effect.fnUntraced(function* (
  verifying: Verifying,
  { codec, look }: VerifiedWith
): Effect.fn.Return<Verified, CorruptEvent | StoreFailure> {
  for (let tree = emptyRange; ;) {
    const grown: CompactRange = yield* look(() => verifying.step(tree))
    if (grown.size === tree.size) return { events: tree.size, root: toHex(rootOf(codec.hasher, tree)) }
    tree = grown
    yield* Effect.yieldNow
  }
})

/** What is found where all is well; undefined where something is not. */
const pageByPage = (
  pages: VerifiedPages,
  verifying: Verifying,
  { look }: VerifiedWith
): Effect.Effect<Verified | undefined, CorruptEvent | StoreFailure> =>
  Effect.acquireUseRelease(
    Effect.sync(() => new RootsAside()),
    Effect.fnUntraced(function* (aside) {
      const ahead: Array<Promise<AnsweredRoot>> = []
      let [events, root]: [number, AnsweredRoot] = [0, undefined]
      for (;;) {
        const page = yield* look(() => {
          const next = pages.next(events)
          return Result.succeed(next?.events === 0 && !verifying.isWhole(events) ? undefined : next)
        })
        if (page === undefined) return undefined
        if (page.events > 0) ahead.push(aside.compared(page))
        events += page.events
        while (ahead.length > (page.events > 0 ? mostPagesAhead : 0)) {
          root = yield* Effect.promise(() => ahead.shift()!)
          if (root === undefined) return undefined
        }
        if (page.events === 0) break
        yield* Effect.yieldNow
      }
      return root === undefined ? undefined : { events, root }
    }),
    (aside) => Effect.promise(() => aside.close())
  )

/** Verifies a whole file over a connection, letting others run in between. */
export const verifiedWhole = Effect.fnUntraced(function* (
  database: Database,
  working: VerifiedWith
): Effect.fn.Return<Verified, CorruptEvent | StoreFailure> {
  const { codec, look, store } = working
  const verifying = yield* look(() => Result.succeed(new Verifying(database, codec)))
  const damage = yield* look(() => Result.succeed(verifying.damage()))
  if (damage !== undefined) {
    const reason = `the file is damaged (${damage}); restore it from a backup`
    yield* new StoreUnavailable({ store, reason, retryable: false })
  }
  if ((yield* look(() => Result.succeed(verifying.events()))) >= eventsOfLargeFile) {
    const pages = yield* look(() => Result.succeed(new VerifiedPages(database, codec)))
    const verified = yield* pageByPage(pages, verifying, working)
    if (verified !== undefined) return verified
  }
  return yield* rowByRow(verifying, working)
})
