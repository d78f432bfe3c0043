// A school renews its award: another enrolment with a later cohort, some evidence carried forward, the rest gathered anew.
import { type Level, presets, sampleCriteriaSet } from "@lcqm/core"
import { calendarOf, on, weekday } from "../calendar.ts"
import { allCriteria, opinionsOf } from "../judging.ts"
import { isModerated } from "./afterwards.ts"
import { concludes } from "./agreeing.ts"
import { champion, type Journey, type Telling } from "./journey.ts"
import { prepares } from "./preparing.ts"
import { isVisited } from "./reviewing.ts"
import { assessesItself } from "./self-assessing.ts"
import { assigns } from "./showing.ts"
import { awaitsVisit } from "./visiting.ts"

const cohort = "A"
const begun = on("2018-04-16")
const carriedForward = 3

/** The renewal, from its beginning to an award of its own. Nothing befalls the school on this way. */
export async function* renews(journey: Journey): Telling {
  const { chance, desk, office } = journey
  yield begun
  const pins = { criteriaSet: sampleCriteriaSet.version, ruleSet: presets["best-fit/1"].version }
  await desk.send("BeginRenewal", { cohort, ...pins }, office.actor)
  const lot = { ...journey.lot, turns: new Set<never>() }
  const [first, last] = calendarOf(cohort).visits
  const renewing: Journey = {
    ...journey,
    lot,
    cohort,
    enrolment: journey.enrolment + 1,
    opinions: opinionsOf(lot, chance),
    visitOn: weekday(chance.int(first, last)),
    shown: [],
    open: allCriteria
  }
  yield desk.later(2)
  const kept = new Map(journey.shown.map(({ criterion, evidence }) => [evidence, criterion]))
  for (const [evidence, criterion] of [...kept].slice(0, carriedForward)) {
    await desk.send("CarryEvidenceForward", { evidence }, champion(renewing))
    await assigns(renewing, evidence, criterion)
  }
  yield* prepares(renewing)
  yield* assessesItself(renewing)
  yield* awaitsVisit(renewing)
  yield* isVisited(renewing)
  let agreed: Level | null = null
  yield* concludes(renewing, ({ level }) => {
    agreed = level
  })
  if (agreed !== null) yield* isModerated(renewing, false)
}
