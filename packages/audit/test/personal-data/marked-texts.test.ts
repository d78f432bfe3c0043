// A marker is planted for every person, in every text that is about them. Sealed, it is in nothing that the store, an
// export, a report or an error is made of; opened, it is where it belongs; and once the person is erased it is
// nowhere at all.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  type Actor,
  copyStore,
  EventStore,
  exportJsonl,
  importJsonl,
  KeyRing,
  Lcqm,
  lcqmCatalogue,
  type LcqmCommand,
  type LcqmEvent,
  type LcqmOperations,
  schoolOfStream,
  textsOf
} from "@lcqm/core"
import { makeMemoryKeyRing, makeMemoryStore } from "@lcqm/memory"
import { sqliteStore } from "@lcqm/sqlite"
import {
  anyCommandSequence,
  type CommandSequence,
  inhabitants,
  office,
  Coverage
} from "@lcqm/testing/arbitraries"
import { Context, Effect, Layer, Result, Stream } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  awardFileBytes,
  badgeOfSchool,
  blame,
  cloudEventOf,
  diff,
  historyLines,
  makeAwardFile,
  ocelOf,
  provOf,
  replay,
  schoolHistory,
  threeJudgements
} from "@lcqm/audit"
import { awardReport, pageParts, registerReport } from "@lcqm/audit/report"
import { issuer } from "../exports/badges.ts"
import { codec, sealedFile } from "../stores.ts"
import { listening } from "./listening.ts"

const scheme = "lcqm"
const { run, said } = listening()
const mark = "planted-marker-of"
const [champion] = inhabitants.champions
const everybody: ReadonlyArray<string> = [
  ...inhabitants.champions,
  ...inhabitants.assessors,
  inhabitants.coach
]

/** A value with every text about somebody, and with the marker of each of them in it. */
const marked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(marked)
  if (typeof value !== "object" || value === null) return value
  if ("text" in value && "about" in value && Array.isArray(value.about)) {
    const about: ReadonlyArray<unknown> = value.about.length > 0 ? value.about : [champion]
    return { about, text: about.map((person) => `${mark}-${String(person)}.`).join(" ") }
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each)]))
}

const playInto = async (
  lcqm: LcqmOperations,
  { steps }: CommandSequence,
  at: (moment: number) => void
): Promise<ReadonlyArray<string>> => {
  const refusals: Array<string> = []
  for (const step of steps) {
    at(step.at)
    const command = marked(step.command) as LcqmCommand
    const answer = await run(Effect.result(lcqm.execute(command)))
    if (Result.isFailure(answer)) {
      const { failure } = answer
      refusals.push(JSON.stringify(failure), String((failure as { readonly message?: unknown }).message))
    }
  }
  return refusals
}

const folderBytes = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "latin1"))
    .join("\n")

/** Everything that can be made of a store, as texts by name. */
const artefactsOf = async (
  store: EventStore["Service"],
  lcqm: LcqmOperations
): Promise<Readonly<Record<string, string>>> => {
  const events = (await run(Stream.runCollect(store.readAll()))) as ReadonlyArray<LcqmEvent>
  const lines = await run(Stream.runCollect(exportJsonl(store)))
  const schools = [...new Set(events.flatMap(({ stream }) => schoolOfStream(stream) ?? []))]
  const made: Record<string, string> = {
    events: JSON.stringify(events),
    jsonl: Buffer.concat([...lines]).toString("utf8"),
    cloudEvents: JSON.stringify(events.map((event) => cloudEventOf(event, "https://sample.example"))),
    ocel: JSON.stringify(ocelOf(events, lcqmCatalogue)),
    prov: JSON.stringify(provOf(events, lcqmCatalogue)),
    views: JSON.stringify([
      await run(lcqm.register()),
      await run(lcqm.cohorts()),
      await run(lcqm.cpdCoverage())
    ])
  }
  const parts = { scheme, awards: await run(lcqm.register()), asOf: "2030-01-01" } as const
  made["register report"] = registerReport(parts, pageParts())
  for (const school of schools) {
    const issuing = { issuer, badges: "https://sample.example/badges/" }
    const badge = await run(Effect.result(badgeOfSchool(store, { scheme, school, issuing })))
    if (Result.isSuccess(badge)) made[`badge ${school}`] = JSON.stringify(badge.success)
    made[`signed ${school}`] = JSON.stringify(await sealedFile(store, school, scheme))
    const file = await run(Effect.result(makeAwardFile(store, { scheme, school })))
    if (Result.isFailure(file)) continue
    const history = await run(schoolHistory(store, { scheme, school }))
    made[`file ${school}`] = Buffer.from(awardFileBytes(file.success)).toString("utf8")
    made[`report ${school}`] = awardReport(codec, file.success, pageParts())
    made[`told ${school}`] = JSON.stringify([
      historyLines(history),
      blame(history),
      diff(history, { recorded: "2000-01-01T00:00:00.000Z" }, {}),
      threeJudgements(history),
      replay(history),
      await run(lcqm.school({ scheme, school }))
    ])
  }
  return made
}

const holding = (artefacts: Readonly<Record<string, string>>, text: string): ReadonlyArray<string> =>
  Object.entries(artefacts).flatMap(([name, artefact]) => (artefact.includes(text) ? [name] : []))

/** What is told of a store's past: leaf hashes, heads of streams, and how each decision comes out again. */
const pastOf = async (store: EventStore["Service"], upTo: number) => {
  const events = (await run(Stream.runCollect(store.readAll()))).slice(0, upTo)
  const schools = [...new Set(events.flatMap(({ stream }) => schoolOfStream(stream) ?? []))]
  const histories = await run(Effect.forEach(schools, (school) => schoolHistory(store, { scheme, school })))
  return {
    leaves: events.map(({ leafHash }) => leafHash),
    heads: await run(Effect.forEach(schools, (school) => store.head(`school-${scheme}-${school}`))),
    replayed: histories.map(replay)
  }
}

describe("the marker of a person", () => {
  const met = new Coverage("markers", ["spans", "texts", "refusals", "reports", "erased", "opened"])

  it("is in nothing that is made of a store, before the person is erased and after; opened it is where it belongs", async () => {
    await met.assert(
      1,
      fc.asyncProperty(
        anyCommandSequence({ fewestMoves: 6 }),
        fc.subarray([...everybody], { minLength: 2, maxLength: 3 }),
        async (sequence, erased) => {
          const folder = mkdtempSync(join(tmpdir(), "lcqm-marked-"))
          const keyRing = makeMemoryKeyRing()
          let now = 0
          await run(
            Effect.scoped(
              Effect.gen(function* () {
                const built = yield* Layer.build(sqliteStore(join(folder, "lcqm.db")))
                const store = Context.get(built, EventStore)
                const beside = Layer.mergeAll(
                  Layer.succeed(EventStore, store),
                  Layer.succeed(KeyRing, keyRing)
                )
                const lcqm = yield* Effect.provide(
                  Lcqm,
                  Layer.provide(Lcqm.layerWith({ now: () => now }), beside)
                )
                yield* Effect.promise(async () => {
                  const refusals = await playInto(lcqm, sequence, (moment) => (now = moment))
                  met.count("refusals", refusals.length)
                  expect(refusals.filter((told) => told.includes(mark))).toEqual([])

                  const artefacts = await artefactsOf(store, lcqm)
                  met.count(
                    "reports",
                    Object.keys(artefacts).filter((name) => name.startsWith("report")).length
                  )
                  expect(holding(artefacts, mark)).toEqual([])
                  expect(folderBytes(folder)).not.toContain(mark)

                  const events = (await run(Stream.runCollect(store.readAll()))) as ReadonlyArray<LcqmEvent>
                  met.count("texts", events.flatMap((event) => textsOf(lcqmCatalogue, event)).length)
                  const reading = async (reader: Actor = office) =>
                    JSON.stringify(await run(lcqm.openTexts(reader, events)))
                  const opened = await reading()
                  const about = new Set(
                    events.flatMap((event) => textsOf(lcqmCatalogue, event).flatMap(({ text }) => text.about))
                  )
                  for (const person of about) expect(opened).toContain(`${mark}-${person}.`)

                  const past = await pastOf(store, events.length)
                  const copied = makeMemoryStore(codec)
                  await run(copyStore(store, copied))
                  const imported = makeMemoryStore(codec)
                  await run(importJsonl(imported, exportJsonl(store)))
                  for (const other of [copied, imported])
                    expect(await pastOf(other, events.length)).toEqual(past)

                  for (const person of erased) {
                    const command: LcqmCommand = {
                      type: "ErasePerson",
                      id: `command.erase.${person}`,
                      actor: office,
                      occurredOn: "2016",
                      data: { person, request: "requests/1" }
                    }
                    await run(lcqm.execute(command))
                  }
                  expect(await pastOf(store, events.length)).toEqual(past)
                  const after = await reading()
                  for (const person of about) {
                    met.count(erased.includes(person) ? "erased" : "opened")
                    if (erased.includes(person)) expect(after).not.toContain(`${mark}-${person}.`)
                  }
                  expect(holding(await artefactsOf(store, lcqm), mark)).toEqual([])
                  expect(folderBytes(folder)).not.toContain(mark)
                  // Neither what a tracer nor what a log was told on the way, opening texts among it.
                  met.count("spans", said.length)
                  expect(said.filter((told) => told.includes(mark))).toEqual([])
                })
              })
            )
          )
          rmSync(folder, { recursive: true })
        }
      ),
      { numRuns: 16 }
    )
  })
})
