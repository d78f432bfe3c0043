// After a decision: awards are moderated where the rules ask for it, some are reviewed, and who was given none appeals.
import { type Level, moderationCauses } from "@lcqm/core"
import type { Aftermath } from "../aftermaths.ts"
import { personActing } from "../telling/desk.ts"
import { sample } from "../telling/sample-text.ts"
import { champion, type Journey, type Telling } from "./journey.ts"

// Another assessor than the first, who is one still when they answer.
const asksAnother = async (journey: Journey, about: "moderation" | "appeal") => {
  const { assessor, chance, coach, desk, office, school } = journey
  const on = desk.later(30)
  const { ref } = office.assessors.external(chance, school.urn, coach, on, assessor)
  await desk.send("AskSecondJudgement", { about, assessor: ref }, office.actor)
  return personActing(ref)
}

const another = (level: Level): Level =>
  level === "gold" ? "silver" : level === "silver" ? "bronze" : "silver"

async function* closesReview({ desk, office }: Journey): Telling {
  yield desk.later(6)
  const reason = sample("the rest of the evidence bears the award.")
  await desk.send("CloseReview", { finding: "award stands", reason }, office.actor)
}

/** The award is moderated, where it is an assessor's first or tenth or a borderline one; or the office asks for it. */
export async function* isModerated(journey: Journey, level: Level, differs: boolean): Telling {
  const { chance, desk } = journey
  const award = await desk.award()
  if (award === undefined || (moderationCauses(award).length === 0 && !differs)) return
  yield desk.later(2)
  const second = await asksAnother(journey, "moderation")
  yield desk.later(chance.int(4, 9))
  const reason = sample("the evidence was looked at once more.")
  await desk.judge("GiveSecondJudgement", { level: differs ? another(level) : level, reason }, second)
  if (differs) yield* closesReview(journey)
}

async function* withdrawsEvidence(journey: Journey): Telling {
  const { desk, shown } = journey
  const [first] = shown
  if (first === undefined) return
  yield desk.later(30)
  const reason = sample("the item has been lost since.")
  await desk.send("WithdrawEvidence", { evidence: first.evidence, reason }, champion(journey))
  journey.shown = shown.filter(({ evidence }) => evidence !== first.evidence)
  yield* closesReview(journey)
}

async function* appeals(journey: Journey): Telling {
  const { desk, office } = journey
  yield desk.later(5)
  const grounds = sample("the school finds that more was shown than was seen.")
  await desk.send("LodgeAppeal", { grounds }, champion(journey))
  yield desk.later(3)
  const second = await asksAnother(journey, "appeal")
  yield desk.later(7)
  const found = sample("Bronze is not reached in every theme on the original evidence either.")
  await desk.judge("GiveSecondJudgement", { level: "none", reason: found }, second)
  yield desk.later(2)
  const reason = sample("another assessor has found the same.")
  await desk.judge("DecideAppeal", { reason }, office.actor)
}

/** What comes after the decision; `level` is null where the award was withheld. */
export async function* livesOn(
  journey: Journey,
  level: Level | null,
  aftermath: Aftermath | undefined
): Telling {
  if (level === null) {
    // Who has had a second chance does not ask for a third.
    if (journey.lot.ending === "withheld") yield* appeals(journey)
    return
  }
  yield* isModerated(journey, level, aftermath === "second judgement differs")
  if (aftermath === "evidence withdrawn") yield* withdrawsEvidence(journey)
}
