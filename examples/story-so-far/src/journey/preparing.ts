// The months of preparation: CPD sessions attended, evidence gathered and assigned to criteria.
import { calendarOf, weekday } from "../calendar.ts"
import { allCriteria } from "../judging.ts"
import { sample } from "../telling/sample-text.ts"
import { attendances } from "./attending.ts"
import { assigns, submits } from "./showing.ts"
import { befalls, champion, type Entry, type Journey, type Telling } from "./journey.ts"

// Each criterion has an item of its own; some items serve a second criterion, and some criteria have two items.
const gathering = (journey: Journey): ReadonlyArray<Entry> => {
  const { chance } = journey
  const [first, last] = calendarOf(journey.cohort).evidence
  const days = Array.from({ length: chance.int(5, 7) }, () => weekday(chance.int(first, last)))
  const any = (): string => chance.oneOf(allCriteria)
  const wanted = [...allCriteria, ...Array.from({ length: chance.int(2, 4) }, any)]
  return wanted.map((criterion) => {
    const day = chance.oneOf(days)
    const second = chance.happens(15) ? any() : criterion
    return {
      on: day,
      act: async () => {
        const evidence = await submits(journey, { from: first - 60, until: day })
        await assigns(journey, evidence, criterion)
        if (second !== criterion) await assigns(journey, evidence, second)
      }
    }
  })
}

const replacing = (journey: Journey): ReadonlyArray<Entry> => {
  if (!befalls(journey, "Champion replaced")) return []
  const { chance, desk, office } = journey
  const [first, last] = calendarOf(journey.cohort).evidence
  return [
    {
      on: weekday(Math.floor((first + last) / 2)),
      act: async () => {
        const formerly = champion(journey)
        journey.champion = chance.person()
        const reason = sample("the Champion has moved to other duties.")
        await desk.send("ReplaceChampion", { champion: journey.champion, reason }, office.actor)
        const setting = sample("the former Champion has not heard of it yet.")
        await desk.sendInVain("NotTheChampion", "DescribeSetting", { setting }, formerly)
      }
    }
  ]
}

// What is put right when the evidence is looked through at the end.
const lookingThrough = (journey: Journey): ReadonlyArray<Entry> => {
  const { chance, desk } = journey
  const [first, last] = calendarOf(journey.cohort).evidence
  const entries: Array<Entry> = []
  const on = weekday(last)
  if (befalls(journey, "evidence withdrawn")) {
    const act = async () => {
      const evidence = await submits(journey, { from: first, until: on })
      await assigns(journey, evidence, chance.oneOf(allCriteria))
      const reason = sample("the same is shown by another item.")
      await desk.send("WithdrawEvidence", { evidence, reason }, champion(journey))
      journey.shown = journey.shown.filter((each) => each.evidence !== evidence)
    }
    entries.push({ on, act })
  }
  if (befalls(journey, "evidence unassigned")) {
    const act = async () => {
      const evidence = await submits(journey, { from: first, until: on })
      const wrong = chance.oneOf(allCriteria)
      await assigns(journey, evidence, wrong)
      await desk.send("UnassignEvidence", { evidence, criterion: wrong }, champion(journey))
      journey.shown = journey.shown.filter((each) => each.evidence !== evidence)
      await assigns(journey, evidence, chance.oneOf(allCriteria.filter((each) => each !== wrong)))
    }
    entries.push({ on, act })
  }
  if (befalls(journey, "evidence out of window")) {
    const act = async () => {
      const evidence = await submits(journey, { from: first - 1_000, until: first - 700 })
      await assigns(journey, evidence, chance.oneOf(allCriteria))
    }
    entries.push({ on, act })
  }
  return entries
}

/** The school prepares: yields each day on which something is done. */
export async function* prepares(journey: Journey): Telling {
  const entries = [
    ...gathering(journey),
    ...attendances(journey),
    ...replacing(journey),
    ...lookingThrough(journey)
  ]
  for (const { act, on } of entries.toSorted((a, b) => a.on - b.on)) {
    yield on
    await act()
  }
}
