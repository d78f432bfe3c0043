// `lcqm award dry-run --store`: the holders are the schools of a store, each by the criteria set and the rule set its
// enrolment is pinned to.
import {
  awardHolders,
  type CriteriaSet,
  dryRun,
  type DryRunChange,
  type HoldersOfRules,
  holdersIn,
  type JudgementSetName,
  type Migration,
  projectedAsAt,
  type RuleSet
} from "@lcqm/core"
import { Effect, Result } from "effect"
import type { Failure } from "../failure.ts"
import { overStore } from "../over-store.ts"
import type { StoreUrl } from "../store-url.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { cannotChange } from "./cannot-change.ts"
import { changeText, holderText, noVerdicts, verdictsText } from "./dry-run-text.ts"

/** What is changed, and whose judgements it is put to. */
export interface ChangeOverStore {
  readonly scheme: string
  readonly set: JudgementSetName
  readonly rule?: RuleSet
  readonly criteriaSet?: CriteriaSet
  readonly migration?: Migration
}

const whose: Readonly<Record<JudgementSetName, string>> = {
  self: "self-assessed",
  assessor: "assessed",
  agreed: "agreed"
}

const changeFor = (
  before: HoldersOfRules,
  { criteriaSet, migration, rule }: ChangeOverStore
): DryRunChange => ({
  before,
  after: { criteriaSet: criteriaSet ?? before.criteriaSet, rule: rule ?? before.rule },
  ...(migration === undefined ? {} : { migration })
})

const pinnedText = ({ holders, pinned }: HoldersOfRules): string =>
  `Pinned to rule set ${pinned.ruleSet} and criteria set ${pinned.criteriaSet}: ${holders.length}.\n`

/** Says what a change would do to each school of a store. */
export const dryRunOverStore = (
  url: StoreUrl,
  asked: ChangeOverStore,
  json: boolean,
  streams: Streams
): Effect.Effect<void, Failure> =>
  Effect.gen(function* () {
    const { rule: after, scheme, set } = asked
    const model = yield* overStore(url, "reading", (store) => projectedAsAt(store, awardHolders, {}))
    const groups = holdersIn(model, { set, ...(after && { after }) }).filter(
      (group) => group.scheme === scheme
    )
    const changes = groups.map((group) => ({ group, change: changeFor(group, asked) }))
    // Whether the change can be put to everyone is known before anything is told.
    for (const { change, group } of changes) {
      const source = `the change for those pinned to rule set ${group.pinned.ruleSet}`
      yield* Effect.fromResult(Result.mapError(dryRun(change, []), cannotChange(source)))
    }
    const verdicts = noVerdicts()
    let answers = ""
    for (const { change, group } of changes) {
      if (!json) answers += `${answers === "" ? "" : "\n"}${changeText(change)}${pinnedText(group)}`
      for (const result of Result.getOrThrow(dryRun(change, group.holders))) {
        verdicts[result.verdict] += 1
        answers += json ? jsonLine(plain({ ...result, pinned: group.pinned })) : holderText(result)
      }
    }
    if (!json && groups.length === 0) answers = `No school of ${scheme} has ${whose[set]} judgements here.\n`
    if (!json) answers += verdictsText(verdicts)
    yield* Effect.promise(() => streams.out(answers))
  })
