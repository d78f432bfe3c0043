// A subscription survives what networks do to it.
import { describe, expect, it } from "vitest"
import { dropSubscriptions } from "./dropping-subscriptions.ts"

describe("a subscription that is dropped a hundred times at random while events are appended", () => {
  it("delivers every event once, in order", async () => {
    const { appended, delivered, taken } = await dropSubscriptions(100)
    expect(delivered).toEqual(appended)
    expect(appended.length).toBeGreaterThan(500)
    expect(taken).toBeGreaterThan(90)
  })
})
