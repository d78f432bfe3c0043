// A key ring whose keeper is killed (SIGKILL) at a random moment, again and again on the same file, while it makes keys,
// forgets them and rotates the master key. What must be there after each kill: the ring opens; what was acknowledged
// is so; of the one step it was at, all or nothing.
import { newMasterKeyText, masterKeyFrom } from "../../src/index.ts"
import { Effect, Result } from "effect"
import { expect } from "vitest"
import { newPath } from "../places.ts"
import { bytesAround, keyOf, ringRefused, withRing, wrappedIn } from "../personal-data/kept.ts"
import { heard, programFor } from "./heard.ts"

type Step =
  | { readonly kind: "obtain" | "forget"; readonly person: string; readonly key: ReadonlyArray<number> }
  | { readonly kind: "rotate" }

/** What is known of a ring: whose key is which, and who was forgotten. */
type Known = ReadonlyMap<string, Uint8Array | "forgotten">

interface Ring {
  readonly known: Known
  /** Which of the master keys it is under. */
  readonly master: number
}

/** What the kills came upon. */
export interface Kills {
  readonly kills: number
  readonly acknowledged: number
  /** Of the steps that were cut off: how many were there all the same, by kind, and how many were not. */
  readonly done: Readonly<Record<Step["kind"], number>>
  readonly undone: Readonly<Record<Step["kind"], number>>
  readonly forgotten: number
  readonly keys: number
}

const random = (below: number): number => Math.floor(Math.random() * below)

/** What a step makes of a ring. */
const after = ({ known, master }: Ring, step: Step | undefined): Ring => {
  if (step === undefined) return { known, master }
  if (step.kind === "rotate") return { known, master: master + 1 }
  const there = known.get(step.person)
  if (step.kind === "obtain" && there !== undefined) return { known, master }
  const now = step.kind === "forget" ? "forgotten" : Uint8Array.from(step.key)
  return { known: new Map(known).set(step.person, now), master }
}

/** What is to be done next: keys for new people, now and then somebody forgotten, now and then a rotation. */
const plan = (ring: Ring, count: number, firstPerson: number): ReadonlyArray<Step> => {
  const steps: Array<Step> = []
  let now = ring
  for (let n = 0; n < count; n += 1) {
    const chance = Math.random()
    const kept = [...now.known].filter(([, key]) => key !== "forgotten").map(([person]) => person)
    const somebody = kept[random(kept.length)]
    const step: Step =
      somebody === undefined || chance < 0.6
        ? { kind: "obtain", person: `p-person${firstPerson + n}`, key: [...keyOf(firstPerson + n)] }
        : chance < 0.8
          ? { kind: "forget", person: somebody, key: [] }
          : { kind: "rotate" }
    steps.push(step)
    now = after(now, step)
  }
  return steps
}

const sameKnown = (one: Known, other: Known): boolean =>
  one.size === other.size &&
  [...one].every(([person, key]) => {
    const theirs = other.get(person)
    return key === "forgotten" || theirs === "forgotten" || theirs === undefined
      ? key === theirs
      : Buffer.from(key).equals(theirs)
  })

const masterKeyOf = (text: string | undefined) => Result.getOrThrow(masterKeyFrom(text ?? ""))

/** Everybody on the ring and their key, as whoever opens it next finds them; every key must be readable. */
const found = (path: string, text: string | undefined): Promise<Known> =>
  withRing(path, { masterKey: masterKeyOf(text) }, (ring) =>
    Effect.gen(function* () {
      const known = new Map<string, Uint8Array | "forgotten">()
      for (const { forgotten, person } of yield* ring.people) {
        const key = yield* ring.find(person)
        expect(key._tag).toBe(forgotten ? "Forgotten" : "Key")
        known.set(person, key._tag === "Key" ? key.key : "forgotten")
      }
      return known
    })
  )

const stepsEach = 400
const peopleEach = 1_000

/** Kills the keeper of one ring so many times, and looks at what is there after each. */
export const killTheKeeper = async (kills: number): Promise<Kills> => {
  const path = newPath()
  const masters: Array<string> = []
  const counts = { obtain: 0, forget: 0, rotate: 0 }
  const [done, undone] = [{ ...counts }, { ...counts }]
  let acknowledgedInAll = 0
  let ring: Ring = { known: new Map(), master: 0 }
  for (let kill = 0; kill < kills; kill += 1) {
    while (masters.length < ring.master + stepsEach) masters.push(newMasterKeyText())
    const steps = plan(ring, stepsEach, kill * peopleEach)
    const before = kill === 0 ? new Map<string, Buffer>() : wrappedIn(path)
    const told = { path, master: 0, masters: masters.slice(ring.master, ring.master + stepsEach), steps }
    // Every fourth time while it is still opening the ring, which the first time is made.
    const when = { acknowledged: kill % 4 === 0 ? 0 : 1, after: 150 * Math.random() }
    const { acknowledged, code, complaints } = await heard(programFor("ring-keeper.mjs", told), when)
    expect({ code, complaints }, "it ended by the signal, and not by itself").toEqual({
      code: null,
      complaints: ""
    })
    acknowledgedInAll += acknowledged
    const sure = steps.slice(0, acknowledged).reduce(after, ring)
    const step = steps[acknowledged]
    const orMore = after(sure, step)

    // Under one master key or the next, whole.
    const isNext = orMore.master !== sure.master && (await refuses(path, masters[sure.master]))
    const there = await found(path, masters[isNext ? orMore.master : sure.master])
    const isDone = isNext || (orMore.master === sure.master && !sameKnown(there, sure.known))
    ring = isDone ? orMore : sure
    expect(sameKnown(there, ring.known), `what was acknowledged, and step ${JSON.stringify(step)}`).toBe(true)
    if (step !== undefined) (isDone ? done : undone)[step.kind] += 1

    // What was forgotten or wrapped anew is in no byte any more.
    const now = wrappedIn(path)
    const bytes = bytesAround(path)
    for (const [person, wrapped] of before) {
      expect([person, bytes.includes(wrapped)]).toEqual([person, now.get(person)?.equals(wrapped) === true])
    }
  }
  const forgotten = [...ring.known.values()].filter((key) => key === "forgotten").length
  const keys = ring.known.size - forgotten
  return { kills, acknowledged: acknowledgedInAll, done, undone, forgotten, keys }
}

const refuses = async (path: string, text: string | undefined): Promise<boolean> => {
  const refused = await ringRefused(path, masterKeyOf(text)).catch(() => undefined)
  return refused?.reason.startsWith("its keys are wrapped under the master key") === true
}
