// The demo with every text sealed: erasing half of its people changes nothing that was recorded, proved or awarded, and no
// badge holds a text.
import {
  openBadgeOf,
  readWholeStream,
  replay,
  schoolHistory,
  signHeadOf,
  signLogCheckpoint,
  type StoreLog,
  storeLog
} from "@lcqm/audit"
import {
  EventStore,
  isSealed,
  KeyRing,
  type LcqmCommand,
  lcqmCatalogue,
  sampleCriteriaSet,
  schoolOfStream,
  textsOf,
  valueOf
} from "@lcqm/core"
import {
  consistencyProof,
  hashFromHex,
  inclusionProof,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion
} from "@lcqm/ledger"
import { generateSignerKey, nodeEd25519, nodeHasher, nodeNoteSigner } from "@lcqm/ledger/node"
import { memoryKeyRing, memoryStore } from "@lcqm/memory"
import { openStory, playStory } from "@lcqm/story-so-far"
import { Effect, Stream } from "effect"
import { describe, expect, it } from "vitest"

import { issuer } from "../exports/badges.ts"

const run = Effect.runPromise
const sampleMark = "Sample text:"

/** A command with every text of it about whoever sends it. */
const aboutTheSender = (input: unknown): unknown => {
  const { actor } = input as LcqmCommand
  const about = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(about)
    if (typeof value !== "object" || value === null) return value
    if ("text" in value && "about" in value) return { ...value, about: [actor.person] }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, about(each)]))
  }
  return about(input)
}

const played = async () => {
  const [store, keyRing] = [memoryStore(), memoryKeyRing()]
  const lcqm = openStory({ store, keyRing, seed: 7 })
  const sealing: typeof lcqm = {
    ...lcqm,
    executeUnknown: (input) => lcqm.executeUnknown(aboutTheSender(input))
  }
  await playStory({ lcqm: sealing, seed: 7 })
  const all = Effect.flatMap(EventStore, (port) => Stream.runCollect(port.readAll()))
  return { lcqm, store, keyRing, events: () => run(Effect.provide(all, store)) }
}

const signer = nodeNoteSigner(generateSignerKey("sample.example/mark").signerKey)
const policy = { origin: "sample.example/mark", logKeys: [signer.key], witnesses: [], quorum: 0 }

/** Proofs over the first `size` events of a log: of every hundredth event, and from every thousandth size. */
const proofsIn = (log: StoreLog, size: number) => {
  const upTo = (step: number) => Array.from({ length: Math.floor(size / step) }, (_, n) => n * step + 1)
  return {
    inclusion: upTo(100).map((index) => ({
      index,
      proof: inclusionProof(nodeHasher, log.subtrees, index, size)
    })),
    consistency: upTo(1_000).map((from) => ({
      from,
      proof: consistencyProof(nodeHasher, log.subtrees, from, size)
    }))
  }
}

describe("the story of 110 schools with its text sealed", () => {
  it("has the same bytes, roots, decisions and awards before and after half of its people were erased", async () => {
    const [one, other] = [await played(), await played()]
    const events = await one.events()
    expect((await other.events()).map(({ leafHash }) => leafHash)).toEqual(
      events.map(({ leafHash }) => leafHash)
    )

    const texts = events.flatMap((event) => textsOf(lcqmCatalogue, event))
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter(({ text }) => !isSealed(text))).toEqual([])

    const schools = [...new Set(events.flatMap(({ stream }) => schoolOfStream(stream) ?? []))]
    const past = async () => {
      const asked = Effect.flatMap(EventStore, (store) =>
        Effect.all({
          histories: Effect.forEach(schools, (school) => schoolHistory(store, { scheme: "lcqm", school })),
          roots: Effect.forEach(schools, (school) => readWholeStream(store, `school-lcqm-${school}`))
        })
      )
      const { histories, roots } = await run(Effect.provide(asked, one.store))
      const heads = await Promise.all(
        roots.map((whole, n) => {
          const stream = `school-lcqm-${schools[n]}`
          return signHeadOf(nodeHasher, signer, { stream, events: whole, logSize: events.length })
        })
      )
      return { replayed: histories.map(replay), roots, heads, register: valueOf(await one.lcqm.register()) }
    }
    const logNow = () => run(Effect.provide(Effect.flatMap(EventStore, storeLog), one.store))
    const before = await past()
    expect(before.replayed.flat().filter(({ outcome }) => outcome !== "same")).toEqual([])
    expect(before.register.length).toBeGreaterThan(10)
    const log = await logNow()
    const checkpoint = await signLogCheckpoint({ hasher: nodeHasher, ed25519: nodeEd25519, signer, log })
    const proofs = proofsIn(log, log.size)
    expect(proofs.inclusion.length).toBeGreaterThan(100)
    expect(proofs.consistency.length).toBeGreaterThan(10)
    const badges = before.register.map((award, n) =>
      JSON.stringify(
        openBadgeOf({ id: `https://sample.example/${n}`, award, criteriaSet: sampleCriteriaSet, issuer })
      )
    )
    expect(badges.filter((badge) => badge.includes(sampleMark))).toEqual([])

    const people = await run(
      Effect.provide(
        Effect.flatMap(KeyRing, (ring) => ring.people),
        one.keyRing
      )
    )
    const half = people.filter((_, n) => n % 2 === 0).map(({ person }) => person)
    expect(half.length).toBeGreaterThan(20)
    for (const person of half) {
      valueOf(
        await one.lcqm.execute({
          type: "ErasePerson",
          id: `erase.${person}`,
          actor: { person: "p-office001", roles: ["SchemeOffice"] },
          occurredOn: "2017",
          data: { person, request: "requests/1" }
        })
      )
    }
    expect((await one.events()).slice(0, events.length)).toEqual(events)
    expect(await past()).toEqual(before)

    // What was signed and proved before is what is proved now, and holds in the log as it goes on.
    const grown = await logNow()
    expect(grown.size).toBe(log.size + half.length)
    expect(proofsIn(grown, log.size)).toEqual(proofs)
    const believed = await verifyCheckpoint(nodeEd25519, policy, checkpoint)
    if (!believed.ok) throw new Error(believed.reason)
    const { root, size } = believed.checkpoint
    expect({ root, size }).toEqual(grown.headAt(size))
    for (const { index, proof } of proofs.inclusion) {
      const leafHash = hashFromHex(events[index]?.leafHash ?? "")
      expect(verifyInclusion(nodeHasher, { leafHash, index, tree: believed.checkpoint, proof })).toEqual({
        ok: true
      })
    }
    for (const { from, proof } of proofs.consistency) {
      const claim = { old: grown.headAt(from), grown: believed.checkpoint, proof }
      expect(verifyConsistency(nodeHasher, claim)).toEqual({ ok: true })
    }
    const onwards = consistencyProof(nodeHasher, grown.subtrees, size, grown.size)
    const claim = { old: believed.checkpoint, grown: grown.headAt(grown.size), proof: onwards }
    expect(verifyConsistency(nodeHasher, claim)).toEqual({ ok: true })
    const next = { hasher: nodeHasher, ed25519: nodeEd25519, signer, log: grown, lastSigned: checkpoint }
    expect(await verifyCheckpoint(nodeEd25519, policy, await signLogCheckpoint(next))).toMatchObject({
      ok: true
    })
    const auditor = { person: "p-auditor01", roles: ["Auditor"] } as const
    const opened = valueOf(await one.lcqm.openTexts(auditor, events as never))
    const words = opened.flatMap((event) =>
      textsOf(lcqmCatalogue, event).map(({ text }) => "text" in text && text.text)
    )
    const erased = texts.filter(({ text }) => text.about.some((person) => half.includes(person))).length
    expect(words.filter((each) => each === "[erased]").length).toBe(erased)
    expect(words.filter((each) => String(each).startsWith(sampleMark)).length).toBe(texts.length - erased)
    expect(erased).toBeGreaterThan(20)
  })
})
