// The visit: evidence reviewed with the Champion, each criterion judged by the assessor, and the judgements agreed.
import { weekday } from "../calendar.ts"
import { allCriteria, type Opinions } from "../judging.ts"
import { sample } from "../telling/sample-text.ts"
import { assessor, befalls, type Journey, type Shown, type Telling } from "./journey.ts"
import { judgementOf } from "./self-assessing.ts"

// Which evidence the assessor will find insufficient.
const insufficient = (journey: Journey): ReadonlySet<Shown> => {
  const { chance, shown } = journey
  const found = new Set<Shown>()
  const spare = chance
    .shuffled(shown)
    .find((each) => shown.filter(({ criterion }) => criterion === each.criterion).length > 1)
  if (befalls(journey, "evidence insufficient") && spare !== undefined) found.add(spare)
  if (befalls(journey, "further work")) {
    const criteria = chance.shuffled(allCriteria).slice(0, 2)
    for (const each of shown) if (criteria.includes(each.criterion)) found.add(each)
  }
  return found
}

/** Whether the agreed judgement is not that of both. */
export const differ = ({ agreed, assessor: theirs, self }: Opinions): boolean =>
  self !== agreed || theirs !== agreed

/** Assessor and Champion agree the judgement of a criterion. */
export const agrees = async (journey: Journey, criterion: string): Promise<void> => {
  const { desk, opinions } = journey
  const found = opinions.get(criterion)
  if (found === undefined) return
  if (found.self === "set aside" && found.agreed !== "set aside") {
    const claimed = { criterion, judgement: judgementOf("set aside") }
    await desk.sendInVain("SetAsideNotShared", "AgreeJudgement", claimed, assessor(journey))
  }
  const reason = differ(found) ? { reason: sample("both looked at the evidence once more.") } : {}
  await desk.send(
    "AgreeJudgement",
    { criterion, judgement: judgementOf(found.agreed), ...reason },
    assessor(journey)
  )
}

/** The assessor judges a criterion. */
export const assesses = async (journey: Journey, criterion: string): Promise<void> => {
  const opinion = journey.opinions.get(criterion)?.assessor ?? "none"
  await journey.desk.send(
    "AssessCriterion",
    { criterion, judgement: judgementOf(opinion) },
    assessor(journey)
  )
}

/** The assessor reviews evidence with the Champion, and finds some of it insufficient. */
export const reviews = async (
  journey: Journey,
  shown: ReadonlyArray<Shown>,
  refused: ReadonlySet<Shown>
): Promise<void> => {
  for (const each of shown) {
    const found = refused.has(each)
      ? ({
          verdict: "insufficient",
          reason: sample("it does not show what the criterion asks for.")
        } as const)
      : ({ verdict: "accepted" } as const)
    await journey.desk.send("ReviewEvidence", { ...each, ...found }, assessor(journey))
  }
}

/** The visit is held, and what it leads to agreed. */
export async function* isVisited(journey: Journey): Telling {
  yield journey.visitOn
  await journey.desk.send("HoldVisit", {}, assessor(journey))
  await reviews(journey, journey.shown, insufficient(journey))
  for (const criterion of allCriteria) await assesses(journey, criterion)
  yield weekday(journey.visitOn + 1)
  for (const criterion of allCriteria) await agrees(journey, criterion)
}
