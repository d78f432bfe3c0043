// Whatever is asked for, in whatever order: the state is what its events say, a rejection changes nothing, and a
// published version is that for ever.
import { Coverage } from "@lcqm/testing/arbitraries"
import { canonicalBytes } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { type Asked, given, scheme, theOffice } from "@lcqm/testing/given-when-then"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type CriteriaSet,
  criteriaFold,
  criteriaSetOf,
  criteriaVersion,
  decodeCriteriaSet,
  type LcqmCommand,
  type Recorded,
  versions
} from "../../src/index.ts"
import { anyTwoEditions } from "../criteria/editions.ts"
import { words } from "./version-commands.ts"

const version = "1"
const stream = `criteria-${scheme}-${version}`
const at = { scheme, version }
const said = words("Sample: so it is.")

interface Drawn {
  readonly sets: ReadonlyArray<CriteriaSet>
  readonly pick: number
  readonly which: number
}

const ids = ["one", "two"] as const
const among = <A>(list: ReadonlyArray<A>, which: number): A => {
  const one = list[which % list.length]
  if (one === undefined) throw new RangeError("nothing to choose from")
  return one
}

const publishing = (which: number) => ({
  publishedOn: among(["2016-05-31", "2016-07-01"], which),
  inForceFrom: "2016-09"
})

const command = ({ pick, sets, which }: Drawn): Asked<LcqmCommand> => {
  const actor = theOffice
  const criteriaSet = { ...among(sets, which), version }
  const theme = among(criteriaSet.themes, which)
  const comment = among(ids, which)
  switch (pick) {
    case 0:
      return { type: "DraftCriteriaSet", actor, data: { scheme, criteriaSet } }
    case 1:
      return { type: "DraftTheme", actor, data: { ...at, theme } }
    case 2:
      return { type: "DropTheme", actor, data: { ...at, theme: theme.id } }
    case 3:
      return {
        type: "OpenConsultation",
        actor,
        data: { ...at, from: "2016-04", until: among(["2016-06", "2016-03"], which) }
      }
    case 4:
      return {
        type: "ReceiveComment",
        actor,
        occurredOn: among(["2016-05-10", "2016-08-01"], which),
        data: { ...at, comment, theme: theme.id, said }
      }
    case 5:
      return { type: "AnswerComment", actor, data: { ...at, comment, outcome: "noted", answer: said } }
    case 6:
      return { type: "PublishDraft", actor, data: { ...at, ...publishing(which) } }
    case 7:
      return { type: "PublishCriteriaSet", actor, data: { scheme, criteriaSet, ...publishing(which) } }
    case 8:
      return { type: "WithdrawCriteriaSet", actor, data: { ...at, reason: said } }
    case 9: {
      const link = "https://guidance.example/"
      return { type: "LinkGuidance", actor, data: { ...at, guidance: comment, title: "Begin", link } }
    }
    default:
      return { type: "WithdrawGuidance", actor, data: { ...at, guidance: comment } }
  }
}

const anyPick = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 3) },
  { weight: 6, arbitrary: fc.constantFrom(4, 5) },
  { weight: 1, arbitrary: fc.constantFrom(6, 7, 8) },
  { weight: 3, arbitrary: fc.constantFrom(9, 10) }
)

// Most lives begin with a draft, and many of those are put out for comment; the others begin with anything.
const anyBeginning = fc.constantFrom<ReadonlyArray<number>>([], [0], [0, 3], [0, 3])

const anyLife = fc
  .tuple(anyTwoEditions, anyBeginning)
  .chain(([sets, beginning]) =>
    fc
      .array(fc.record({ pick: anyPick, which: fc.nat({ max: 5 }) }), { minLength: 4, maxLength: 24 })
      .map((moves): ReadonlyArray<Drawn> =>
        [...beginning.map((pick) => ({ pick, which: 0 })), ...moves].map((move) => ({ sets, ...move }))
      )
  )

const hashOf = (set: CriteriaSet): string => nodeHasher.sha256Hex(canonicalBytes(set))
const stateOf = (events: ReadonlyArray<Recorded>) => criteriaFold.fold(criteriaFold.initial, events)

describe("the life of a version", () => {
  it("is what its events say at every step, and what is published stays", () => {
    const met = new Coverage("life of a version", [
      "DraftCriteriaSet",
      "DraftTheme",
      "DropTheme",
      "OpenConsultation",
      "ReceiveComment",
      "AnswerComment",
      "PublishDraft",
      "PublishCriteriaSet",
      "WithdrawCriteriaSet",
      "LinkGuidance",
      "WithdrawGuidance",
      "after publication: accepted",
      "after publication: rejected",
      "NotDrafted",
      "AlreadyPublished",
      "VersionIsWithdrawn",
      "ConsultationNotOver",
      "CommentOutsideConsultation",
      "CriterionIdTaken"
    ])
    met.assert(
      1,
      fc.property(anyLife, (drawn) => {
        let story = given()
        let folded = criteriaFold.initial
        for (const each of drawn) {
          const asked = command(each)
          const before = stateOf(story.eventsOf(stream))
          const when = story.when(asked)
          const accepted = Result.isSuccess(when.outcome)
          if (accepted) {
            const next = when.thenAccepted()
            for (const event of next.eventsOf(stream).slice(story.eventsOf(stream).length)) {
              folded = criteriaFold.evolve(folded, event)
            }
            story = next
            met.count(asked.type)
          } else {
            met.count(when.outcome.failure._tag)
          }
          const after = stateOf(story.eventsOf(stream))
          expect(after).toEqual(folded)
          expect(criteriaVersion(story.projecting(versions).answer, at)).toEqual(
            story.eventsOf(stream).length === 0 ? undefined : after
          )
          if (after.drafted)
            expect(decodeCriteriaSet(structuredClone(criteriaSetOf(after)))).toMatchObject({
              _tag: "Success"
            })
          if (after.published !== undefined) expect(after.published.hash).toBe(hashOf(criteriaSetOf(after)))
          if (before.published !== undefined) {
            met.count(`after publication: ${accepted ? "accepted" : "rejected"}`)
            expect(criteriaSetOf(after)).toEqual(criteriaSetOf(before))
            expect(after.published).toEqual(before.published)
          }
          if (accepted && (asked.type === "DraftCriteriaSet" || asked.type === "PublishCriteriaSet")) {
            expect(criteriaSetOf(after)).toEqual(asked.data.criteriaSet)
          }
        }
      }),
      { numRuns: 160 }
    )
  })
})
