// An append is answered with what a reader will see, and with nothing the caller still holds.
import { nodeHasher } from "@lcqm/ledger/node"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { catalogueOf, codecOf, positionOf, readBack, upcast } from "../../../src/index.ts"
import { codecAt, Greeted1, Greeted2, notWhatItSays, stamped } from "../greetings.ts"
import { greeting } from "./greetings-of.ts"

const codec = codecAt(3)

describe("an event read back from its bytes", () => {
  it("of the newest version is one object, deep-frozen, at its position", () => {
    const event = greeting(4)
    const encoded = Result.getOrThrow(codec.encode(event))
    const kept = Result.getOrThrow(readBack(codec, event, encoded, positionOf(7)))
    expect(kept.event).toEqual({ ...event, position: positionOf(7), leafHash: encoded.leafHash })
    expect(kept.asStored).toBe(kept.event)
    expect(Object.isFrozen(kept.event.data)).toBe(true)
    expect(kept.event.data).not.toBe(event.data)
  })

  it("of an earlier version is both: as it was written, and as it is read now", () => {
    const event = stamped(Greeted1.type, { name: "Sample" })
    const encoded = Result.getOrThrow(codec.encode(event))
    const kept = Result.getOrThrow(readBack(codec, event, encoded, positionOf(0)))
    expect(kept.asStored).toMatchObject({ type: "Greeted.v1", data: { name: "Sample" } })
    expect(kept.event).toMatchObject({ type: "Greeted.v3", data: { whom: "Sample", times: "not counted" } })
  })

  it("that upcasting would spoil is refused before it is written", () => {
    const spoils = catalogueOf([Greeted1, Greeted2], [upcast(Greeted1, Greeted2, () => notWhatItSays)])
    const event = stamped(Greeted1.type, { name: "Sample" })
    const spoilt = codecOf(spoils, nodeHasher)
    const encoded = Result.getOrThrow(spoilt.encode(event))
    const refusal = Result.flip(readBack(spoilt, event, encoded, positionOf(7)))
    expect(refusal).toMatchObject({ success: { _tag: "InvalidEvent", stream: event.stream } })
  })
})
