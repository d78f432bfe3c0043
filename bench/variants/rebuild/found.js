// What every variant of the rebuild must have come to.
const byName = ([a], [b]) => (a < b ? -1 : 1)

/** The models, as a text to compare. */
export const foundIn = ({ awards, cohorts, coverage, judgements }) =>
  JSON.stringify({
    awards,
    cohorts: cohorts.toSorted(byName),
    coverage,
    judgements: judgements.toSorted(byName)
  })
