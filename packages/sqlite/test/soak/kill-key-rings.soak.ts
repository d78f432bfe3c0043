// The keeper of a key ring is killed (SIGKILL) again and again, at full length; `npm test` has a few of it.
import { expect, it } from "vitest"
import { killTheKeeper } from "../processes/killed-ring.ts"

const kills = Number(process.env["LCQM_KILLS"] ?? "200")

it(
  `the keeper of a key ring killed ${kills} times: it opens, no key acknowledged is lost, nobody forgotten comes back, a rotation is whole`,
  { timeout: 3_600_000 },
  async () => {
    const seen = await killTheKeeper(kills)
    expect(seen.acknowledged).toBeGreaterThanOrEqual(kills / 2)
    console.log(`key ring: ${JSON.stringify(seen)}`)
  }
)
