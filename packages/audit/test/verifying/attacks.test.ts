// An award file with one thing done to it: each attack is found, by its own name and at its own place. What is not
// signed is never called verified.
import { type AwardFile, awardFileBytes, type FiledEvent, verifyAwardFile, whereText } from "@lcqm/audit"
import { noteSigner, verifierKeyText } from "@lcqm/ledger"
import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import { Effect, Stream } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { codec, operator, plainFile, sealedFile, sealOf, storeAt, storeHolding } from "../stores.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
const verify = (file: AwardFile, more: object = {}) =>
  verifyAwardFile(awardFileBytes(file), { codec, ed25519: nodeEd25519, policy, ...more })
const store = storeAt("agreed")
let file: AwardFile
let plain: AwardFile
beforeAll(async () => {
  file = await sealedFile(store)
  plain = await plainFile(store)
})

type Change = (events: ReadonlyArray<FiledEvent>) => ReadonlyArray<FiledEvent>

/** The file with the events of one of its streams changed. */
const with_ = (of: AwardFile, at: number, change: Change): AwardFile => {
  const [own, ...facts] = of.streams
  const changed = [own, ...facts].map((each, i) =>
    i === at ? { stream: each.stream, events: change(each.events) } : each
  )
  const [first = own, ...rest] = changed
  return { ...of, streams: [first, ...rest] }
}

const edit = (event: FiledEvent | undefined, from: string | RegExp, to: string): FiledEvent => {
  const bytes = (event?.bytes ?? "").replace(from, to)
  expect(bytes).not.toBe(event?.bytes)
  return { ...event, bytes }
}
const editAt =
  (place: number, from: string | RegExp = /"salt":"./u, to = '"salt":"f'): Change =>
  (events) =>
    events.map((event, i) => (i === place ? edit(event, from, to) : event))

const factAt = (prefix: string): number => file.streams.findIndex(({ stream }) => stream.startsWith(prefix))

interface Attack {
  readonly name: string
  readonly on: () => AwardFile
  readonly found: ReadonlyArray<string>
  readonly at: string
}

const own = "school-lcqm-900001"
const attacks: ReadonlyArray<Attack> = [
  {
    name: "an event left out",
    on: () => with_(file, 0, (events) => events.filter((_, i) => i !== 5)),
    found: ["event left out"],
    at: `${own}, event 5`
  },
  {
    name: "the first event left out",
    on: () => with_(file, 0, (events) => events.slice(1)),
    found: ["event left out"],
    at: `${own}, event 0`
  },
  {
    name: "two neighbours swapped",
    on: () =>
      with_(file, 0, (events) => [
        ...events.slice(0, 3),
        ...events.slice(3, 5).toReversed(),
        ...events.slice(5)
      ]),
    found: ["events swapped"],
    at: `${own}, events 3, 4`
  },
  {
    name: "two far apart swapped",
    on: () =>
      with_(file, 0, (events) => {
        return events.map((event, i) => events[i === 3 ? 9 : i === 9 ? 3 : i] ?? event)
      }),
    found: ["events swapped"],
    at: `${own}, events 3, 9`
  },
  {
    name: "an event edited",
    on: () => with_(file, 0, editAt(7)),
    found: ["event edited"],
    at: `${own}, event 7`
  },
  {
    name: "an event edited to claim another revision",
    on: () => with_(file, 0, editAt(7, '"revision":7', '"revision":99')),
    found: ["event edited"],
    at: `${own}, event 99`
  },
  {
    name: "an event replaced by what is no event",
    on: () => with_(file, 0, editAt(7, /^.*$/su, "<script>alert(1)</script>\u202e")),
    found: ["event edited"],
    at: `${own}, event 7`
  },
  {
    name: "an event put in under a revision that is taken",
    on: () =>
      with_(file, 0, (events) => [
        ...events.slice(0, 8),
        edit(events[7], /"salt":"./u, '"salt":"f'),
        ...events.slice(8)
      ]),
    found: ["event inserted"],
    at: `${own}, event 7`
  },
  {
    name: "an event put in under a revision of its own",
    on: () =>
      with_(file, 0, (events) => [
        ...events.slice(0, 8),
        edit(events[7], '"revision":7', '"revision":70'),
        ...events.slice(8)
      ]),
    found: ["event inserted"],
    at: `${own}, event 70`
  },
  {
    name: "an event in twice",
    on: () => with_(file, 0, (events) => [...events.slice(0, 8), ...events.slice(7)]),
    found: ["event repeated"],
    at: `${own}, event 7`
  },
  {
    name: "the end cut off: a revocation could be hidden so",
    on: () => with_(file, 0, (events) => events.slice(0, -2)),
    found: ["cut at its end"],
    at: `${own}, events 30 to 31`
  },
  {
    name: "an event of another stream among the school's",
    on: () =>
      with_(file, 0, (events) => [
        ...events.slice(0, 4),
        ...(file.streams[factAt("cohort")]?.events.slice(0, 1) ?? []),
        ...events.slice(4)
      ]),
    found: ["event of another stream"],
    at: `${own}, place 4`
  },
  {
    name: "a fact's event edited",
    on: () => with_(file, factAt("person-p-assessor"), editAt(0)),
    found: ["event edited"],
    at: "person-p-assessor0, event 0"
  },
  {
    name: "a fact's end cut off",
    on: () => with_(file, factAt("person-p-champion"), (events) => events.slice(0, -1)),
    found: ["cut at its end"],
    at: "person-p-champion0, event 3"
  },
  {
    name: "a fact left out",
    on: () => ({
      ...file,
      streams: [
        file.streams[0],
        ...file.streams.slice(1).filter(({ stream }) => !stream.startsWith("cohort"))
      ]
    }),
    found: ["fact missing"],
    at: "cohort-lcqm-1"
  },
  {
    name: "a stream that no decision read",
    on: () => ({ ...file, streams: [...file.streams, { stream: "zoo", events: [] }] }),
    found: ["fact not asked for"],
    at: "zoo, event 0"
  },
  {
    name: "another school's URN in the head",
    on: () => ({ ...file, school: "900002" }),
    found: ["header changed"],
    at: "school"
  },
  {
    name: "the streams in another order",
    on: () => ({ ...file, streams: [file.streams[0], ...file.streams.slice(1).toReversed()] }),
    found: ["header changed"],
    at: "streams"
  },
  {
    name: "a proof from elsewhere",
    on: () =>
      with_(file, 0, (events) =>
        events.map((event, i) => (i === 7 && events[8]?.place ? { ...event, place: events[8].place } : event))
      ),
    found: ["proof wrong"],
    at: `${own}, event 7`
  },
  {
    name: "a proof left out",
    on: () =>
      with_(file, 0, (events) => events.map((event, i) => (i === 7 ? { bytes: event.bytes } : event))),
    found: ["proof wrong"],
    at: `${own}, event 7`
  },
  {
    name: "a changed signature of the checkpoint",
    on: () => ({
      ...file,
      log: {
        ...file.log!,
        checkpoint: file.log!.checkpoint.replace(
          /(\n— \S+ \S{20})(.)/u,
          (_, a: string, b: string) => a + (b === "A" ? "B" : "A")
        )
      }
    }),
    found: ["checkpoint not believed"],
    at: "log.checkpoint"
  },
  {
    name: "a changed signature of the stream head",
    on: () => ({
      ...file,
      log: {
        ...file.log!,
        head: file.log!.head!.replace(
          /(\n— \S+ \S{20})(.)/u,
          (_, a: string, b: string) => a + (b === "A" ? "B" : "A")
        )
      }
    }),
    found: ["stream head not believed"],
    at: "log.head"
  },
  {
    name: "a checkpoint in the place of the stream head",
    on: () => ({ ...file, log: { ...file.log!, head: file.log!.checkpoint } }),
    found: ["stream head not believed"],
    at: "log.head"
  },
  {
    name: "another key named",
    on: () => ({ ...file, log: { ...file.log!, key: verifierKeyText(stranger.key) } }),
    found: ["header changed"],
    at: "log.key"
  }
]

const stranger = noteSigner(
  nodeHasher,
  operator.key.name,
  "ed25519",
  nodeEd25519Signer(new Uint8Array(32).fill(9))
)

describe("an award file as it was made", () => {
  it("verifies, and so does each of its events", async () => {
    const verdict = await verify(file)
    expect(verdict).toMatchObject({ outcome: "verified", findings: [], unchecked: [] })
    expect(new Set(verdict.events.map(({ stands }) => stands))).toEqual(new Set(["verified"]))
    expect(verdict.events.length).toBe(file.streams.flatMap(({ events }) => events).length)
  })

  it("is complete up to the award only where its stream head was left out", async () => {
    const { head: _, ...log } = file.log!
    const verdict = await verify({ ...file, log })
    expect(verdict).toMatchObject({ outcome: "complete up to the award only", findings: [] })
    expect(verdict.unchecked.map(({ where }) => where.part)).toEqual(["log.head"])
  })

  it("with nothing signed is complete up to the award only, and no event of it is called verified", async () => {
    const verdict = await verify(plain)
    expect(verdict).toMatchObject({ outcome: "complete up to the award only", findings: [] })
    expect(verdict.events.map(({ stands }) => stands)).not.toContain("verified")
  })
})

describe("an attack on an award file", () => {
  it.each(attacks)("is found and named: $name", async ({ at, found, on }) => {
    const { findings, outcome } = await verify(on())
    expect(outcome).toBe("does not verify")
    expect(findings.map(({ kind }) => kind)).toEqual(found)
    expect(whereText(findings[0]?.where ?? {})).toContain(at)
  })

  it("by a whole file of another school is found where one school was asked for", async () => {
    expect((await verify(file, { school: "900002" })).findings).toMatchObject([{ kind: "another school" }])
  })

  it("is not looked for in the log without a key: nothing is wrong then, and nothing is verified", async () => {
    const { events, findings, outcome, unchecked } = await verify(file, { policy: undefined })
    expect({ findings, outcome }).toEqual({ findings: [], outcome: "complete up to the award only" })
    expect(unchecked.map(({ where }) => where.part)).toEqual(["log", "log.head"])
    expect(events.map(({ stands }) => stands)).not.toContain("verified")
  })

  it("by somebody else's log is not believed", async () => {
    const { events, findings, outcome } = await verify(file, {
      policy: { ...policy, logKeys: [stranger.key] }
    })
    expect(outcome).toBe("does not verify")
    expect(findings.map(({ kind }) => kind)).toContain("checkpoint not believed")
    expect(events.map(({ stands }) => stands)).not.toContain("verified")
  })

  it("by a forked log shows against a checkpoint of the same size from elsewhere", async () => {
    const same = await sealOf(storeAt("agreed"))
    expect((await verify(file, { known: [same.checkpoint] })).outcome).toBe("verified")
    const events = Effect.runSync(Stream.runCollect(store.readAll()))
    const other = events.map((event, i) =>
      i === 2 ? { ...event, metadata: { ...event.metadata, salt: "f".repeat(32) } } : event
    )
    const fork = await sealOf(storeHolding(other))
    expect(await verify(file, { known: [fork.checkpoint] })).toMatchObject({
      findings: [{ kind: "forked log" }]
    })
    const damaged = fork.checkpoint.replace(/\n.{43}=\n/u, `\n${"A".repeat(43)}=\n`)
    expect(await verify(file, { known: [damaged] })).toMatchObject({
      findings: [{ kind: "checkpoint not believed" }]
    })
  })

  it("is not ruled out by a checkpoint of another size, which is not called verified", async () => {
    const earlier = await sealOf(storeAt("proposed"))
    const verdict = await verify(file, { known: [earlier.checkpoint] })
    expect(verdict).toMatchObject({ outcome: "not fully checked", findings: [] })
  })

  it("on a file with nothing signed is found by what its decisions rest on", async () => {
    const at = async (change: Change, stream = 0) => (await verify(with_(plain, stream, change))).findings
    expect(await at(editAt(3))).toMatchObject([{ kind: "history changed", where: { revision: 0, to: 14 } }])
    expect(await at((events) => events.filter((_, i) => i !== 3))).toMatchObject([{ kind: "event left out" }])
    expect(await at(editAt(0), factAt("cohort"))).toMatchObject([
      { kind: "fact changed", where: { stream: "cohort-lcqm-1" } }
    ])
  })
})
