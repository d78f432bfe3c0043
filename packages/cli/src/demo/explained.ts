// One award explained from the rule to the evidence, with the events it rests on; and the theme that decides why
// it is not the next level up.
import {
  type AwardNode,
  type AwardTerm,
  type CriterionNode,
  type JourneyStep,
  type Level,
  type Phase,
  rankOf,
  type SchoolView,
  type ThemeNode
} from "@lcqm/core"
import { cohortsSoFar, type StoryPlayed } from "@lcqm/story-so-far"

/** One criterion in the three judgement sets; null where a set does not judge it. */
export interface ThreeJudgements {
  readonly criterion: string
  readonly title: string
  readonly self: Level | "set aside" | null
  readonly assessor: Level | "set aside" | null
  readonly agreed: Level | "set aside" | null
}

/** The award that is explained. */
export interface ExplainedAward {
  readonly school: string
  readonly cohort: string
  readonly phase: Phase | "unknown"
  /** The agreed award and when it was agreed; the level the rule indicates is that of the tree. */
  readonly agreed: Level
  readonly agreedOn: string
  readonly tree: AwardNode
  /** The theme whose criteria, judgements and evidence are shown in full. */
  readonly decisive: string
  /** The criteria on which the school, the assessor and both together did not say the same. */
  readonly differing: ReadonlyArray<ThreeJudgements>
  /** The events that theme rests on, in the order they were recorded. */
  readonly events: ReadonlyArray<JourneyStep>
}

const nearest = (themes: ReadonlyArray<ThemeNode>): ThemeNode | undefined =>
  themes.reduce<ThemeNode | undefined>(
    (best, theme) =>
      theme.level !== null && (best?.level == null || rankOf(theme.level) > rankOf(best.level))
        ? theme
        : best,
    undefined
  )

/**
 * The theme that decides why there is not the next level: one that is too low for it altogether, or else of those
 * below it the nearest; the first of all where nothing is below.
 */
const decisiveTheme = ({ next, themes }: AwardNode): ThemeNode | undefined => {
  const failedIn = (kind: AwardTerm["kind"]): ReadonlyArray<ThemeNode> => {
    const ids = next?.failed.flatMap((term) => (term.kind === kind && term.kind !== "cap" ? term.below : []))
    return themes.filter(({ id }) => ids?.includes(id))
  }
  return failedIn("none too low")[0] ?? nearest(failedIn("enough themes")) ?? themes[0]
}

/** The award of a school, explained. */
export const explainedAward = (
  { cohort, level, school }: StoryPlayed["toExplain"],
  tree: AwardNode,
  { journey, state }: Pick<SchoolView, "journey" | "state">,
  phase: Phase | undefined
): ExplainedAward => {
  const theme = decisiveTheme(tree)
  const restsOn = new Set(theme?.events)
  const agreed = journey.findLast(({ type }) => type === "AwardAgreed.v1")
  return {
    school,
    cohort,
    phase: phase ?? "unknown",
    agreed: level,
    agreedOn: agreed?.occurredOn ?? "",
    tree,
    decisive: theme?.id ?? "",
    differing: tree.themes
      .flatMap(({ criteria }) => criteria)
      .map(({ id, title }) => ({
        criterion: id,
        title,
        self: state.self.get(id)?.judgement ?? null,
        assessor: state.assessor.get(id)?.judgement ?? null,
        agreed: state.agreed.get(id)?.judgement ?? null
      }))
      .filter(({ agreed, assessor, self }) => self !== assessor || assessor !== agreed),
    events: journey.filter(({ event }) => restsOn.has(event))
  }
}

/** Whether the page gives this cohort's training start: without one the evidence window does not apply. */
export const hasTrainingStart = (cohort: string): boolean =>
  cohortsSoFar.find(({ label }) => label === cohort)?.windows.training?.from !== undefined

/** The events of one criterion: its judgement, then its evidence. */
export const stepsOf = (
  { evidence, judgement }: CriterionNode,
  events: ReadonlyArray<JourneyStep>
): { readonly judgement: ReadonlyArray<JourneyStep>; readonly evidence: ReadonlyArray<JourneyStep> } => {
  const among = (ids: ReadonlyArray<string>) => events.filter(({ event }) => ids.includes(event))
  return { judgement: among(judgement.events), evidence: among(evidence?.events ?? []) }
}
