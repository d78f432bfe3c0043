// What an auditor relies on: each decision names what it rests on, and whoever holds those streams finds the same.
import {
  AwardAgreed,
  awardCaseOf,
  Basis,
  cohortFact,
  type CohortState,
  cpdShortfall,
  criteriaFact,
  derive,
  type EnrolmentState,
  type FactRequest,
  networkFacts,
  networkStream,
  personFact,
  rankOf,
  type Recorded,
  type Revision,
  ruleSetFact,
  rulesOf,
  schoolFact,
  schoolOfStream,
  sharedNetwork,
  whyNotExternal
} from "@lcqm/core"
import { canonicalBytes, hashFromHex, merkleRoot, toHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { byStream, emptyStoreLayer, scheme } from "./lcqm-over.ts"

const anyPlayed = anyHistory({ store: emptyStoreLayer, fewestMoves: 10, mostSchools: 1 })

interface Decision {
  readonly event: Recorded
  readonly basis: Basis
}

const decisionsIn = (events: ReadonlyArray<Recorded>): ReadonlyArray<Decision> =>
  events.flatMap((event) => {
    const basis: unknown = Reflect.get(Object(event.data), "basis")
    return basis === undefined ? [] : [{ event, basis: Schema.decodeUnknownSync(Basis)(basis) }]
  })

const upTo = (events: ReadonlyArray<Recorded> = [], revision: Revision | "none"): ReadonlyArray<Recorded> =>
  events.slice(0, revision === "none" ? 0 : revision + 1)

const rootOf = (events: ReadonlyArray<Recorded>): string =>
  toHex(
    merkleRoot(
      nodeHasher,
      events.map(({ leafHash }) => hashFromHex(leafHash, "a leaf hash"))
    )
  )

describe("every decision of a history", () => {
  const hash = (value: unknown): string => nodeHasher.sha256Hex(canonicalBytes(value))

  it("names the history it was made on, the facts it read and the rules applied, by hashes that can be recomputed", () => {
    const types = ["SelfAssessmentDeclared.v1", "AwardProposed.v1", "AwardAgreed.v1", "FurtherWorkAsked.v1"]
    const met = new Coverage("bases recomputed", [...types, "a fact"])
    met.assert(
      1,
      fc.property(anyPlayed, ({ events, sequence: { world } }) => {
        const streams = byStream(events)
        for (const { basis, event } of decisionsIn(events)) {
          const first = events.find(({ metadata }) => metadata.commandId === event.metadata.commandId)
          expect(basis.revision).toBe(first?.revision === 0 ? "none" : (first?.revision ?? 0) - 1)
          expect(basis.root).toBe(rootOf(upTo(streams.get(event.stream), basis.revision)))
          for (const fact of basis.facts) {
            const held = streams.get(fact.stream)
            expect(fact.root).toBe(rootOf(upTo(held, fact.revision)))
            // The facts were those of the moment: nothing recorded before the decision is left out.
            const before = held?.filter(({ position }) => position < event.position).length ?? 0
            expect(fact.revision).toBe(before === 0 ? "none" : before - 1)
            met.count(fact.revision === "none" ? "a fact with no events" : "a fact")
          }
          expect(basis).toMatchObject({ algorithm: "best-fit/1", criteriaSet: "1", ruleSet: "1" })
          expect(basis.criteriaSetHash).toBe(hash(world.criteriaSet))
          expect(basis.ruleSetHash).toBe(hash(world.ruleSet))
          met.count(event.type)
        }
      }),
      { numRuns: 50 }
    )
  })
})

describe("every agreed award of a history", () => {
  const isAgreed = Schema.is(AwardAgreed.data)

  it("follows the rule on its own facts, is within its bounds, and was agreed by two people", () => {
    const met = new Coverage("awards agreed", [
      "as indicated",
      "lower, with a reason",
      "higher, supported",
      "bronze",
      "silver",
      "gold"
    ])
    met.assert(
      1,
      fc.property(anyPlayed, ({ events }) => {
        const streams = byStream(events)
        for (const { basis, event } of decisionsIn(events).filter(
          ({ event }) => event.type === AwardAgreed.type
        )) {
          const { data, stream } = event
          if (!isAgreed(data)) throw new TypeError(`${stream} holds another award than the schema's`)
          const school = schoolOfStream(stream) ?? ""
          const known = <State>({ fold, stream }: FactRequest<State>): State => {
            const fact = basis.facts.find((each) => each.stream === stream)
            return fold.fold(fold.initial, upTo(streams.get(stream), fact?.revision ?? "none"))
          }
          const at: EnrolmentState = schoolFact(scheme, school).fold.fold(
            schoolFact(scheme, school).fold.initial,
            upTo(streams.get(stream), basis.revision)
          )
          const cohort: CohortState = known(cohortFact(scheme, at.cohort))
          const criteria = criteriaFact(scheme, basis.criteriaSet)
          const ruleSet = ruleSetFact(scheme, basis.ruleSet)
          const rules = Result.getOrThrow(
            rulesOf(
              {
                criteria: { stream: criteria.stream, exists: true, state: known(criteria) },
                rules: { stream: ruleSet.stream, exists: true, state: known(ruleSet) }
              },
              basis
            )
          )
          const assessor = at.visit?.assessor ?? ""
          const judging = known(personFact(assessor))
          const networks = networkFacts(
            basis.facts.flatMap((fact) => (fact.stream.startsWith(networkStream("")) ? [fact.stream] : []))
          ).networks.map(known)
          const why =
            whyNotExternal(judging, scheme, school, assessor, at.insiders) ??
            sharedNetwork(judging, scheme, school, assessor, networks)?.network
          const indicated = Result.getOrThrow(
            derive(
              awardCaseOf("agreed", at, rules, cohort, {
                cpdShortfall: cpdShortfall(known(personFact(at.champion ?? "")), scheme),
                conflictOfInterest: why !== undefined
              })
            )
          )
          expect(indicated).toMatchObject({ complete: true, level: data.indicated })
          expect(indicated.limits.blockedBy).toEqual([])
          const shift = rankOf(data.level) - rankOf(data.indicated)
          expect(Math.abs(shift)).toBeLessThanOrEqual(rules.ruleSet.maxShift)
          if (shift > 0) {
            const support = upTo(streams.get(stream), basis.revision).findLast(
              ({ type }) => type === "ShiftSupported.v1"
            )
            expect(support?.data).toMatchObject({ level: data.level, indicated: data.indicated })
            expect(support?.metadata.actor.role).toBe("SecondAssessor")
            expect(support?.metadata.actor.person).not.toBe(at.visit?.assessor)
          }
          expect(data.level).not.toBe("none")
          const proposed = upTo(streams.get(stream), basis.revision).findLast(
            ({ type }) => type === "AwardProposed.v1"
          )
          // Why it differs stands in the proposal, once.
          if (shift !== 0) expect(proposed?.data).toHaveProperty("reason")
          const [proposer, accepter] = [proposed?.metadata.actor, event.metadata.actor]
          expect([proposer?.role, accepter.role]).toEqual(["Assessor", "Champion"])
          expect(accepter.person).not.toBe(proposer?.person)
          met.count(shift === 0 ? "as indicated" : shift < 0 ? "lower, with a reason" : "higher, supported")
          met.count(data.level)
        }
      }),
      { numRuns: 80 }
    )
  })
})
