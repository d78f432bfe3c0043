// How the award comes about: further work where it is asked for, the assessor's proposal, and the Champion's answer.
import { type AwardNode, type Level, rankOf } from "@lcqm/core"
import { weekday } from "../calendar.ts"
import { sample } from "../telling/sample-text.ts"
import { assessor, befalls, champion, type Journey, type Telling } from "./journey.ts"
import { worksFurther } from "./further-work.ts"
import { agrees, differ } from "./reviewing.ts"

/** How a journey that came to a visit ended. */
export interface Concluded {
  readonly school: string
  readonly cohort: string
  /** Null where the award was withheld. */
  readonly level: Level | null
  /** How many agreed judgements differ from the school's or the assessor's. */
  readonly differing: number
  /** What the rule made of the agreed judgements. */
  readonly explanation: AwardNode
}

async function* withholds(journey: Journey): Telling {
  yield journey.desk.later(4)
  const reason = sample("Bronze is not reached in every theme.")
  await journey.desk.judge("WithholdAward", { reason }, assessor(journey))
}

const oneBelow = (level: Level): Level => (level === "gold" ? "silver" : "bronze")

// One judgement is agreed anew, where the school's own was higher: further work leaves only its criteria open.
const looksAgain = async (journey: Journey): Promise<void> => {
  const { open, opinions } = journey
  for (const criterion of open) {
    const found = opinions.get(criterion)
    if (found === undefined || found.self === "set aside" || found.agreed === "set aside") continue
    if (rankOf(found.self) > rankOf(found.agreed)) {
      opinions.set(criterion, { ...found, agreed: found.self })
      await agrees(journey, criterion)
      return
    }
  }
}

// What comes between the agreed judgements and the proposal that is accepted.
async function* comesToTerms(journey: Journey, indicated: Level): Telling {
  const { desk } = journey
  if (befalls(journey, "history moved on")) {
    await desk.judgeUnseeing("ProposeAward", { level: indicated }, assessor(journey))
  }
  if (befalls(journey, "proposal withdrawn")) {
    await desk.judge("ProposeAward", { level: indicated }, assessor(journey))
    yield desk.later(2)
    const reason = sample("one judgement is to be talked over again.")
    await desk.judge("WithdrawProposal", { reason }, assessor(journey))
  }
  if (befalls(journey, "proposal declined")) {
    const level = oneBelow(indicated)
    const why = level === indicated ? {} : { reason: sample("the assessor is not sure of the evidence.") }
    await desk.judge("ProposeAward", { level, ...why }, assessor(journey))
    yield desk.later(3)
    const reason = sample("the school asks that the evidence be looked at again.")
    await desk.judge("DeclineProposal", { reason }, champion(journey))
    yield desk.later(5)
    await looksAgain(journey)
  }
}

/** The award is agreed, or withheld. */
export async function* concludes(journey: Journey, told: (concluded: Concluded) => void): Telling {
  const { chance, desk, lot, opinions, school } = journey
  const concluded = (level: Level | null, explanation: AwardNode): void => {
    const differing = [...opinions.values()].filter(differ).length
    told({ school: school.urn, cohort: journey.cohort, level, differing, explanation })
  }
  let explanation = await desk.explain("agreed")
  if (lot.ending !== "withheld" && (befalls(journey, "further work") || levelIn(explanation) === "none")) {
    yield* worksFurther(journey, explanation)
    explanation = await desk.explain("agreed")
  }
  if (levelIn(explanation) === "none") {
    yield* withholds(journey)
    concluded(null, explanation)
    return
  }
  yield weekday(journey.visitOn + 3)
  yield* comesToTerms(journey, levelIn(explanation))
  if (befalls(journey, "proposal declined")) explanation = await desk.explain("agreed")
  const indicated = levelIn(explanation)
  const below = befalls(journey, "below indicated") && indicated !== "bronze"
  const level = below ? oneBelow(indicated) : indicated
  const reason = sample("both find the lower level the fairer one in the school's setting.")
  await desk.judge("ProposeAward", { level, ...(below ? { reason } : {}) }, assessor(journey))
  yield desk.later(chance.int(2, 5))
  await desk.judge("AcceptProposal", { level }, champion(journey))
  concluded(level, explanation)
}

const levelIn = ({ level }: AwardNode): Level => level ?? "none"
