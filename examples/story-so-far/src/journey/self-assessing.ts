// The school judges itself by every criterion and declares the level it works at, which the rule indicates.
import { type Level, sampleCriteriaSet, type WrittenJudging } from "@lcqm/core"
import { weekday } from "../calendar.ts"
import { allCriteria, type Opinion } from "../judging.ts"
import { sample } from "../telling/sample-text.ts"
import { befalls, champion, type Journey, type Telling } from "./journey.ts"

/** An opinion as a judgement. */
export const judgementOf = (opinion: Opinion): WrittenJudging =>
  opinion === "set aside"
    ? { setAside: sample("this criterion does not apply in the school's setting.") }
    : { level: opinion }

const judges = async (journey: Journey, criterion: string): Promise<void> => {
  const opinion = journey.opinions.get(criterion)?.self ?? "none"
  await journey.desk.send(
    "SelfAssessCriterion",
    { criterion, judgement: judgementOf(opinion) },
    champion(journey)
  )
}

// A second criterion of the theme would be more than the rule lets a school set aside.
const setsTooMuchAside = async (journey: Journey): Promise<void> => {
  const { desk, opinions } = journey
  const theme = sampleCriteriaSet.themes.find(({ criteria }) =>
    criteria.some(({ id }) => opinions.get(id)?.self === "set aside")
  )
  const another = theme?.criteria.find(({ id }) => opinions.get(id)?.self !== "set aside")
  if (another === undefined) return
  const judgement = judgementOf("set aside")
  await desk.sendInVain(
    "RuleRefuses",
    "SelfAssessCriterion",
    { criterion: another.id, judgement },
    champion(journey)
  )
}

const neighbour = (level: Level): Level => {
  switch (level) {
    case "none":
      return "bronze"
    case "bronze":
      return "silver"
    case "silver":
      return "gold"
    case "gold":
      return "silver"
  }
}

const declares = async (journey: Journey): Promise<void> => {
  const { desk } = journey
  const { level } = await desk.explain("self")
  const indicated = level ?? "none"
  if (!befalls(journey, "another level declared")) {
    await desk.send("DeclareSelfAssessment", { declared: indicated }, champion(journey))
    return
  }
  const declared = neighbour(indicated)
  await desk.sendInVain("ReasonMissing", "DeclareSelfAssessment", { declared }, champion(journey))
  const reason = sample("the school sees itself at another level, in its own setting.")
  await desk.send("DeclareSelfAssessment", { declared, reason }, champion(journey))
}

/** The school assesses itself. */
export async function* assessesItself(journey: Journey): Telling {
  const { chance, desk, visitOn } = journey
  const first = weekday(visitOn - 28)
  yield first
  for (const criterion of allCriteria.slice(0, 9)) await judges(journey, criterion)
  yield weekday(first + 2)
  for (const criterion of allCriteria.slice(9)) await judges(journey, criterion)
  if (befalls(journey, "set aside")) await setsTooMuchAside(journey)
  yield weekday(first + 4)
  await declares(journey)
  if (!befalls(journey, "self-assessment reopened")) return
  yield weekday(first + 6)
  await desk.send(
    "ReopenSelfAssessment",
    { reason: sample("one criterion is to be looked at again.") },
    champion(journey)
  )
  const criterion = chance.oneOf(allCriteria)
  const opinions = journey.opinions.get(criterion)
  if (opinions !== undefined && opinions.self !== "set aside" && opinions.agreed !== "set aside") {
    journey.opinions.set(criterion, { ...opinions, self: opinions.self === "bronze" ? "silver" : "bronze" })
    await judges(journey, criterion)
  }
  await declares(journey)
}
