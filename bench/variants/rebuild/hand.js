// G10, the baseline: the same four read models by hand, one loop over the rows in the file's order, JSON.parse and a
// switch; nothing is checked, nothing is frozen. With `filtered` SQL leaves out the types that none of them reads.
import { createRequire } from "node:module"
import { nationalStore } from "../../workload/national.js"
import { foundIn } from "./found.js"

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
      models = {
        schools: new Map(),
        cohorts: new Map(),
        rules: new Map(),
        awards: new Map(),
        attendances: new Map(),
        judgements: new Map()
      }
      for (const { bytes } of rows.iterate()) fold(models, JSON.parse(bytes))
    },
    batches: 1,
    operations,
    found: () => {
      const awarded = (cohort) =>
        [...models.schools.values()].filter(
          (school) => school.cohort === cohort && school.progress === "awarded"
        ).length
      return foundIn({
        awards: models.awards.size,
        cohorts: [...models.cohorts.values()].map(({ cohort }) => [cohort, awarded(cohort)]),
        coverage: models.schools.size,
        judgements: [...models.judgements]
      })
    },
    told: () => ({ peakMegabytes: process.resourceUsage().maxRSS / 1024 })
  }
}

const judged = (judgements, set, { criterion, judgement }) => {
  const key = `${set} ${criterion} ${"level" in judgement ? judgement.level : "set aside"}`
  judgements.set(key, (judgements.get(key) ?? 0) + 1)
}

const fold = (models, { data, id, metadata, stream, type }) => {
  const { attendances, awards, cohorts, judgements, rules, schools } = models
  switch (type) {
    case "RuleSetPublished.v1":
      return rules.set(`${data.scheme} ${data.ruleSet.version}`, data.ruleSet.validityMonths)
    case "CohortLaunched.v1":
      return cohorts.set(stream, data)
    case "CohortWindowsChanged.v1": {
      const cohort = cohorts.get(stream)
      return cohort && cohorts.set(stream, { ...cohort, windows: data.windows })
    }
    case "SchoolEnrolled.v1":
      return schools.set(stream, {
        scheme: data.scheme,
        cohort: data.cohort,
        phase: data.phase,
        ruleSet: data.ruleSet.version,
        champion: undefined,
        progress: "planned",
        deferred: false,
        attended: undefined
      })
    case "CpdAttended.v1": {
      const school = schools.get(`school-${data.scheme}-${data.school}`)
      attendances.set(id, { person: data.person, scheme: data.scheme, session: data.session, school })
      if (school) (school.attended ??= new Set()).add(id)
      return
    }
    case "CpdAttendanceCorrected.v1": {
      attendances.get(data.corrects)?.school?.attended?.delete(data.corrects)
      return attendances.delete(data.corrects)
    }
    case "CriterionSelfAssessed.v1":
      return judged(judgements, "self", data)
    case "CriterionAssessed.v1":
      return judged(judgements, "assessor", data)
    case "JudgementAgreed.v1":
      return judged(judgements, "agreed", data)
  }
  const school = schools.get(stream)
  if (school === undefined) return
  switch (type) {
    case "EnrolmentTransferred.v1":
      school.cohort = data.to
      return
    case "EnrolmentDeferred.v1":
      school.deferred = true
      return
    case "EnrolmentResumed.v1":
      school.deferred = false
      return
    case "ChampionAppointed.v1":
    case "ChampionReplaced.v1":
      school.champion = data.champion
      return
    case "VisitArranged.v1":
    case "VisitHeld.v1":
      school.progress = "assessing"
      return
    case "VisitCancelled.v1":
      school.progress = "planned"
      return
    case "EnrolmentWithdrawn.v1":
      school.progress = "withdrawn"
      return
    case "AwardWithheld.v1":
      school.progress = "withheld"
      return
    case "AwardAgreed.v1":
      school.progress = "awarded"
      awards.set(stream, {
        scheme: school.scheme,
        phase: school.phase,
        cohort: school.cohort,
        level: data.level,
        indicated: data.indicated,
        agreedOn: metadata.occurredOn,
        event: id,
        ruleSet: data.basis.ruleSet
      })
  }
}
