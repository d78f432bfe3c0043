// An as-at on two clocks leaves events out, so folds and views are total: on any subset of a history, in any
// order, with events twice.
import { Coverage } from "@lcqm/testing/arbitraries"
import {
  awardRegister,
  cohortProgress,
  cohortsOf,
  coverageOf,
  cpdCoverage,
  directoryOf,
  type EnrolmentEvent,
  journeyOf,
  networkCoverageOf,
  networkCpdCoverage,
  networks,
  networksOf,
  project,
  type Recorded,
  registeredAwards,
  schoolOfStream
} from "@lcqm/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyDisorder, statesOf, ways } from "./disorder.ts"
import { byStream, scheme } from "./lcqm-over.ts"

describe("on any part of a history, in any order", () => {
  it("every fold and every view gives an answer", () => {
    const met = new Coverage("parts of histories", [...ways, "an event whose predecessor is missing"])
    met.assert(
      2,
      fc.property(anyDisorder, ([, { events, how }]) => {
        statesOf(events)
        registeredAwards(project(awardRegister, events))
        cohortsOf(project(cohortProgress, events))
        coverageOf(project(cpdCoverage, events))
        const ofNetworks = project(networks, events)
        networksOf(ofNetworks, ofNetworks)
        directoryOf(ofNetworks, ofNetworks)
        networkCoverageOf(project(networkCpdCoverage, events), scheme)
        for (const [stream, own] of byStream(events)) {
          // The codec has checked that the events of a school's stream are a school's.
          if (schoolOfStream(stream) !== undefined) {
            expect(journeyOf(own as ReadonlyArray<Recorded<EnrolmentEvent>>)).toHaveLength(own.length)
          }
          if (own.some(({ revision }, i) => revision !== i))
            met.count("an event whose predecessor is missing")
        }
        met.count(how)
      }),
      { numRuns: 60 }
    )
  })
})
