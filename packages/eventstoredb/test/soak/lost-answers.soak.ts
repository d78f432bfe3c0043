// A thousand answers lost after the commit, over generated command sequences.
import { expect, it } from "vitest"
import { loseAnswers, waysToLose } from "../losing-answers.ts"

it("a thousand commands whose answers are lost after the commit have exactly one effect each", async () => {
  const seed = Number(process.env["LCQM_SEED"] ?? 1)
  const { appends, byWay, journeys, lost } = await loseAnswers(1_000, seed)
  const ways = [...byWay].map(([way, times]) => `${way} ${times}`).join(", ")
  console.info(
    `seed ${seed}: ${lost} answers lost of ${appends} appends in ${journeys} journeys (${ways}); one effect each`
  )
  expect(lost).toBe(1_000)
  expect([...byWay.keys()].toSorted()).toEqual([...waysToLose].toSorted())
})
