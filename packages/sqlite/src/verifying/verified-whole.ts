// The verification of a whole file. A large one is first gone through as fast as it can be (verified-pages.ts); where
// that does not come to yes, and for a small one, the rows one by one tell (verifying.ts).
import { type Codec, type CorruptEvent, type StoreFailure, StoreUnavailable } from "@lcqm/core"
import { type CompactRange, emptyRange, rootOf, toHex } from "@lcqm/ledger"
import { Effect, Result } from "effect"
import type { Database } from "../file/database.ts"
import { damageIn } from "./damage.ts"
import { RootsAside } from "./roots-aside.ts"
import { VerifiedPages } from "./verified-pages.ts"
import { Verifying } from "./verifying.ts"

/** Events from which on a file is large: below, starting a thread takes longer than it saves. */
export const eventsOfLargeFile = 8_192

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
  /** Where another connection finds the same file; undefined where none may be opened beside this one, or it is not there. */
  readonly pathOfFile: () => string | undefined
  readonly look: <A>(
    work: () => Result.Result<A, CorruptEvent>
  ) => Effect.Effect<A, CorruptEvent | StoreFailure>
}

const rowByRow = Effect.fnUntraced(function* (
  database: Database,
  verifying: Verifying,
  { codec, look, store }: VerifiedWith
): Effect.fn.Return<Verified, CorruptEvent | StoreFailure> {
  const damage = yield* look(() => Result.succeed(damageIn(database)))
  if (damage !== undefined) {
    const reason = `the file is damaged (${damage}); restore it from a backup`
    yield* new StoreUnavailable({ store, reason, retryable: false })
  }
  for (let tree = emptyRange; ;) {
    const grown: CompactRange = yield* look(() => verifying.step(tree))
    if (grown.size === tree.size) return { events: tree.size, root: toHex(rootOf(codec.hasher, tree)) }
    tree = grown
    yield* Effect.yieldNow
  }
})

const pageByPage = Effect.fnUntraced(function* (
  database: Database,
  verifying: Verifying,
  aside: RootsAside,
  { codec, look }: VerifiedWith
): Effect.fn.Return<Verified | undefined, CorruptEvent | StoreFailure> {
  const pages = yield* look(() => Result.succeed(new VerifiedPages(database, codec)))
  for (let events = 0; !aside.hasFailed;) {
    const page = yield* look(() => {
      const next = pages.next(events)
      return Result.succeed(next === 0 && !verifying.isWhole(events) ? undefined : next)
    })
    if (page === undefined) return undefined
    if (page === 0) {
      const root = yield* Effect.promise(() => aside.rootAfter(events))
      return root === undefined ? undefined : { events, root }
    }
    events += page
    yield* Effect.yieldNow
  }
  return undefined
})

/** What is found where all is well; undefined where something is not, whatever that is. */
const onTwoThreads = (
  database: Database,
  verifying: Verifying,
  {
    events,
    path,
    working
  }: { readonly events: number; readonly path: string; readonly working: VerifiedWith }
): Effect.Effect<Verified | undefined> =>
  Effect.acquireUseRelease(
    Effect.sync(() => {
      const aside = new RootsAside(path)
      // Asked at once, for it has as much to do as is done here.
      void aside.rootAfter(events)
      return aside
    }),
    (aside) => Effect.orElseSucceed(pageByPage(database, verifying, aside, working), () => undefined),
    (aside) => Effect.promise(() => aside.close())
  )

/** Verifies a whole file over a connection, letting others run in between. */
export const verifiedWhole = Effect.fnUntraced(function* (
  database: Database,
  working: VerifiedWith
): Effect.fn.Return<Verified, CorruptEvent | StoreFailure> {
  const verifying = yield* working.look(() => Result.succeed(new Verifying(database, working.codec)))
  const events = yield* working.look(() => Result.succeed(verifying.events()))
  const path = events < eventsOfLargeFile ? undefined : working.pathOfFile()
  const verified =
    path === undefined ? undefined : yield* onTwoThreads(database, verifying, { events, path, working })
  return verified ?? (yield* rowByRow(database, verifying, working))
})
