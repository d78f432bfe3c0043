// An explanation says what it explains: which revision of the school, and of each fact it was computed from.
import { personStream } from "@lcqm/core"
import { inhabitants } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { emptyStore, lcqmOver, scheme } from "../properties/lcqm-over.ts"
import { bring, describing, of, sent, today, urn } from "./a-school.ts"

describe("an explanation", () => {
  it("names the revision of the school and of every fact, and so whether it is of today", () => {
    const lcqm = lcqmOver(emptyStore(), { now: () => today })
    const revision = Effect.runSync(bring(lcqm, "visited"))
    const before = Effect.runSync(lcqm.explain(of))
    expect(before.revision).toBe(revision)
    Effect.runSync(lcqm.execute(describing(1)))
    const after = Effect.runSync(lcqm.explain(of))
    expect(after).toEqual({ ...before, revision: revision + 1 })
    const [assessor] = inhabitants.assessors
    expect(after.facts.map(({ stream }) => stream)).toEqual([
      `criteria-${scheme}-1`,
      `ruleset-${scheme}-1`,
      `cohort-${scheme}-A`,
      personStream(inhabitants.champions[0]),
      personStream(assessor)
    ])
    expect(after.facts.at(-1)).toEqual({ stream: personStream(assessor), revision: 1 })
    expect(Effect.runSync(lcqm.explain(of, "self")).facts).toHaveLength(3)
  })

  it("names the networks that the school has joined, and says where the assessor is of one", () => {
    const lcqm = lcqmOver(emptyStore(), { now: () => today })
    Effect.runSync(bring(lcqm, "visited"))
    const [lead] = inhabitants.assessors
    const network = "n-harbour"
    const conflict = () => {
      const { facts, limiters } = Effect.runSync(lcqm.explain(of))
      const holds = limiters.some(({ name }) => name === "conflictOfInterest")
      return { read: facts.filter(({ stream }) => stream.startsWith("network-")), holds }
    }
    expect(conflict()).toEqual({ read: [], holds: false })
    const forming = { network, name: "Harbour", schools: [{ school: urn }] }
    Effect.runSync(lcqm.execute({ type: "FormNetwork", ...sent("form"), data: forming }))
    expect(conflict()).toEqual({ read: [{ stream: "network-n-harbour", revision: 1 }], holds: false })
    Effect.runSync(lcqm.execute({ type: "NameNetworkLead", ...sent("lead"), data: { network, lead } }))
    expect(conflict()).toEqual({ read: [{ stream: "network-n-harbour", revision: 2 }], holds: true })
  })
})
