// The views keep the laws of folds on any history: whichever way they come to be, they are what the events make them.
import {
  areaSummary,
  areaSummaryOn,
  assessorJudgements,
  awardRegister,
  boardsOf,
  cohortProgress,
  cohortsOf,
  consistencyOf,
  coverageOf,
  cpdCoverage,
  evidenceMatrix,
  evidenceMatrixOf,
  type EvidenceModel,
  factsOutOfDate,
  outOfDateIn,
  type Projection,
  type Recorded,
  registeredAwards,
  registerOn,
  schoolOfStream,
  versions,
  versionsOn
} from "@lcqm/core"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { type FoldSubject, foldFaults } from "@lcqm/testing/projecting"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStoreLayer, scheme } from "../properties/lcqm-over.ts"

const on = "2018-06-30"

const matrices = (model: EvidenceModel) =>
  [...model.schools.keys()].map((stream) =>
    evidenceMatrixOf(model, { scheme, school: schoolOfStream(stream) ?? "" }, on)
  )

type Check = (events: ReadonlyArray<Recorded>) => void

const met = new Coverage("events folded", [
  "award-register",
  "cohort-progress",
  "cpd-coverage",
  "evidence-matrix",
  "assessor-judgements",
  "area-summary",
  "facts-out-of-date",
  "versions"
])

const keeps =
  <Model>(projection: Projection<Model>, seen: FoldSubject<Model>["seen"]): Check =>
  (events) => {
    expect(foldFaults({ projection, ...(seen && { seen }) }, events)).toEqual([])
    met.count(projection.name, events.filter(({ type }) => projection.types.has(type)).length)
  }

const views: ReadonlyArray<Check> = [
  keeps(awardRegister, (model) => registerOn(registeredAwards(model), on)),
  keeps(cohortProgress, (model) => [cohortsOf(model), boardsOf(model)]),
  keeps(cpdCoverage, coverageOf),
  keeps(evidenceMatrix, matrices),
  keeps(assessorJudgements, consistencyOf),
  keeps(areaSummary, (model) => [1, 5].map((threshold) => areaSummaryOn(model, { scheme, on, threshold }))),
  keeps(factsOutOfDate, outOfDateIn),
  keeps(versions, (model) => versionsOn(model, on))
]

describe("every view is, at every prefix of a history, what the whole prefix gives (J01, J02, J04, total)", () => {
  it("on any history", () => {
    met.assert(
      20,
      fc.property(anyHistory({ store: emptyStoreLayer }), ({ events }) => {
        for (const check of views) check(events)
      }),
      { numRuns: 20 }
    )
  })
})
