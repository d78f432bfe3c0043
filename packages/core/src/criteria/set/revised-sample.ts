// A later version of the sample, so that there are two to compare: what a scheme may change from one to the next, each
// kind once, and the scheme's top tips in other words.
import type { CriteriaSet, Criterion, Theme } from "./criteria-set.ts"
import { sampleCriteriaSet } from "./sample-criteria-set.ts"
import type { Tip } from "./tip.ts"

const source = "Liverpool Counts Quality Mark: making a difference from day one, top tips"

// What the scheme's six tips say, said anew: facts carry over with their source, sentences do not.
const tips: ReadonlyArray<Tip> = [
  { id: "listen", tip: "Listen to yourself: children hear how adults speak of mathematics.", source },
  { id: "speak-up", tip: "Let no disparaging remark about mathematics pass, whoever makes it.", source },
  {
    id: "famous",
    tip: "When somebody famous boasts of being no good at mathematics, talk it over with pupils.",
    source
  },
  { id: "enjoy", tip: "Tell others when mathematics was of use to you, or a pleasure.", source },
  {
    id: "no-gene",
    tip: "Nobody is born with or without it: everyone can get better at mathematics.",
    source
  },
  {
    id: "families",
    tip: "Help families to speak well of mathematics too, and to praise effort as much as success.",
    source
  }
]

const revised: Readonly<Record<string, Criterion>> = {
  "promoting.displays": {
    id: "promoting.displays",
    title: "Mathematics to be seen and touched",
    weight: 1,
    essential: false,
    descriptors: {
      bronze:
        "Sample: there is a display about mathematics outside the classrooms, which invites to try something.",
      silver: "Sample: displays change during the year and pupils help to make them.",
      gold: "Sample: mathematics is to be seen all over the school, and visitors remark on it."
    }
  },
  "events.club": {
    id: "events.groups",
    title: "Clubs and groups",
    weight: 1,
    essential: false,
    descriptors: {
      bronze: "Sample: a club or group meets for at least a term.",
      silver: "Sample: more than one group meets, and those who need it most are invited.",
      gold: "Sample: groups are full all year, some led by pupils, and the school knows whom they help."
    }
  }
}

const isGone = ({ id }: Criterion): boolean => id === "events.challenge" || id === "real-life.work"

const criteriaOf = ({ criteria }: Theme): ReadonlyArray<Criterion> =>
  criteria
    .filter((criterion) => !isGone(criterion))
    .map((criterion) => revised[criterion.id] ?? criterion)
    .map((criterion) =>
      criterion.id === "workforce.language" ? { ...criterion, essential: true } : criterion
    )

const moved = sampleCriteriaSet.themes
  .flatMap(({ criteria }) => criteria)
  .filter(({ id }) => id === "real-life.work")

/**
 * The sample's next version: a criterion reworded and described anew, one under another id, one gone without an
 * equivalent, one moved to another theme, one essential; and top tips. A sample, illustrative only: these are not the
 * LCQM criteria. Source of what the tips say: the scheme's text, "Making a difference from day one: top tips".
 * @example
 * ```ts
 * import { diffCriteriaSets, revisedSampleCriteriaSet, sampleCriteriaSet } from "@lcqm/core"
 * revisedSampleCriteriaSet.version // => "0.2.0-sample"
 * revisedSampleCriteriaSet.tips?.length // => 6
 * const { changes } = diffCriteriaSets(sampleCriteriaSet, revisedSampleCriteriaSet)
 * changes.filter(({ change }) => change === "criterion moved").length // => 1
 * ```
 */
export const revisedSampleCriteriaSet: CriteriaSet = {
  ...sampleCriteriaSet,
  version: "0.2.0-sample",
  themes: sampleCriteriaSet.themes.map((theme) => ({
    ...theme,
    criteria: theme.id === "community" ? [...criteriaOf(theme), ...moved] : criteriaOf(theme)
  })),
  tips
}
