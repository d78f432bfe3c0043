// A few kills of a key ring's keeper; `npm run test:crash` has two hundred.
import { expect, it } from "vitest"
import { killTheKeeper } from "../processes/killed-ring.ts"

it("a key ring whose keeper is killed opens, keeps every key that was acknowledged, and nobody who was forgotten comes back", async () => {
  const { acknowledged } = await killTheKeeper(6)
  expect(acknowledged).toBeGreaterThan(0)
})
