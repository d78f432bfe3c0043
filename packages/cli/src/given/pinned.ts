// The criteria set and the rule that the file commands judge by: from a file, a preset's name, or the defaults,
// in which case the answer says so.
import {
  checkRuleAgainst,
  type CriteriaSet,
  decodeCriteriaSet,
  decodeRuleSet,
  type PresetName,
  presets,
  type RuleSet,
  sampleCriteriaSet
} from "@lcqm/core"
import { Effect, Result } from "effect"
import { type BadInput, badInput, commandLine, malformedIn } from "../failure.ts"
import type { Streams } from "../streams.ts"
import { type Named, readJson, sourceOf } from "./read-text.ts"

/** A value and where it is from; `note` is what the reader must be told of it. */
export interface Pinned<A> {
  readonly value: A
  readonly source: string
  readonly note: string | undefined
}

const isPreset = (name: string): name is PresetName => Object.hasOwn(presets, name)

const presetNames = Object.keys(presets).join(", ")

const theSample: Pinned<CriteriaSet> = {
  value: sampleCriteriaSet,
  source: "the sample criteria set",
  note: "No criteria set was given, so the library's sample is used: illustrative, not the LCQM criteria."
}

const theDefault: Pinned<RuleSet> = {
  value: presets["best-fit/1"],
  source: "the default rule",
  note: "No rule was given, so best-fit/1 is used: the library's default, since the scheme publishes none."
}

/** The criteria set in a file. */
const readCriteriaSet = (named: Named, streams: Streams): Effect.Effect<CriteriaSet, BadInput> =>
  Effect.flatMap(readJson("criteria set", named, streams), (input) =>
    Effect.fromResult(Result.mapError(decodeCriteriaSet(input), malformedIn(sourceOf(named))))
  )

/** The criteria set in a file, or the sample where none is named. */
export const criteriaSetOf = (
  name: string | undefined,
  flag: string,
  streams: Streams
): Effect.Effect<Pinned<CriteriaSet>, BadInput> => {
  if (name === undefined) return Effect.succeed(theSample)
  const named = { name, flag }
  return Effect.map(readCriteriaSet(named, streams), (value) => ({
    value,
    source: sourceOf(named),
    note: value.notice
  }))
}

/** The rule in a file, or the preset of that name. */
const readRuleSet = (named: Named, streams: Streams): Effect.Effect<RuleSet, BadInput> => {
  if (isPreset(named.name)) return Effect.succeed(presets[named.name])
  const expected = `a file, - for standard input, or one of ${presetNames}`
  return Effect.flatMap(readJson("rule set", named, streams, expected), (input) =>
    Effect.fromResult(Result.mapError(decodeRuleSet(input), malformedIn(sourceOf(named))))
  )
}

/** The rule in a file, the preset of that name, or best-fit/1 where none is named. */
export const ruleSetOf = (
  name: string | undefined,
  flag: string,
  streams: Streams
): Effect.Effect<Pinned<RuleSet>, BadInput> => {
  if (name === undefined) return Effect.succeed(theDefault)
  const named = { name, flag }
  return Effect.map(readRuleSet(named, streams), (value) => ({
    value,
    source: sourceOf(named),
    note: undefined
  }))
}

/** Refuses a rule and a criteria set that do not go together. */
export const goTogether = (
  { source, value: rule }: Pinned<RuleSet>,
  { value: criteriaSet }: Pinned<CriteriaSet>
): Effect.Effect<void, BadInput> =>
  Effect.fromResult(
    Result.mapError(checkRuleAgainst(rule, criteriaSet), ({ expected, got, path, remedy }) =>
      badInput(
        `rule for ${criteriaSet.id} ${criteriaSet.version}`,
        source,
        { path, expected, got },
        `${remedy} Nothing was written.`
      )
    )
  )

/** Standard input can be read once: refuses a command line that names it twice. */
export const onceFromStandardInput = (
  flags: Readonly<Record<string, string | undefined>>
): Effect.Effect<void, BadInput> => {
  const [first, second] = Object.keys(flags).filter((flag) => flags[flag] === "-")
  return first === undefined || second === undefined
    ? Effect.void
    : Effect.fail(
        badInput("command line that can be read", commandLine, {
          path: second,
          expected: "a file: standard input can be read once",
          got: `- again, after ${first}`
        })
      )
}
