// What the scheme's office does that is not about one school: it publishes what is judged by, launches cohorts,
// schedules their CPD sessions and appoints assessors.
import { type Actor, type Day, isoDateOf, presets, sampleCriteriaSet } from "@lcqm/core"
import { Assessors } from "./assessors.ts"
import { calendarOf, firstDay, on } from "./calendar.ts"
import { type CohortSoFar, cohortsSoFar, scheme } from "./cohorts.ts"
import { syntheticSchools } from "./schools.ts"
import type { Chance } from "./telling/chance.ts"
import { type Asked, type Desk, personActing } from "./telling/desk.ts"
import { sample } from "./telling/sample-text.ts"

/** The office and whom it knows. */
export interface Office {
  readonly actor: Actor
  readonly assessors: Assessors
  readonly desk: Desk
}

interface Act {
  readonly on: Day
  readonly asked: Asked
  readonly actor: Actor
}

// Sessions first planned for another day: one moved, one called off on the day before and scheduled again.
const movedSession = { cohort: "3", session: 2, from: "2017-05-17", known: "2017-05-02" }
const calledOffSession = { cohort: "B", session: 3, from: "2018-01-17", known: "2018-01-16" }

const sessionsOf = ({ label: cohort, windows }: CohortSoFar, office: Actor): ReadonlyArray<Act> => {
  const { announced, sessions } = calendarOf(cohort)
  return sessions.flatMap((day, index) => {
    const session = ([1, 2, 3, 4] as const)[index] ?? 1
    const at = { scheme, cohort, session }
    const schedule = (when: Day, date: string): Act => ({
      on: when,
      asked: { type: "ScheduleCpdSession", data: { ...at, on: date } },
      actor: office
    })
    const move = (when: Day): Act => ({
      on: when,
      asked: { type: "MoveCpdSession", data: { ...at, on: isoDateOf(day) } },
      actor: office
    })
    if (cohort === movedSession.cohort && session === movedSession.session) {
      return [schedule(announced + 7, movedSession.from), move(on(movedSession.known))]
    }
    if (cohort === calledOffSession.cohort && session === calledOffSession.session) {
      const known = on(calledOffSession.known)
      const reason = sample("snow was forecast, and the session is called off.")
      return [
        schedule(announced + 7, calledOffSession.from),
        { on: known, asked: { type: "CancelCpdSession", data: { ...at, reason } }, actor: office },
        schedule(known + 1, isoDateOf(day))
      ]
    }
    // Where the page gives the month in which training begins, the first session is known by its month at first.
    return session === 1 && windows.training?.from !== undefined
      ? [schedule(announced + 7, windows.training.from), move(day - 42)]
      : [schedule(announced + 7, isoDateOf(day))]
  })
}

const launchesOf = (office: Actor): ReadonlyArray<Act> =>
  cohortsSoFar.map(({ area, label, title, windows }) => ({
    on: calendarOf(label).announced,
    asked: {
      type: "LaunchCohort",
      data: {
        scheme,
        cohort: label,
        ...(title === undefined ? {} : { title }),
        ...(area === undefined ? {} : { area }),
        windows
      }
    },
    actor: office
  }))

// After the page's date cohort 4 says until when it is assessed; when it begins stays as printed.
const datesOf = (office: Actor): ReadonlyArray<Act> =>
  cohortsSoFar
    .filter(({ label }) => label === "4")
    .map(({ label, windows }) => ({
      on: on("2017-11-20"),
      asked: {
        type: "ChangeCohortWindows",
        data: {
          scheme,
          cohort: label,
          windows: { ...windows, assessment: { ...windows.assessment, to: "2018-06" } },
          reason: sample("it is now known when the last visits are.")
        }
      },
      actor: office
    }))

const closingsOf = (office: Actor): ReadonlyArray<Act> =>
  (
    [
      ["1", "2017-05-15"],
      ["2", "2017-12-18"],
      ["3", "2018-07-16"]
    ] as const
  ).map(([cohort, day]) => ({
    on: on(day),
    asked: { type: "CloseCohort", data: { scheme, cohort, reason: sample("all its places are taken up.") } },
    actor: office
  }))

const assessorsOf = (office: Actor, { all }: Assessors): ReadonlyArray<Act> =>
  all.flatMap(({ interests, ref, schools, until }): ReadonlyArray<Act> => {
    const at = { scheme, person: ref }
    const declared = [...interests].flatMap((school): ReadonlyArray<Act> => [
      {
        on: on("2016-07-05"),
        asked: { type: "DeclareInterest", data: { person: ref, school, interest: "governance" } },
        actor: personActing(ref)
      },
      {
        on: on("2019-04-15"),
        asked: { type: "EndInterest", data: { person: ref, school, interest: "governance" } },
        actor: personActing(ref)
      }
    ])
    return [
      { on: on("2016-07-04"), asked: { type: "AppointAssessor", data: { ...at, schools } }, actor: office },
      ...declared,
      ...(until === undefined
        ? []
        : [
            {
              on: until,
              asked: { type: "StandDownAssessor" as const, data: { ...at, reason: sample("other duties.") } },
              actor: personActing(ref)
            }
          ])
    ]
  })

/** Opens the office: who works there, and who assesses for it. */
export const openOffice = (desk: Desk, chance: Chance): Office => {
  // Ten: four belong to a school of the story, two have an interest in one, and one stands down on the way.
  const all = chance
    .shuffled(syntheticSchools)
    .slice(0, 10)
    .map(({ urn }, index) => ({
      ref: chance.person(),
      schools: index < 4 ? [urn] : [],
      interests: new Set(index === 4 || index === 5 ? [urn] : []),
      until: index === 9 ? on("2017-12-15") : undefined
    }))
  const actor: Actor = { person: chance.person(), roles: ["SchemeOffice"] }
  return { actor, assessors: new Assessors(all), desk }
}

/** The office's own part of the story: yields the days on which it has something to do. */
export async function* playOffice({ actor, assessors, desk }: Office, chance: Chance): AsyncGenerator<Day> {
  const publishedOn = isoDateOf(firstDay)
  const acts: ReadonlyArray<Act> = [
    {
      on: firstDay,
      asked: { type: "PublishCriteriaSet", data: { scheme, criteriaSet: sampleCriteriaSet, publishedOn } },
      actor
    },
    {
      on: firstDay,
      asked: { type: "PublishRuleSet", data: { scheme, ruleSet: presets["best-fit/1"], publishedOn } },
      actor
    },
    ...launchesOf(actor),
    ...cohortsSoFar.flatMap((cohort) => sessionsOf(cohort, actor)),
    ...datesOf(actor),
    ...closingsOf(actor),
    ...assessorsOf(actor, assessors)
  ]
  for (const act of acts.toSorted((a, b) => a.on - b.on)) {
    yield act.on
    await desk.send(act.asked, act.actor, chance)
  }
}
