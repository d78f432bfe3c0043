// G10: read models in tables, of the whole country, opened again: from nothing to a first answer that is caught up.
import "effect/schema/SchemaJITCompiler/enable"
import { codecOf, lcqmCatalogue, projectionsOver } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { openReadModels, openSqliteStore, tableProjection } from "@lcqm/sqlite"
import { Effect } from "effect"
import { nationalStore } from "../../workload/national.js"

const schoolTables = {
  name: "schools",
  version: 1,
  tables: { schools: "school TEXT PRIMARY KEY, cohort TEXT, level TEXT" }
}

const schoolsByCohort = tableProjection(schoolTables, {
  "SchoolEnrolled.v1": (rows, { data, stream }) =>
    rows.run("INSERT OR REPLACE INTO schools VALUES (?, ?, NULL)", stream, data.cohort),
  "EnrolmentTransferred.v1": (rows, { data, stream }) =>
    rows.run("UPDATE schools SET cohort = ? WHERE school = ?", data.to, stream),
  "AwardAgreed.v1": (rows, { data, stream }) =>
    rows.run("UPDATE schools SET level = ? WHERE school = ?", data.level, stream)
})

const judgedTables = {
  name: "judged",
  version: 1,
  tables: { judged: "criterion TEXT, level TEXT, times INTEGER, PRIMARY KEY (criterion, level)" }
}

const judged = tableProjection(judgedTables, {
  "JudgementAgreed.v1": (rows, { data: { criterion, judgement } }) =>
    rows.run(
      "INSERT INTO judged VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
      criterion,
      "level" in judgement ? judgement.level : "set aside"
    )
})

const awardsNow = (path, options = {}) =>
  Effect.gen(function* () {
    const store = yield* openSqliteStore(codecOf(lcqmCatalogue, nodeHasher), path)
    const file = yield* openReadModels(`${path}-models.db`)
    const models = { schools: file.keep(schoolsByCohort), judged: file.keep(judged) }
    const projections = yield* projectionsOver(store, models, options)
    yield* projections.catchUp
    return yield* projections.models.schools.read(
      (rows) => rows.get("SELECT count(*) AS n FROM schools WHERE level IS NOT NULL").n
    )
  })

export const prepare = async ({ schools }) => {
  const path = await nationalStore(schools)
  const restart = () => Effect.runPromise(Effect.scoped(awardsNow(path)))
  // The first time folds the country, where that has not been done.
  await restart()
  let [awards, milliseconds] = [0, 0]
  return {
    batch: async () => {
      const from = performance.now()
      awards = await restart()
      milliseconds = performance.now() - from
    },
    batches: 2,
    operations: 1,
    found: () => String(awards),
    told: () => ({ milliseconds })
  }
}
