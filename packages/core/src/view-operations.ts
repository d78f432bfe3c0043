// What Lcqm answers from read models: as of now from models that are kept and caught up, as at a moment folded anew.
import { Effect } from "effect"
import { criteriaStream, type CriteriaState } from "./criteria/index.ts"
import { schoolStream } from "./enrolment/index.ts"
import type { EventStore, ReadError, Recorded, StreamName } from "./event-store/index.ts"
import {
  type AsAt,
  countsAsAt,
  inMemory,
  project,
  projectedAsAt,
  type Projection,
  type ProjectionFailure,
  projectionsOver,
  type RunningProjection
} from "./projecting/index.ts"
import { type RuleSetState, ruleSetStream } from "./ruleset/index.ts"
import {
  type AreaSummary,
  areaSummary,
  areaSummaryOn,
  type AssessorConsistency,
  assessorJudgements,
  awardRegister,
  boardsOf,
  type CohortBoard,
  type CohortProgress,
  cohortProgress,
  cohortsOf,
  consistencyOf,
  coverageOf,
  type CpdCoverage,
  cpdCoverage,
  criteriaVersion,
  type EvidenceMatrix,
  evidenceMatrix,
  evidenceMatrixOf,
  type FactOutOfDate,
  factsOutOfDate,
  outOfDateIn,
  type RegisteredAward,
  registeredAwards,
  ruleSetVersion,
  type VersionKey,
  type VersionStanding,
  versions,
  versionsOn
} from "./views/index.ts"
import type { FullDate } from "./vocabulary/index.ts"

/** Which school in which scheme. */
export interface SchoolKey {
  readonly scheme: string
  /** The school's URN. */
  readonly school: string
}

/** The views: each as of now, or as at a point in either time. */
export interface ViewOperations {
  /** The award register. */
  readonly register: (asAt?: AsAt) => Effect.Effect<ReadonlyArray<RegisteredAward>, ProjectionFailure>
  /** The cohorts' progress. */
  readonly cohorts: (asAt?: AsAt) => Effect.Effect<ReadonlyArray<CohortProgress>, ProjectionFailure>
  /** The cohorts' boards. */
  readonly boards: (asAt?: AsAt) => Effect.Effect<ReadonlyArray<CohortBoard>, ProjectionFailure>
  /** CPD coverage by school. */
  readonly cpdCoverage: (asAt?: AsAt) => Effect.Effect<ReadonlyArray<CpdCoverage>, ProjectionFailure>
  /** One school's evidence by criterion, how old it is on a day; undefined where nothing is known of the school. */
  readonly evidence: (
    key: SchoolKey,
    on: FullDate,
    asAt?: AsAt
  ) => Effect.Effect<EvidenceMatrix | undefined, ReadError>
  /** How consistently the assessors judge. */
  readonly assessors: (asAt?: AsAt) => Effect.Effect<ReadonlyArray<AssessorConsistency>, ProjectionFailure>
  /** Schools and awards by area, on a day, small numbers suppressed. */
  readonly areas: (
    of: { readonly scheme: string; readonly on: FullDate; readonly threshold?: number },
    asAt?: AsAt
  ) => Effect.Effect<AreaSummary, ProjectionFailure>
  /** Decisions whose facts had changed by the time they were recorded. */
  readonly factsOutOfDate: (asAt?: AsAt) => Effect.Effect<ReadonlyArray<FactOutOfDate>, ProjectionFailure>
  /** Every version of a criteria set and a rule set, as it stands on a day. */
  readonly versions: (
    on: FullDate,
    asAt?: AsAt
  ) => Effect.Effect<ReadonlyArray<VersionStanding>, ProjectionFailure>
  /** What a version of a criteria set has come to; undefined where it was never begun. */
  readonly criteriaVersion: (
    key: VersionKey,
    asAt?: AsAt
  ) => Effect.Effect<CriteriaState | undefined, ReadError>
  /** What a version of a rule set has come to; undefined where it was never published. */
  readonly ruleSetVersion: (
    key: VersionKey,
    asAt?: AsAt
  ) => Effect.Effect<RuleSetState | undefined, ReadError>
}

const isNow = ({ occurred, recorded }: AsAt): boolean => occurred === undefined && recorded === undefined

/** The views over a store. Nothing is read until one is asked for. */
export const viewOperations = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  eventsOf: (stream: StreamName) => Effect.Effect<ReadonlyArray<Recorded>, ReadError>
): Effect.fn.Return<ViewOperations> {
  const { models } = yield* Effect.orDie(
    projectionsOver(store, {
      register: inMemory(awardRegister),
      cohorts: inMemory(cohortProgress),
      coverage: inMemory(cpdCoverage),
      assessors: inMemory(assessorJudgements),
      areas: inMemory(areaSummary),
      facts: inMemory(factsOutOfDate),
      versions: inMemory(versions)
    })
  )
  const asked = <Model, Answer>(
    kept: RunningProjection<Model>,
    projection: Projection<Model>,
    answer: (model: Model) => Answer,
    asAt: AsAt = {}
  ): Effect.Effect<Answer, ProjectionFailure> =>
    isNow(asAt) ? kept.readCaughtUp(answer) : Effect.map(projectedAsAt(store, projection, asAt), answer)

  // Of one version its own stream is enough.
  const inStream = (stream: StreamName, asAt: AsAt = {}) =>
    Effect.map(eventsOf(stream), (events) =>
      project(
        versions,
        events.filter((event) => countsAsAt(event, asAt))
      )
    )

  return {
    register: (asAt) => asked(models.register, awardRegister, registeredAwards, asAt),
    cohorts: (asAt) => asked(models.cohorts, cohortProgress, cohortsOf, asAt),
    boards: (asAt) => asked(models.cohorts, cohortProgress, boardsOf, asAt),
    cpdCoverage: (asAt) => asked(models.coverage, cpdCoverage, coverageOf, asAt),
    // Of one school its own stream and its criteria set's are enough.
    evidence: Effect.fnUntraced(function* (key, on, asAt = {}) {
      const events = (yield* eventsOf(schoolStream(key.scheme, key.school))).filter((event) =>
        countsAsAt(event, asAt)
      )
      const version = project(evidenceMatrix, events).schools.get(schoolStream(key.scheme, key.school))
      const ofSet =
        version?.criteriaSet === undefined
          ? []
          : yield* eventsOf(criteriaStream(key.scheme, version.criteriaSet))
      return evidenceMatrixOf(project(evidenceMatrix, [...ofSet, ...events]), key, on)
    }),
    assessors: (asAt) => asked(models.assessors, assessorJudgements, consistencyOf, asAt),
    areas: (of, asAt) => asked(models.areas, areaSummary, (model) => areaSummaryOn(model, of), asAt),
    factsOutOfDate: (asAt) => asked(models.facts, factsOutOfDate, outOfDateIn, asAt),
    versions: (on, asAt) => asked(models.versions, versions, (model) => versionsOn(model, on), asAt),
    criteriaVersion: (key, asAt) =>
      Effect.map(inStream(criteriaStream(key.scheme, key.version), asAt), (model) =>
        criteriaVersion(model, key)
      ),
    ruleSetVersion: (key, asAt) =>
      Effect.map(inStream(ruleSetStream(key.scheme, key.version), asAt), (model) =>
        ruleSetVersion(model, key)
      )
  }
})
