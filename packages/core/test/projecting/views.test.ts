// The views keep the laws of folds on any history: whichever way they come to be, they are what the events make them.
import {
  awardRegister,
  cohortProgress,
  cohortsOf,
  coverageOf,
  cpdCoverage,
  type Recorded,
  registeredAwards
} from "@lcqm/core"
import { anyHistory } from "@lcqm/testing/arbitraries"
import { type FoldSubject, foldFaults } from "@lcqm/testing/projecting"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Counted } from "../properties/counted.ts"
import { emptyStoreLayer } from "../properties/lcqm-over.ts"

const met = new Counted("events folded", ["award-register", "cohort-progress", "cpd-coverage"])

const keepsTheLaws = <Model>(subject: FoldSubject<Model>, events: ReadonlyArray<Recorded>): void => {
  expect(foldFaults(subject, events)).toEqual([])
  const { name, types } = subject.projection
  met.count(name, events.filter(({ type }) => types.has(type)).length)
}

describe("every view keeps J01, J02, J04, and folds whatever is left of a history", () => {
  it("on any history", () => {
    fc.assert(
      fc.property(anyHistory({ store: emptyStoreLayer }), ({ events }) => {
        keepsTheLaws({ projection: awardRegister, seen: registeredAwards }, events)
        keepsTheLaws({ projection: cohortProgress, seen: cohortsOf }, events)
        keepsTheLaws({ projection: cpdCoverage, seen: coverageOf }, events)
      }),
      { numRuns: 20 }
    )
    met.expectEach(20)
  })
})
