// Every law of the event store port that a store alone can be put to, in the order of their numbers.
import type { Law } from "../law.ts"
import { appendingLaws } from "./appending.ts"
import { codecLaws } from "./codec.ts"
import { contentLaws } from "./content.ts"
import { expectingLaws } from "./expecting.ts"
import { keepingLaws } from "./keeping.ts"
import { lifecycleLaws } from "./lifecycle.ts"
import { modelLaws } from "./model.ts"
import { repeatingLaws } from "./repeating.ts"
import { readingCostLaws } from "./reading-costs.ts"
import { streamReadingLaws } from "./reading-streams.ts"
import { wholeStoreLaws } from "./reading-all.ts"
import { subscriberLaws } from "./subscribers.ts"
import { subscribingLaws } from "./subscribing.ts"

/**
 * The laws, each with its number, its promise and its test.
 * @example
 * ```ts
 * import { storeLaws } from "@lcqm/testing/store"
 * storeLaws[0]?.id // => "A01"
 * ```
 */
export const storeLaws: ReadonlyArray<Law> = [
  ...appendingLaws,
  ...contentLaws,
  ...keepingLaws,
  ...expectingLaws,
  ...repeatingLaws,
  ...streamReadingLaws,
  ...readingCostLaws,
  ...wholeStoreLaws,
  ...subscribingLaws,
  ...subscriberLaws,
  ...codecLaws,
  ...lifecycleLaws,
  ...modelLaws
]
