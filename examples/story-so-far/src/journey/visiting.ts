// The office finds an external assessor and arranges the visit, which may move or be arranged anew.
import { type InterestKind, isoDateOf } from "@lcqm/core"
import type { KnownAssessor } from "../assessors.ts"
import { weekday } from "../calendar.ts"
import { scheme } from "../cohorts.ts"
import { personActing } from "../telling/desk.ts"
import { sample } from "../telling/sample-text.ts"
import { assessor, befalls, type Journey, type Telling } from "./journey.ts"

const takesOn = async (journey: Journey, { ref }: KnownAssessor): Promise<void> => {
  const { chance, enrolment, office, school } = journey
  const data = { scheme, person: ref, school: school.urn, enrolment }
  await office.desk.send({ type: "TakeAssessment", data }, personActing(ref), chance)
}

const arranges = async (journey: Journey, on: string): Promise<void> => {
  const { chance, coach, desk, office, school, visitOn } = journey
  const asked = (): KnownAssessor => office.assessors.external(chance, school.urn, coach, visitOn + 120)
  if (befalls(journey, "assessor not external") && journey.assessor === undefined) {
    // Whoever is asked first turns out, on looking closer, not to be external.
    const found = asked()
    await takesOn(journey, found)
    const interest = chance.oneOf<InterestKind>(["family", "business", "employment"])
    const data = { person: found.ref, school: school.urn, interest } as const
    await office.desk.send({ type: "DeclareInterest", data }, personActing(found.ref), chance)
    found.interests.add(school.urn)
    await desk.sendInVain("AssessorNotExternal", "ArrangeVisit", { assessor: found.ref, on }, office.actor)
  }
  const found = asked()
  await takesOn(journey, found)
  await desk.send("ArrangeVisit", { assessor: found.ref, on }, office.actor)
  journey.assessor = found.ref
}

/** The visit is arranged. */
export async function* awaitsVisit(journey: Journey): Telling {
  const { chance, desk, office } = journey
  yield weekday(journey.visitOn - 20)
  // At first some visits are only known by their month.
  const month = chance.happens(10)
  const day = isoDateOf(journey.visitOn)
  await arranges(journey, month ? day.slice(0, 7) : day)
  if (month) {
    yield weekday(journey.visitOn - 14)
    await desk.send("MoveVisit", { on: day }, office.actor)
  }
  if (befalls(journey, "visit moved")) {
    yield weekday(journey.visitOn - 6)
    journey.visitOn = weekday(journey.visitOn + chance.int(5, 10))
    const reason = sample("the school asks for another day.")
    await desk.send("MoveVisit", { on: isoDateOf(journey.visitOn), reason }, assessor(journey))
  }
  if (befalls(journey, "visit cancelled")) {
    yield weekday(journey.visitOn - 4)
    const reason = sample("the assessor cannot come.")
    await desk.send("CancelVisit", { reason }, office.actor)
    journey.visitOn = weekday(journey.visitOn + 12)
    await arranges(journey, isoDateOf(journey.visitOn))
  }
}
