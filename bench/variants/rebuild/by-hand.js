// The four read models of the rebuild by hand: one object of maps and a switch.
import { foundIn } from "./found.js"

/** The models of an empty store. */
export const emptyModels = () => ({
  schools: new Map(),
  cohorts: new Map(),
  rules: new Map(),
  awards: new Map(),
  attendances: new Map(),
  judgements: new Map()
})

/** What the models have come to. */
export const foundInModels = ({ awards, cohorts, judgements, schools }) => {
  const awarded = (cohort) =>
    [...schools.values()].filter((school) => school.cohort === cohort && school.progress === "awarded").length
  return foundIn({
    awards: awards.size,
    cohorts: [...cohorts.values()].map(({ cohort }) => [cohort, awarded(cohort)]),
    coverage: schools.size,
    judgements: [...judgements]
  })
}

const judged = (judgements, set, { criterion, judgement }) => {
  const key = `${set} ${criterion} ${"level" in judgement ? judgement.level : "set aside"}`
  judgements.set(key, (judgements.get(key) ?? 0) + 1)
}

/** Changes the models by an event. */
export const fold = (models, { data, id, metadata, stream, type }) => {
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
