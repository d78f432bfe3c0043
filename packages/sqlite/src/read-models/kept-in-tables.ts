// A read model in tables of a file, as the runner of projections sees it.
import type { HandlerFailed, BookmarkMismatch, ReadModel, ReadModelStep, StoreFailure } from "@lcqm/core"
import { StoreUnavailable } from "@lcqm/core"
import { Effect, type Scope } from "effect"
import type { Database } from "../file/database.ts"
import { inTransaction } from "../file/opening.ts"
import { Beside } from "./beside.ts"
import { Bookmarks } from "./bookmarks.ts"
import { makeIndexes, makeTables, Register } from "./declaring.ts"
import { fold, type Place } from "./folding.ts"
import type { Lending } from "./lending.ts"
import type { Rows } from "./rows.ts"
import type { TableProjection } from "./table-projection.ts"

/** What keeping read models in a file needs of it. */
export interface File {
  /** What it is called in errors. */
  readonly name: string
  readonly database: Database
  readonly lending: Lending
  /** Does something on the file: waits where others have it, fails once it is closed. */
  readonly touch: <A>(work: () => A) => Effect.Effect<A, StoreFailure>
  /** Opens another connection, for as long as the scope lasts. */
  readonly another: Effect.Effect<Database, StoreFailure, Scope.Scope>
}

/** Keeps a projection's tables in a file. */
export const keptInTables = (file: File, projection: TableProjection): ReadModel<Rows> => {
  const { another, database, lending, name: store, touch } = file
  const { name, types, version } = projection
  const [register, bookmarks] = [new Register(database), new Bookmarks(database)]
  const place: Place = {
    database,
    projection,
    lend: lending.rowsOf(Object.keys(projection.tables)),
    bookmark: () => bookmarks.of(projection),
    move: (to) => bookmarks.set(projection, to)
  }

  // Whether the file holds this very read model; where it holds nothing of the name, it is made, empty.
  const isOurs = (): boolean => {
    if (register.isOf(projection)) return true
    if (register.kept(name) !== undefined) return false
    return inTransaction(database, () => {
      // Whoever comes second finds it made.
      if (register.kept(name) !== undefined) return register.isOf(projection)
      makeTables(database, projection, "main")
      makeIndexes(database, projection, "main")
      register.note(projection)
      return true
    })
  }

  const orFailed = (
    step: Effect.Effect<HandlerFailed | BookmarkMismatch | undefined, StoreFailure>
  ): Effect.Effect<void, HandlerFailed | BookmarkMismatch | StoreFailure> =>
    Effect.flatMap(step, (failure) => (failure === undefined ? Effect.void : Effect.fail(failure)))

  return {
    name,
    version,
    types,
    trusted: touch(isOurs),
    current: {
      bookmark: touch(() => bookmarks.of(projection)),
      step: (step: ReadModelStep) => orFailed(touch(() => fold(place, step)))
    },
    read: (look) =>
      Effect.flatMap(touch(isOurs), (ours) => {
        if (ours) return touch(() => inReading(database, () => lending.rowsToRead(look)))
        const kept = register.kept(name)?.version ?? "none"
        const reason = `it holds version ${kept} of the read model ${name}, and version ${version} is not built yet`
        return Effect.fail(new StoreUnavailable({ store, reason, retryable: true }))
      }),
    beside: Effect.gen(function* () {
      const connection = yield* another
      const beside = yield* touch(() => new Beside(connection, projection))
      return {
        bookmark: Effect.sync(() => beside.bookmark),
        step: (step: ReadModelStep) => orFailed(touch(() => beside.step(step))),
        publish: Effect.flatMap(
          touch(() => beside.publish()),
          (failure) => (failure === undefined ? Effect.void : Effect.fail(failure))
        )
      }
    })
  }
}

// One look sees one state, however many statements it takes and whoever writes meanwhile.
const inReading = <A>(database: Database, look: () => A): A => {
  database.exec("BEGIN")
  try {
    return look()
  } finally {
    database.exec("COMMIT")
  }
}
