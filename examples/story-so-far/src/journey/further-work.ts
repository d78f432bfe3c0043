// Further work: some criteria are opened again, worked on by a date, and judged anew. The rest stands.
import { type AwardNode, isoDateOf, type Level, rankOf } from "@lcqm/core"
import { weekday } from "../calendar.ts"
import { sample } from "../telling/sample-text.ts"
import { assessor, champion, type Journey, type Telling } from "./journey.ts"
import { agrees, assesses, reviews } from "./reviewing.ts"
import { assigns, submits } from "./showing.ts"

const mostCriteriaAsked = 3

// What to work on: where too little evidence counts, else the criteria that count lowest.
const toWorkOn = ({ themes }: AwardNode): readonly [string, ...Array<string>] => {
  const criteria = themes.flatMap((theme) => theme.criteria).filter(({ countsAs }) => countsAs !== null)
  const short = criteria.filter(({ verdict }) => verdict === "too little evidence")
  const rank = ({ countsAs }: { readonly countsAs: Level | null }): number => rankOf(countsAs ?? "gold")
  const chosen = short.length > 0 ? short : criteria.toSorted((a, b) => rank(a) - rank(b))
  const [first, ...rest] = chosen.slice(0, mostCriteriaAsked).map(({ id }) => id)
  return [first ?? "", ...rest]
}

/** The assessor asks for further work on some criteria; the school does it, and they are judged anew. */
export async function* worksFurther(journey: Journey, explanation: AwardNode): Telling {
  const { desk, lot, visitOn } = journey
  const criteria = toWorkOn(explanation)
  const by = weekday(visitOn + 60)
  yield weekday(visitOn + 3)
  const reason = sample("these criteria need more to be shown.")
  await desk.judge("AskFurtherWork", { criteria, by: isoDateOf(by), reason }, assessor(journey))
  yield weekday(visitOn + 30)
  for (const criterion of criteria) {
    const evidence = await submits(journey, { from: visitOn + 4, until: visitOn + 30 })
    await assigns(journey, evidence, criterion)
  }
  yield weekday(by - 8)
  await desk.send("SubmitFurtherWork", { note: sample("new evidence is there.") }, champion(journey))
  yield by
  const shown = journey.shown.slice(-criteria.length)
  await reviews(journey, shown, new Set(lot.ending === "withheld after further work" ? shown : []))
  journey.open = criteria
  for (const criterion of criteria) {
    await assesses(journey, criterion)
    await agrees(journey, criterion)
  }
}
