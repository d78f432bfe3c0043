// The parameters of the award rule, as files and events hold them. The rule is data with a version and names
// its algorithm, so that an old award never changes when a default does.
import { Effect, Result, Schema } from "effect"
import type { CriteriaSet } from "../criteria/criteria-set.ts"
import { longestIdentifier, Version } from "../vocabulary/identifiers.ts"
import { Level } from "../vocabulary/level.ts"
import { decoderOf, type Malformed } from "../vocabulary/malformed.ts"
import { refusal, type RuleDoesNotFit } from "./refusal.ts"

/** The largest denominator of a share; with the limits of a criteria set all products stay exact (under 2^53). */
export const largestDenominator = 10_000

/** A hundred years, the longest any number of months in a rule can be: more is a slip of the pen. */
export const longestMonths = 1_200

/** More items of evidence than anyone reviews for one criterion. */
export const mostEvidence = 1_000

/** A year of working days: no appeal stays open longer. */
export const longestAppealDays = 260

const whole = (minimum: number, maximum: number) =>
  Schema.Int.check(
    Schema.isBetween({ minimum, maximum }, { expected: `a whole number from ${minimum} to ${maximum}` })
  )

