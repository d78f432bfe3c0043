// After a decision: who was given no award, or a lower one, may appeal, and is right or is not; awards are moderated
// where the rules ask for it, and some are reviewed.
import { type Level, moderationCauses } from "@lcqm/core"
import type { Aftermath } from "../aftermaths.ts"
import { personActing } from "../telling/desk.ts"
import { sample } from "../telling/sample-text.ts"
import { champion, type Journey, type Telling } from "./journey.ts"

// Another assessor than those who have judged, who is one still when they answer.
const asksAnother = async (journey: Journey, about: "moderation" | "appeal") => {
  const { assessor, chance, coach, desk, heardBy, office, school } = journey
  const on = desk.later(30)
  const judged = [assessor, heardBy].filter((ref) => ref !== undefined)
  const { ref } = office.assessors.external(chance, school.urn, coach, on, judged)
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
export async function* isModerated(journey: Journey, differs: boolean): Telling {
  const { chance, desk } = journey
  const award = await desk.award()
  if (award === undefined || (moderationCauses(award).length === 0 && !differs)) return
  yield desk.later(2)
  const second = await asksAnother(journey, "moderation")
  yield desk.later(chance.int(4, 9))
  const reason = sample("the evidence was looked at once more.")
  await desk.judge(
    "GiveSecondJudgement",
    { level: differs ? another(award.level) : award.level, reason },
    second
  )
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

/** What a school appeals for, and what another assessor finds in the original evidence. */
interface Appeal {
  readonly grounds: string
  readonly level: Level
  readonly found: string
  readonly reason: string
}

async function* appeals(journey: Journey, { found, grounds, level, reason }: Appeal): Telling {
  const { desk, office } = journey
  yield desk.later(5)
  await desk.send("LodgeAppeal", { grounds: sample(grounds) }, champion(journey))
  yield desk.later(3)
  const second = await asksAnother(journey, "appeal")
  yield desk.later(7)
  await desk.judge("GiveSecondJudgement", { level, reason: sample(found) }, second)
  journey.heardBy = second.person
  yield desk.later(2)
  await desk.judge("DecideAppeal", { reason: sample(reason) }, office.actor)
}

const inVain: Appeal = {
  grounds: "the school finds that more was shown than was seen.",
  level: "none",
  found: "Bronze is not reached in every theme on the original evidence either.",
  reason: "another assessor has found the same."
}

const forAnAward: Appeal = {
  grounds: "the school finds that its further work was turned down for its form.",
  level: "bronze",
  found: "the evidence of the further work shows what was asked for, and Bronze is reached in every theme.",
  reason: "another assessor has found that the award is due."
}

const forMoreThan = (level: Level): Appeal => ({
  grounds: "the school finds that it was seen below what it showed.",
  level: level === "bronze" ? "silver" : "gold",
  found: "on the original evidence the level above is reached.",
  reason: "another assessor has found that the higher level is due."
})

/** What comes after the decision; `level` is null where the award was withheld. */
export async function* livesOn(
  journey: Journey,
  level: Level | null,
  aftermath: Aftermath | undefined
): Telling {
  if (level === null) {
    if (aftermath === "award given on appeal") yield* appeals(journey, forAnAward)
    // Who has had a second chance does not ask for a third, unless they are right.
    else if (journey.lot.ending === "withheld") yield* appeals(journey, inVain)
    return
  }
  if (aftermath === "award raised on appeal") yield* appeals(journey, forMoreThan(level))
  yield* isModerated(journey, aftermath === "second judgement differs")
  if (aftermath === "evidence withdrawn") yield* withdrawsEvidence(journey)
}
