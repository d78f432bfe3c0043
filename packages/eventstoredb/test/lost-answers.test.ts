// An answer that is lost after the commit leaves exactly one effect. A thousand times: `npm run soak -w
// packages/eventstoredb`.
import { describe, expect, it } from "vitest"
import { loseAnswers, waysToLose } from "./losing-answers.ts"

describe("commands whose answers are lost after the commit, at random over journeys", () => {
  it("have exactly one effect each, whichever way the answer is lost", async () => {
    const { byWay, lost } = await loseAnswers(40, 1)
    expect(lost).toBe(40)
    expect([...byWay.keys()].toSorted()).toEqual([...waysToLose].toSorted())
  })
})
