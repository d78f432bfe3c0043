// G10, the baseline: the same four read models by hand, one loop over the rows in the file's order, JSON.parse and a
// switch; nothing is checked, nothing is frozen. With `filtered` SQL leaves out the types that none of them reads.
import { createRequire } from "node:module"
import { nationalStore } from "../../workload/national.js"
import { emptyModels, fold, foundInModels } from "./by-hand.js"

const { DatabaseSync } = createRequire(new URL("../../../packages/sqlite/package.json", import.meta.url))(
  "@photostructure/sqlite"
)

const read = [
  "RuleSetPublished.v1",
  "SchoolEnrolled.v1",
  "EnrolmentTransferred.v1",
  "AwardAgreed.v1",
  "CohortLaunched.v1",
  "CohortWindowsChanged.v1",
  "CpdAttended.v1",
  "CpdAttendanceCorrected.v1",
  "EnrolmentDeferred.v1",
  "EnrolmentResumed.v1",
  "VisitArranged.v1",
  "VisitHeld.v1",
  "VisitCancelled.v1",
  "EnrolmentWithdrawn.v1",
  "AwardWithheld.v1",
  "ChampionAppointed.v1",
  "ChampionReplaced.v1",
  "CriterionSelfAssessed.v1",
  "CriterionAssessed.v1",
  "JudgementAgreed.v1"
]

export const prepare = async ({ filtered = false, schools }) => {
  const path = await nationalStore(schools)
  const db = new DatabaseSync(path, { readOnly: true })
  const operations = db.prepare("SELECT count(*) AS n FROM events").get().n
  const where = filtered
    ? `WHERE e.type IN (SELECT id FROM event_types WHERE name IN (${read.map((type) => `'${type}'`).join()}))`
    : ""
  const rows = db.prepare(`SELECT e.bytes FROM events e ${where} ORDER BY e.ordinal`)
  let models
  return {
    batch: () => {
      models = emptyModels()
      for (const { bytes } of rows.iterate()) fold(models, JSON.parse(bytes))
    },
    batches: 1,
    operations,
    found: () => foundInModels(models),
    told: () => ({ peakMegabytes: process.resourceUsage().maxRSS / 1024 })
  }
}
