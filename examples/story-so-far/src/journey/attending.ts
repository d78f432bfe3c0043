// The Champion attends the CPD sessions, or some of them; the office records it a few days later.
import { type Day, isoDateOf, type SessionNumber } from "@lcqm/core"
import { calendarOf, weekday } from "../calendar.ts"
import { scheme } from "../cohorts.ts"
import { sample } from "../telling/sample-text.ts"
import { befalls, type Entry, type Journey } from "./journey.ts"

const numbers: ReadonlyArray<SessionNumber> = [1, 2, 3, 4]

const attends = async (journey: Journey, session: SessionNumber, on: Day) => {
  const { champion: person, chance, cohort, office, school } = journey
  const data = { scheme, person, cohort, session, school: school.urn }
  const asked = { type: "RecordCpdAttendance", data } as const
  const { events } = await office.desk.send(asked, office.actor, chance, isoDateOf(on))
  return { person, event: events[0]?.id ?? "" }
}

const strikesOut = async (
  { chance, office }: Journey,
  { event, person }: { readonly person: string; readonly event: string }
): Promise<void> => {
  const reason = sample("the list was of another session.")
  const data = { person, corrects: event, reason }
  await office.desk.send({ type: "CorrectCpdAttendance", data }, office.actor, chance)
}

/** The attendances as they are recorded, one in error and its correction among them where that befalls the school. */
export const attendances = (journey: Journey): ReadonlyArray<Entry> => {
  const { chance, cohort } = journey
  const { sessions } = calendarOf(cohort)
  // The first session nobody misses: with it the school's training begins.
  const order = chance.shuffled(numbers.slice(1))
  const missed = befalls(journey, "attendance gap") ? order.slice(0, chance.int(1, 2)) : []
  const inError = befalls(journey, "attendance corrected") ? order.at(-1) : undefined

  return numbers
    .filter((session) => !missed.includes(session))
    .flatMap((session): ReadonlyArray<Entry> => {
      const on = sessions[session - 1] ?? 0
      const recordedOn = weekday(on + chance.int(1, 5))
      let recorded = { person: "", event: "" }
      const act = async () => {
        recorded = await attends(journey, session, on)
      }
      const correct = () => strikesOut(journey, recorded)
      return [
        { on: recordedOn, act },
        ...(session === inError ? [{ on: weekday(recordedOn + 9), act: correct }] : [])
      ]
    })
}
