// Badges of the small world's award, for the tests: made as an operator makes them, signed with keys made here.
import { generateKeyPairSync } from "node:crypto"
import { EventStore, openLcqm, valueOf } from "@lcqm/core"
import { school, scheme, smallCriteriaSet } from "@lcqm/testing/given-when-then"
import { Layer, Result } from "effect"
import { type BadgeParts, type OpenBadge, openBadgeOf } from "@lcqm/audit"
import { storeAt } from "../stores.ts"

export const issuer = {
  id: "https://sample.example/scheme",
  name: "A sample scheme",
  url: "https://sample.example"
}
export const statusList = "https://sample.example/status/1"

/** What the badge of the small world's award is made of. */
export const badgeParts = async (): Promise<BadgeParts> => {
  const lcqm = openLcqm({ store: Layer.succeed(EventStore, storeAt("agreed")) })
  const award = valueOf(await lcqm.register())[0]!
  const explanation = valueOf(await lcqm.explain({ scheme, school }))
  return {
    id: "https://sample.example/badges/1",
    award,
    explanation,
    criteriaSet: smallCriteriaSet,
    issuer,
    source: { id: "https://sample.example/assessors", name: "A sample assessors' body" },
    proof: "https://sample.example/proofs/1.tlog-proof",
    status: { list: statusList, index: 7 }
  }
}

export const badge = async (): Promise<OpenBadge> => Result.getOrThrow(openBadgeOf(await badgeParts()))

/** Key pairs of both algorithms. Made anew each time: nothing depends on which. */
export const keys = {
  RS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  ES256: generateKeyPairSync("ec", { namedCurve: "P-256" })
}
