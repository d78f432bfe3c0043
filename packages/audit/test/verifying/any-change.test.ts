// Over any history: the award file of a school verifies as it was made, and no single change of it does.
import { awardFileBytes, verifyAwardFile } from "@lcqm/audit"
import { nodeEd25519 } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codec, operator } from "../stores.ts"
import { anyChange, anyFiled, bytesAfter, fileOf, kinds } from "./changes.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
const verify = (bytes: Uint8Array) => verifyAwardFile(bytes, { codec, ed25519: nodeEd25519, policy })

describe("over any history, an award file", () => {
  it("verifies as it was made, and with any one change does not", async () => {
    const met = new Map<string, number>()
    await fc.assert(
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
            for (const { kind } of findings) met.set(kind, (met.get(kind) ?? 0) + 1)
            met.set(change.kind, (met.get(change.kind) ?? 0) + 1)
          }
        }
      ),
      { numRuns: 20 }
    )
    for (const kind of [...kinds, "event left out", "event edited", "not an award file", "cut at its end"]) {
      expect(met.get(kind) ?? 0, `${kind} among ${JSON.stringify([...met])}`).toBeGreaterThan(3)
    }
  })
})
