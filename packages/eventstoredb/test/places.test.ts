// The limit on appends under way.
import { describe, expect, it } from "vitest"
import { Places } from "../src/connection/places.ts"

/** Enters, and notes when there was a place. */
const entering = (places: Places, name: string, entered: Array<string>) =>
  places.enter(() => void entered.push(name))

describe("places", () => {
  it("are taken at once while there are some, and then in the order of arrival", () => {
    const [places, entered]: [Places, Array<string>] = [new Places(2), []]
    const [leaveA, , leaveC] = ["a", "b", "c", "d"].map((name) => entering(places, name, entered))
    expect(entered).toEqual(["a", "b"])
    leaveA?.()
    expect(entered).toEqual(["a", "b", "c"])
    leaveC?.()
    expect(entered).toEqual(["a", "b", "c", "d"])
  })

  it("are given back once, however often one leaves", () => {
    const [places, entered]: [Places, Array<string>] = [new Places(1), []]
    const leave = entering(places, "a", entered)
    entering(places, "b", entered)
    entering(places, "c", entered)
    leave()
    leave()
    expect(entered).toEqual(["a", "b"])
  })

  it("are not taken by who no longer waits", () => {
    const [places, entered]: [Places, Array<string>] = [new Places(1), []]
    const leave = entering(places, "a", entered)
    const giveUp = entering(places, "b", entered)
    entering(places, "c", entered)
    giveUp()
    leave()
    expect(entered).toEqual(["a", "c"])
  })

  it("may be left while they are entered", () => {
    const [places, entered]: [Places, Array<string>] = [new Places(1), []]
    places.enter((leave) => {
      entered.push("a")
      leave()
    })
    entering(places, "b", entered)
    expect(entered).toEqual(["a", "b"])
  })
})
