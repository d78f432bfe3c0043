// The views of networks put to an account of its own: at every prefix of a history a view says what the events say, and
// looked back at from its end it never shows a contact whose consent does not stand.
import {
  countsAsAt,
  directoryOf,
  networkCoverageOf,
  networkCpdCoverage,
  networks,
  networksOf,
  project
} from "@lcqm/core"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { foldFaults } from "@lcqm/testing/projecting"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStoreLayer, scheme } from "../properties/lcqm-over.ts"
import { directoryByEvents, networkEventsIn } from "./directory-by-events.ts"

describe("at every prefix of a history", () => {
  const anyPlayed = anyHistory({ store: emptyStoreLayer, fewestMoves: 10 })
  const events = ["entries", "contacts shown", "consents withdrawn"]

  it("every view of networks is the fold of the whole, and the directory what an account of its own says", () => {
    const met = new Coverage("directories", events)
    met.assert(
      2,
      fc.property(anyPlayed, (played) => {
        const history = networkEventsIn(played.events)
        const seen = (model: Parameters<typeof networksOf>[0]) => [
          networksOf(model, model),
          directoryOf(model, model)
        ]
        expect(foldFaults({ projection: networks, seen }, played.events)).toEqual([])
        expect(
          foldFaults(
            { projection: networkCpdCoverage, seen: (model) => networkCoverageOf(model, scheme) },
            played.events
          )
        ).toEqual([])
        const model = networks.empty()
        for (const [i, event] of history.entries()) {
          networks.apply(model, event)
          const shown = directoryOf(model, model)
          expect(shown).toEqual(directoryByEvents(history.slice(0, i + 1)))
          met.count("entries", shown.length)
          met.count("contacts shown", shown.flatMap(({ contacts }) => contacts).length)
        }
        met.count(
          "consents withdrawn",
          history.filter(({ type }) => type === "ContactConsentWithdrawn.v1").length
        )
      }),
      { numRuns: 30 }
    )
  })

  it("and looked back at from its end, by what had happened or was known, no contact is shown who took consent back", () => {
    const met = new Coverage("looks back", ["contacts shown", "contacts kept back"])
    met.assert(
      2,
      fc.property(anyPlayed, (played) => {
        const history = networkEventsIn(played.events)
        const now = project(networks, history)
        const shownNow = new Set(
          directoryByEvents(history.filter(({ type }) => type !== "NetworkClosed.v1")).flatMap(
            ({ contacts, network: id }) => contacts.map((each) => `${id} ${each}`)
          )
        )
        for (const { metadata } of history) {
          for (const asAt of [{ occurred: metadata.occurredOn }, { recorded: metadata.recordedAt }]) {
            const then = project(
              networks,
              history.filter((event) => countsAsAt(event, asAt))
            )
            const shown = directoryOf(then, now).flatMap(({ contacts, network: id }) =>
              contacts.map((each) => `${id} ${each}`)
            )
            expect(shown.filter((each) => !shownNow.has(each))).toEqual([])
            met.count("contacts shown", shown.length)
            const unkept = directoryOf(then, then).flatMap(({ contacts }) => contacts).length
            met.count("contacts kept back", unkept - shown.length)
          }
        }
      }),
      { numRuns: 30 }
    )
  })
})
