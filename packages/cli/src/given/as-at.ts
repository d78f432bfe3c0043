// As at which moment a view is asked for: two clocks, what had happened and what had been recorded.
import { type AsAt, Instant, PartialDate } from "@lcqm/core"
import { Schema } from "effect"

/** The flags of every view. */
export const asAtFlags = {
  asAt: Schema.optionalKey(PartialDate),
  recordedBy: Schema.optionalKey(Instant)
}

/** The moment that is meant; now where no flag is given. */
export const asAtGiven = ({
  asAt,
  recordedBy
}: {
  readonly asAt?: PartialDate
  readonly recordedBy?: Instant
}): AsAt => ({
  ...(asAt === undefined ? {} : { occurred: asAt }),
  ...(recordedBy === undefined ? {} : { recorded: recordedBy })
})

/** The moment in words, to stand behind a heading. */
export const asAtText = ({ occurred, recorded }: AsAt): string => {
  const words = [
    ...(occurred === undefined ? [] : [`as at ${occurred}`]),
    ...(recorded === undefined ? [] : [`as recorded by ${recorded}`])
  ]
  return words.length === 0 ? "" : `, ${words.join(", ")}`
}
