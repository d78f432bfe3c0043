// What somebody edited and what another version of the program wrote are told apart where the signed log, or the store's own
// hashes, tell them apart; and neither is ever verified.
import {
  type AwardFile,
  awardFileBytes,
  type FiledEvent,
  makeAwardFile,
  verifyAwardFile,
  verifyStore
} from "@lcqm/audit"
import { catalogueOf, codecOf, EventStore, lcqmCatalogue, UnknownEventType } from "@lcqm/core"
import { canonicalJson, leafHashOfText, toHex } from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { Coverage } from "@lcqm/testing/arbitraries"
import { scheme, school } from "@lcqm/testing/given-when-then"
import { Effect, Stream } from "effect"
import * as fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { codec, operator, sealedFile, sealOf, type Store, storeAt } from "../stores.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
const verify = (file: AwardFile, more: object = {}) =>
  verifyAwardFile(awardFileBytes(file), { codec, ed25519: nodeEd25519, policy, ...more })
const own = "school-lcqm-900001"
const store = storeAt("agreed")
let file: AwardFile
beforeAll(async () => {
  file = await sealedFile(store)
})

type Rewrite = (bytes: string) => string

/** The file with one event of the school's own stream rewritten. */
const rewritten = (of: AwardFile, at: number, rewrite: Rewrite): AwardFile => {
  const [{ events, stream }, ...facts] = of.streams
  const changed = events.map((event, i): FiledEvent =>
    i === at ? { ...event, bytes: rewrite(event.bytes) } : event
  )
  expect(changed).not.toEqual(events)
  return { ...of, streams: [{ stream, events: changed }, ...facts] }
}

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, inner]) => [key, reversed(inner)])
        )
      : value

/** Ways in which another writer may write what canonical JSON writes in one. */
const forms: Readonly<Record<string, Rewrite>> = {
  "with spaces": (bytes) => JSON.stringify(JSON.parse(bytes), null, 1),
  "with its keys in another order": (bytes) => JSON.stringify(reversed(JSON.parse(bytes))),
  "with a letter as an escape": (bytes) => bytes.replace('"salt":', '"\\u0073alt":'),
  "with a number as another writer has it": (bytes) => bytes.replace(/"revision":(\d+)/u, '"revision":$1.0')
}
const names = Object.keys(forms)

describe("an event that says what was recorded, in another form", () => {
  it("is told as written by another version, at its place, and nothing else is; the file does not verify", async () => {
    const met = new Coverage("forms", names)
    await met.assert(
      1,
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(31), async (name, at) => {
        const { events, findings, outcome } = await verify(rewritten(file, at, forms[name]!))
        expect(outcome).toBe("does not verify")
        expect(findings).toMatchObject([
          { kind: "written by another version", where: { stream: own, revision: at, place: at } }
        ])
        const wrong = events.filter(({ stands }) => stands !== "verified")
        expect(wrong).toEqual([{ stream: own, place: at, revision: at, stands: "wrong" }])
        met.count(name)
      })
    )
  })

  it("is edited where it says anything else than was recorded, whatever its form", async () => {
    for (const form of Object.values(forms)) {
      const edit: Rewrite = (bytes) => form(bytes.replace(/"salt":"./u, '"salt":"f'))
      const { findings, outcome } = await verify(rewritten(file, 7, edit))
      expect(outcome).toBe("does not verify")
      expect(findings).toMatchObject([{ kind: "event edited", where: { place: 7 } }])
    }
  })

  it("is edited where it names a key twice: what one reader takes of it another does not", async () => {
    const twice: Rewrite = (bytes) => bytes.replace('"type":', '"type":"Another.v1","type":')
    expect((await verify(rewritten(file, 7, twice))).findings).toMatchObject([{ kind: "event edited" }])
  })

  it("cannot be told from an edited one without the operator's key, and so is called that", async () => {
    const spaced = rewritten(file, 7, forms["with spaces"]!)
    const { findings, outcome } = await verify(spaced, { policy: undefined })
    expect(outcome).toBe("does not verify")
    expect(findings).toMatchObject([{ kind: "event edited" }])
  })
})

describe("an event that the log has in another form than the canonical one", () => {
  /** A sealed file whose last event was hashed and signed in another form. */
  const loggedAs = async (rewrite: Rewrite): Promise<AwardFile> => {
    const last = file.streams[0].events.length - 1
    const text = rewrite(file.streams[0].events[last]?.bytes ?? "")
    const leafHash = toHex(leafHashOfText(nodeHasher, text))
    const hashed = <Event extends { readonly stream: string; readonly revision: number }>(event: Event) =>
      event.stream === own && event.revision === last ? { ...event, leafHash } : event
    const other: Store = EventStore.of({
      ...store,
      readAll: (range) => Stream.map(store.readAll(range), hashed),
      readStream: (stream, range) =>
        Effect.map(store.readStream(stream, range), (slice) => ({
          ...slice,
          events: slice.events.map(hashed)
        }))
    })
    const seal = await sealOf(other)
    const made = await Effect.runPromise(makeAwardFile(other, { scheme, school, seal }))
    return rewritten(made, last, () => text)
  }

  it("is told so, and the file does not verify", async () => {
    const { events, findings, outcome } = await verify(await loggedAs(forms["with spaces"]!))
    expect(outcome).toBe("does not verify")
    expect(findings).toMatchObject([
      { kind: "written by another version", where: { stream: own, revision: 31 } }
    ])
    expect(findings[0]?.says).toContain("in the log as it stands")
    expect(events.find(({ stands }) => stands !== "verified")).toMatchObject({
      revision: 31,
      stands: "wrong"
    })
  })

  it("is told so too where no event can be read in it", async () => {
    const { findings, outcome } = await verify(await loggedAs(() => "another program's words"))
    expect(outcome).toBe("does not verify")
    expect(findings.map(({ kind }) => kind)).toContain("written by another version")
    expect(findings.map(({ kind }) => kind)).not.toContain("event edited")
  })
})

const older = codecOf(
  catalogueOf(
    [...lcqmCatalogue.values()].map(({ type }) => type).filter(({ type }) => type !== "AwardAgreed.v1")
  ),
  nodeHasher
)

describe("an event of a type that this version does not know", () => {
  it("in an award file is in the log as it stands, and the file not fully checked: what it says nobody looked at", async () => {
    const { events, findings, outcome, unchecked } = await verify(file, { codec: older })
    expect({ findings, outcome }).toEqual({ findings: [], outcome: "not fully checked" })
    expect(unchecked).toMatchObject([{ where: { stream: own, revision: 31 } }])
    expect(unchecked[0]?.why).toContain("AwardAgreed.v1, which this version does not know")
    expect(new Set(events.map(({ stands }) => stands))).toEqual(new Set(["verified"]))
  })

  it("and that somebody edited is edited", async () => {
    const edit: Rewrite = (bytes) => bytes.replace(/"salt":"./u, '"salt":"f')
    const { findings, outcome } = await verify(rewritten(file, 31, edit), { codec: older })
    expect(outcome).toBe("does not verify")
    expect(findings).toMatchObject([{ kind: "event edited" }])
  })

  it("in a store is called so where its bytes are those that were hashed, and edited where nobody knows", async () => {
    const failing = (more: { readonly asHashed?: true }): Store =>
      EventStore.of({
        ...store,
        readAll: () =>
          Stream.fail(
            new UnknownEventType({ stream: own, revision: 31, type: "AwardAgreed.v9", known: [], ...more })
          )
      })
    const found = async (more: { readonly asHashed?: true }) => {
      const verdict = await Effect.runPromise(verifyStore(failing(more), { ed25519: nodeEd25519 }))
      expect(verdict.outcome).toBe("does not verify")
      return verdict.findings
    }
    const where = { stream: own, revision: 31 }
    expect(await found({ asHashed: true })).toMatchObject([
      { kind: "written by another version", where, got: "AwardAgreed.v9" }
    ])
    expect(await found({})).toMatchObject([{ kind: "event edited", where, got: "UnknownEventType" }])
  })
})

it("the forms are other forms: each says what the canonical one says and is none", () => {
  const { bytes } = file.streams[0].events[7]!
  for (const form of Object.values(forms)) {
    expect(form(bytes)).not.toBe(bytes)
    expect(canonicalJson(JSON.parse(form(bytes)))).toBe(bytes)
  }
})
