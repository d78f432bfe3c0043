// Over any history: the award file of a school verifies as it was made, and no single change of it does.
import { awardFileBytes, verifyAwardFile } from "@lcqm/audit"
import { nodeEd25519 } from "@lcqm/ledger/node"
import { Coverage } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codec, operator } from "../stores.ts"
import { anyChange, anyFiled, bytesAfter, fileOf, kinds } from "./changes.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
const verify = (bytes: Uint8Array) => verifyAwardFile(bytes, { codec, ed25519: nodeEd25519, policy })

describe("over any history, an award file", () => {
  it("verifies as it was made, and with any one change does not", async () => {
    const met = new Coverage("changed files", [
      ...kinds,
      "event left out",
      "event edited",
      "not an award file",
      "cut at its end"
    ])
    await met.assert(
      4,
      fc.asyncProperty(
        anyFiled,
        fc.array(anyChange, { minLength: 30, maxLength: 30 }),
        async (played, changes) => {
          const file = await fileOf(played)
          const original = awardFileBytes(file)
          expect(await verify(original)).toMatchObject({ outcome: "verified", findings: [], unchecked: [] })
          for (const change of changes) {
            const bytes = bytesAfter(file, change)
            if (Buffer.compare(bytes, original) === 0) continue
            const { findings, outcome } = await verify(bytes)
            expect(outcome, JSON.stringify(change)).toBe("does not verify")
            for (const { kind } of findings) met.count(kind)
            met.count(change.kind)
          }
        }
      ),
      { numRuns: 20 }
    )
  })
})
