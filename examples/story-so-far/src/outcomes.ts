// What became of the schools, counted from the recorded events alone: shows that a story holds every kind of outcome.
import {
  canBeWithin,
  evidenceWindowOf,
  type LcqmEvent,
  type Level,
  levelTitle,
  type PartialDate,
  personStream,
  project,
  projectionOf,
  rankOf,
  type Recorded,
  type RuleSet,
  schoolOfStream
} from "@lcqm/core"
import { noOutcomes, type OutcomeCounts, type OutcomeKind, outcomeKinds } from "./outcome-kinds.ts"

// What changes how a later event is counted.
type Happening = "further work" | "declined" | "proposal withdrawn" | "visit cancelled"

interface SchoolSeen {
  readonly happened: Set<Happening>
  readonly setAside: Set<string>
  cohort: string
  /** The level of its latest award. */
  level: Level
  deferred: boolean
  renewing: boolean
}

interface Model {
  readonly counts: Record<OutcomeKind, number>
  readonly schools: Map<string, SchoolSeen>
  readonly trainingFrom: Map<string, PartialDate>
  rules: RuleSet | undefined
  /** The streams of those who took on the assessment of a school. */
  readonly taken: Map<string, Array<string>>
  /** Who has declared an interest in which school: the person's stream, a space, the URN. */
  readonly interests: Set<string>
}

const seen = ({ schools }: Model, stream: string): SchoolSeen => {
  const known = schools.get(stream) ?? {
    happened: new Set(),
    setAside: new Set(),
    cohort: "",
    level: "none",
    deferred: false,
    renewing: false
  }
  schools.set(stream, known)
  return known
}

const counting =
  (kind: OutcomeKind) =>
  ({ counts }: Model): void => {
    counts[kind] += 1
  }

const noting =
  (what: Happening) =>
  (model: Model, { stream }: Recorded): void => {
    seen(model, stream).happened.add(what)
  }

// The evidence window opens with the training of the school's cohort, and does not apply where that is not given.
const isBeforeWindow = (model: Model, stream: string, producedOn: PartialDate): boolean => {
  const from = model.trainingFrom.get(seen(model, stream).cohort)
  if (from === undefined || model.rules === undefined) return false
  const window = evidenceWindowOf(model.rules, { windows: { training: { from } } }, { visit: undefined })
  return window !== undefined && !canBeWithin(producedOn, window)
}

const outcomes = projectionOf<Model, LcqmEvent>(
  {
    name: "story-outcomes",
    version: 1,
    empty: () => ({
      counts: { ...noOutcomes },
      schools: new Map(),
      trainingFrom: new Map(),
      rules: undefined,
      taken: new Map(),
      interests: new Set()
    })
  },
  {
    "RuleSetPublished.v1": (model, { data }) => {
      model.rules = data.ruleSet
    },
    "CohortLaunched.v1": ({ trainingFrom }, { data }) => {
      const from = data.windows.training?.from
      if (from !== undefined) trainingFrom.set(data.cohort, from)
    },
    "CpdSessionMoved.v1": counting("CPD session moved"),
    "CpdSessionCancelled.v1": counting("CPD session called off"),
    "CpdAttendanceCorrected.v1": counting("CPD attendance corrected"),
    "InterestDeclared.v1": ({ interests }, { data, stream }) => {
      interests.add(`${stream} ${data.school}`)
    },
    "AssessmentTaken.v1": ({ taken }, { data, stream }) => {
      taken.set(data.school, [...(taken.get(data.school) ?? []), stream])
    },
    "SchoolEnrolled.v1": (model, { data, stream }) => {
      seen(model, stream).cohort = data.cohort
    },
    "EnrolmentDeferred.v1": (model, { stream }) => {
      seen(model, stream).deferred = true
    },
    "EnrolmentResumed.v1": (model, { stream }) => {
      seen(model, stream).deferred = false
      model.counts["deferred and resumed"] += 1
    },
    "EnrolmentTransferred.v1": (model, { data, stream }) => {
      seen(model, stream).cohort = data.to
      model.counts.transferred += 1
    },
    "EnrolmentWithdrawn.v1": counting("withdrawn"),
    "ChampionReplaced.v1": counting("Champion replaced"),
    "EvidenceSubmitted.v1": (model, { data, stream }) => {
      if (isBeforeWindow(model, stream, data.producedOn)) model.counts["evidence out of its window"] += 1
    },
    "EvidenceUnassigned.v1": counting("evidence taken from a criterion"),
    "EvidenceWithdrawn.v1": counting("evidence withdrawn"),
    "EvidenceReviewed.v1": ({ counts }, { data }) => {
      if (data.verdict === "insufficient") counts["evidence insufficient"] += 1
    },
    "CriterionSelfAssessed.v1": (model, { data, stream }) => {
      if ("setAside" in data.judgement) seen(model, stream).setAside.add(data.criterion)
    },
    "SelfAssessmentDeclared.v1": ({ counts }, { data }) => {
      if (data.declared !== data.indicated) counts["other level declared than indicated"] += 1
    },
    "SelfAssessmentReopened.v1": counting("self-assessment reopened"),
    "VisitArranged.v1": (model, { data, stream }) => {
      if (seen(model, stream).happened.has("visit cancelled")) {
        model.counts["visit cancelled and arranged again"] += 1
      }
      const school = schoolOfStream(stream) ?? ""
      const visits = personStream(data.assessor)
      const others = (model.taken.get(school) ?? []).filter((person) => person !== visits)
      if (others.some((person) => model.interests.has(`${person} ${school}`))) {
        model.counts["assessor not external, another asked"] += 1
      }
    },
    "VisitMoved.v1": counting("visit moved"),
    "VisitCancelled.v1": noting("visit cancelled"),
    "JudgementAgreed.v1": (model, { data, stream }) => {
      if ("setAside" in data.judgement) model.counts["criterion set aside by both"] += 1
      else if (seen(model, stream).setAside.has(data.criterion)) {
        model.counts["criterion set aside by the school only"] += 1
      }
      if (data.reason !== undefined) model.counts["judgement agreed though opinions differed"] += 1
    },
    "SecondJudgementAsked.v1": ({ counts }, { data }) => {
      if (data.causes.includes("first assessment")) counts["an assessor's first assessment moderated"] += 1
      if (data.causes.includes("every tenth")) counts["an assessor's tenth assessment moderated"] += 1
      if (data.causes.includes("borderline")) counts["borderline award moderated"] += 1
    },
    "ReviewOpened.v1": ({ counts }, { data }) => {
      if (data.cause === "second judgement") counts["second judgement differed"] += 1
    },
    "ReviewClosed.v1": counting("review opened and closed"),
    "AppealDecided.v1": (model, { data, stream }) => {
      const school = seen(model, stream)
      if (data.outcome === "confirmed") model.counts["decision confirmed on appeal"] += 1
      else if (data.decision === "award withheld") model.counts["award given on appeal"] += 1
      else if (rankOf(data.level) > rankOf(school.level)) model.counts["award raised on appeal"] += 1
      school.level = data.level
    },
    "RenewalBegun.v1": (model, { data, stream }) => {
      const school = seen(model, stream)
      school.cohort = data.cohort
      school.happened.clear()
      school.setAside.clear()
      school.renewing = true
    },
    "EvidenceCarriedForward.v1": counting("evidence carried forward"),
    "ProposalDeclined.v1": noting("declined"),
    "ProposalWithdrawn.v1": noting("proposal withdrawn"),
    "FurtherWorkAsked.v1": noting("further work"),
    "AwardWithheld.v1": (model, { stream }) => {
      const after = seen(model, stream).happened.has("further work")
      model.counts[after ? "withheld after further work" : "withheld"] += 1
    },
    "AwardAgreed.v1": (model, { data, stream }) => {
      const { counts } = model
      const school = seen(model, stream)
      const { happened, renewing } = school
      school.level = data.level
      if (renewing) counts["award renewed"] += 1
      const { advice, indicated, level } = data
      const at = outcomeKinds.find((kind) => kind === `agreed at ${levelTitle(level)}`)
      if (at !== undefined) counts[at] += 1
      if (happened.has("further work")) counts["agreed after further work"] += 1
      if (happened.has("declined")) counts["agreed after a declined proposal"] += 1
      if (happened.has("proposal withdrawn")) counts["agreed after a withdrawn proposal"] += 1
      if (rankOf(level) < rankOf(indicated)) counts["agreed below the indicated level"] += 1
      if (advice.includes("cpdShortfall")) counts["CPD shortfall advised"] += 1
    }
  }
)

/**
 * How often each kind of outcome came about in these events, in the order they were recorded.
 * @example
 * ```ts
 * import { outcomeKinds, storyOutcomes } from "@lcqm/story-so-far"
 * outcomeKinds.filter((kind) => storyOutcomes([])[kind] > 0) // => []
 * ```
 */
export const storyOutcomes = (events: Iterable<Recorded>): OutcomeCounts => {
  const { counts, schools } = project(outcomes, events)
  const deferred = [...schools.values()].filter((school) => school.deferred).length
  return { ...counts, "deferred and not resumed": deferred }
}
