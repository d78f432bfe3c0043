// What every variant of the rebuild must have come to.
export const foundIn = ({ awards, cohorts, coverage, judgements }) =>
  JSON.stringify({ awards, cohorts: cohorts.toSorted(), coverage, judgements })
