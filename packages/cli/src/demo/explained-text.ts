// One award for a person: what the rule says of it in a few lines, every theme, and one theme down to its evidence.
import {
  type AwardNode,
  type CriterionNode,
  type JourneyStep,
  type Level,
  levelTitle,
  sentences
} from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { painted } from "../telling/paint.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"
import { wrapped } from "../telling/wrapped.ts"
import { type ExplainedAward, hasTrainingStart, stepsOf } from "./explained.ts"

// Enough to find the event by in `events.jsonl`: the first group of its UUID.
const short = (event: string): string => event.slice(0, 8)

const stepText = ({ by, event, occurredOn, role, says }: JourneyStep): string =>
  `      ${short(event)}  ${occurredOn}  ${says} (${role} ${by})`

// What `sentences` says of the award, before any theme, and of one theme: told apart by how many lines there are
// without the themes from there on.
const linesOf = (tree: AwardNode, decisive: string) => {
  const all = sentences(tree)
  const before = (theme: number): number => sentences({ ...tree, themes: tree.themes.slice(0, theme) }).length
  const at = tree.themes.findIndex(({ id }) => id === decisive)
  return { award: all.slice(0, before(0)), theme: at < 0 ? [] : all.slice(before(at), before(at + 1)) }
}

const themesText = ({ themes }: AwardNode): string =>
  table(
    [{ title: "Theme" }, { title: "Level" }, { title: "Criteria, in order" }],
    themes.map(({ criteria, level, title }) => [
      title,
      level === null ? "no part" : levelTitle(level),
      criteria.map(({ countsAs }) => (countsAs === null ? "set aside" : levelTitle(countsAs))).join(", ")
    ])
  )

const judged = (judgement: Level | "set aside" | null): string => {
  if (judgement === null) return "not judged"
  return judgement === "set aside" ? judgement : levelTitle(judgement)
}

const differingText = ({ differing }: ExplainedAward): ReadonlyArray<string> =>
  differing.length === 0
    ? []
    : [
        "Where the school and the assessor did not say the same:",
        ...differing.map(
          ({ agreed, assessor, self, title }) =>
            `  ${title}: the school ${judged(self)}, the assessor ${judged(assessor)}, agreed ${judged(agreed)}.`
        ),
        ""
      ]

const criterionText = (
  criterion: CriterionNode,
  says: string,
  events: ReadonlyArray<JourneyStep>
): ReadonlyArray<string> => {
  const { evidence, judgement } = stepsOf(criterion, events)
  return [says, ...judgement.map(stepText), ...evidence.map(stepText)]
}

/** The explanation as text. */
export const explainedText = (explained: ExplainedAward, colours: Colours): string => {
  const { agreed, agreedOn, cohort, decisive, events, phase, tree } = explained
  const theme = tree.themes.find(({ id }) => id === decisive)
  const { award, theme: ofTheme } = linesOf(tree, decisive)
  const count = theme?.criteria.length ?? 0
  const [terms, criteria] = [ofTheme.slice(0, ofTheme.length - count), ofTheme.slice(ofTheme.length - count)]
  const told = (texts: ReadonlyArray<string>): string =>
    texts.map((text) => `${wrapped(printable(text))}\n`).join("")
  return [
    `Phase ${phase}; agreed ${painted(agreed, colours)} on ${agreedOn}.\n`,
    told(award),
    hasTrainingStart(cohort)
      ? ""
      : told([`The page gives cohort ${cohort} no training start, so the evidence window does not apply.`]),
    `\n${themesText(tree)}\n`,
    told(differingText(explained)),
    `Down to the evidence, in the theme that decides:\n`,
    told(terms),
    told(
      (theme?.criteria ?? []).flatMap((criterion, index) =>
        criterionText(criterion, criteria[index] ?? "", events)
      )
    ),
    `(What stands before a date is the beginning of an event's id.)\n`
  ].join("")
}
