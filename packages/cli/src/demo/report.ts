// Everything the demo tells, as data: the JSON of `--json` is this, and the text for people is a rendering of it.
import { Effect } from "effect"
import { type Recorded, sampleCriteriaSet } from "@lcqm/core"
import {
  type OpenedStory,
  type OutcomeCounts,
  pageDate,
  scheme,
  storyOutcomes,
  type StoryPlayed,
  syntheticSchools,
  syntheticUrns
} from "@lcqm/story-so-far"
import type { DidNotHold } from "../failure.ts"
import { answered } from "./answered.ts"
import {
  besideThePage,
  type CohortBesideThePage,
  type DatesWarningTold,
  warningsOf
} from "./beside-the-page.ts"
import type { EventsFile } from "./events-file.ts"
import { explainedAward, type ExplainedAward } from "./explained.ts"
import { type CohortCpd, cpdByCohort } from "./cpd-by-cohort.ts"
import { registerByPhase, type RegisterRow } from "./register-by-phase.ts"
import { type NextStep, whatNext } from "./what-next.ts"

/** What is from where: nobody is to take a simulation for news of real schools. */
export interface Labels {
  readonly source: string
  readonly simulation: string
  readonly schools: string
  readonly criteria: string
}

/** The register as at a day. */
export interface RegisterAsAt {
  readonly date: string
  readonly rows: ReadonlyArray<RegisterRow>
}

/** The store in which the story was kept. */
export interface KeptStory {
  readonly store: string
  readonly events: number
  readonly root: string
}

/** What the demo tells. */
export interface DemoReport {
  readonly labels: Labels
  readonly story: Omit<StoryPlayed, "toExplain">
  readonly asAtThePage: RegisterAsAt & { readonly cohorts: ReadonlyArray<CohortBesideThePage> }
  readonly warnings: ReadonlyArray<DatesWarningTold>
  readonly atTheEnd: RegisterAsAt
  /** How often each kind of outcome came about, counted from the events. */
  readonly outcomes: OutcomeCounts
  readonly cpd: ReadonlyArray<CohortCpd>
  readonly explained: ExplainedAward
  /** Where the events were written, if that was asked for. */
  readonly written?: EventsFile
  /** Where the story was kept, if that was asked for. */
  readonly kept?: KeptStory
  readonly next: ReadonlyArray<NextStep>
}

const { first, last } = syntheticUrns

const labels: Labels = {
  source: "The six cohorts, their numbers and their dates are as the scheme's page prints them.",
  simulation: "Every person, day, piece of evidence, judgement and award is a simulation by a seed.",
  schools: `The ${syntheticSchools.length} schools are synthetic: their URNs, ${first} to ${last}, are of no real school.`,
  criteria: `The criteria are a sample (${sampleCriteriaSet.notice ?? ""}), and best-fit/1 is the library's rule: the scheme publishes neither.`
}

const everyEvent = (lcqm: OpenedStory): Effect.Effect<ReadonlyArray<Recorded>> =>
  Effect.promise(async () => {
    const events: Array<Recorded> = []
    for await (const event of lcqm.events()) events.push(event)
    return events
  })

/** Asks Lcqm for all of it. */
export const reportOn = (
  lcqm: OpenedStory,
  { toExplain, ...story }: StoryPlayed
): Effect.Effect<DemoReport, DidNotHold> =>
  Effect.gen(function* () {
    const then = { occurred: pageDate }
    const cohortsThen = yield* answered(() => lcqm.cohorts(then))
    const registerThen = yield* answered(() => lcqm.register(then))
    const cohorts = yield* answered(() => lcqm.cohorts())
    const register = yield* answered(() => lcqm.register())
    const coverage = yield* answered(() => lcqm.cpdCoverage())
    const key = { scheme, school: toExplain.school }
    const tree = yield* answered(() => lcqm.explain(key))
    const view = yield* answered(() => lcqm.school(key))
    const phase = register.find(({ school }) => school === toExplain.school)?.phase
    return {
      labels,
      story,
      asAtThePage: {
        date: pageDate,
        cohorts: besideThePage(cohortsThen),
        rows: registerByPhase(cohortsThen, registerThen)
      },
      warnings: warningsOf(cohorts),
      atTheEnd: { date: lcqm.clock.today, rows: registerByPhase(cohorts, register) },
      outcomes: storyOutcomes(yield* everyEvent(lcqm)),
      cpd: cpdByCohort(
        coverage,
        cohorts.map(({ cohort }) => cohort)
      ),
      explained: explainedAward(toExplain, tree, view, phase),
      next: whatNext(story.seed)
    }
  })
