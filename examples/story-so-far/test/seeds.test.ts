// What every seed's story holds. Ten seeds in the tests; `npm run soak -w @lcqm/story-so-far` tells fifty.
import type { CohortStatus, SchoolProgress } from "@lcqm/core"
import { afterAll, describe, expect, test } from "vitest"
import { cohortsSoFar, outcomeKinds } from "../src/index.ts"
import { tell, type Told } from "./told.ts"

const seeds = Array.from({ length: Number(process.env["STORY_SEEDS"] ?? 10) }, (_, index) => index + 1)
const told = new Map<number, Told>()
const toldOf = async (seed: number): Promise<Told> => {
  const known = told.get(seed) ?? (await tell(seed))
  told.set(seed, known)
  return known
}

// How far the schools of a cohort are, by what the page says of it.
const asFarAs: Readonly<Record<CohortStatus, ReadonlyArray<SchoolProgress>>> = {
  assessed: ["awarded", "withheld"],
  "being assessed": ["awarded", "withheld", "assessing", "in training"],
  "in training": ["in training"],
  planned: ["planned"]
}

afterAll(() => {
  const rows = outcomeKinds.map((kind) => {
    const counts = [...told.values()].map((each) => String(each.counts[kind]).padStart(4))
    return `${kind.padEnd(44)}${counts.join("")}`
  })
  console.log(["outcomes by seed".padEnd(44), ...told.keys()].join(" "), `\n${rows.join("\n")}`)
})

describe.each(seeds)("the story of seed %i", (seed) => {
  test("holds every kind of outcome", async () => {
    const { counts } = await toldOf(seed)
    expect(outcomeKinds.filter((kind) => counts[kind] === 0)).toEqual([])
  }, 180_000)

  test.each(cohortsSoFar)(
    "is as at the page's own date what the page says of cohort $label",
    async ({ area, label, phases, schools, status, title, windows }) => {
      const { atPageDate } = await toldOf(seed)
      const cohort = atPageDate.find((each) => each.cohort === label)
      expect(cohort).toMatchObject({ title, area, windows, status })
      expect(cohort?.schools).toHaveLength(schools)
      const unknown = phases === undefined ? schools : 0
      expect(cohort?.phases).toEqual({ primary: 0, secondary: 0, special: 0, ...phases, unknown })
      // Nobody has left or paused, and every school is as far as its cohort.
      const counted = asFarAs[status].map((progress) => cohort?.progress[progress] ?? 0)
      expect(counted.reduce((sum, each) => sum + each)).toBe(schools)
    }
  )
})

test("every seed tells another story", async () => {
  const digests = await Promise.all(seeds.map(async (seed) => (await toldOf(seed)).digest))
  expect(new Set(digests).size).toBe(seeds.length)
})
