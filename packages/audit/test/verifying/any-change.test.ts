// Over any history: the award file of a school verifies as it was made, and no single change of it does.
import { type AwardFile, awardFileBytes, type FiledEvent, verifyAwardFile } from "@lcqm/audit"
import { schoolOfStream } from "@lcqm/core"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { memoryStoreWith } from "@lcqm/memory"
import { anyHistory } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codec, operator, sealedFile, storeHolding } from "../stores.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
const verify = (bytes: Uint8Array) => verifyAwardFile(bytes, { codec, ed25519: nodeEd25519, policy })

const anyFiled = anyHistory({
  store: () => memoryStoreWith(codec),
  fewestMoves: 4,
  mostSchools: 1,
  noise: false
}).filter(({ events }) => events.some(({ stream }) => schoolOfStream(stream) !== undefined))

const kinds = ["drop", "swap", "edit", "insert", "repeat", "cut", "byte"] as const
type Kind = (typeof kinds)[number]
const anyChange = fc.record({ kind: fc.constantFrom<Kind>(...kinds), where: fc.nat(), what: fc.nat() })
type Change = Parameters<Parameters<typeof anyChange.map>[0]>[0]

const forged = (event: FiledEvent, what: number): FiledEvent => {
  const salt = nodeHasher.sha256Hex(new TextEncoder().encode(String(what))).slice(0, 32)
  return { ...event, bytes: event.bytes.replace(/"salt":"[0-9a-f]{32}"/u, `"salt":"${salt}"`) }
}

const changed = (
  events: ReadonlyArray<FiledEvent>,
  { kind, what, where }: Change
): ReadonlyArray<FiledEvent> => {
  const at = where % events.length
  const to = what % events.length
  const event = events[at]
  if (event === undefined) return events
  switch (kind) {
    case "drop":
      return events.filter((_, i) => i !== at)
    case "swap":
      return events.map((each, i) => events[i === at ? to : i === to ? at : i] ?? each)
    case "edit":
      return events.with(at, forged(event, what))
    case "insert":
      return events.toSpliced(to, 0, forged(event, what))
    case "repeat":
      return events.toSpliced(to, 0, event)
    case "cut":
      return events.slice(0, at)
    case "byte":
      return events
  }
}

const withChange = (file: AwardFile, change: Change): AwardFile => {
  const at = change.what % file.streams.length
  const [first = file.streams[0], ...rest] = file.streams.map((each, i) =>
    i === at && each.events.length > 0 ? { stream: each.stream, events: changed(each.events, change) } : each
  )
  return { ...file, streams: [first, ...rest] }
}

const bytesAfter = (file: AwardFile, change: Change): Uint8Array => {
  const bytes = awardFileBytes(change.kind === "byte" ? file : withChange(file, change))
  if (change.kind !== "byte") return bytes
  const at = change.where % bytes.length
  return bytes.with(at, ((bytes[at] ?? 0) + 1 + (change.what % 255)) % 256)
}

describe("over any history, an award file", () => {
  it("verifies as it was made, and with any one change does not", async () => {
    const met = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(
        anyFiled,
        fc.array(anyChange, { minLength: 30, maxLength: 30 }),
        async (played, changes) => {
          const stream = played.events
            .map((event) => event.stream)
            .find((name) => schoolOfStream(name) !== undefined)
          const file = await sealedFile(storeHolding(played.events), schoolOfStream(stream ?? ""), "lcqm")
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
