// Four programs on one file at full length, under both durabilities; `npm test` has a shorter run.
import { it } from "vitest"
import { expectFourToAppend } from "../processes/four-at-once.ts"

it.each(["full", "normal"] as const)(
  "four processes that append 2,500 times each, %s durability, leave 10,000 events",
  { timeout: 1_200_000 },
  async (durability) => {
    const milliseconds = await expectFourToAppend(2500, durability)
    console.log(`${durability}: 10,000 events of four processes in ${Math.round(milliseconds / 1000)} s`)
  }
)
