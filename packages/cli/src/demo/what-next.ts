// What to try after the demo. Each of these is run by a test, so that none is a promise.

/** A command, and what it is good for. */
export interface NextStep {
  readonly command: string
  readonly why: string
}

/** What to try next. */
export const whatNext = (seed: number): ReadonlyArray<NextStep> => [
  { command: `npx lcqm demo --seed ${seed === 8 ? 9 : 8}`, why: "another story of the same schools" },
  { command: `npx lcqm demo --seed ${seed} --out story`, why: "this story's events, a line each" },
  {
    command: `npx lcqm demo --seed ${seed} --store sqlite:demo.db`,
    why: "keep this story in a store, to explore with what follows"
  },
  { command: "npx lcqm cohort list --store sqlite:demo.db", why: "its cohorts, and how far they came" },
  { command: "npx lcqm register --store sqlite:demo.db --as-at 2017-06-30", why: "its awards as at a day" },
  { command: "npx lcqm criteria show", why: "the sample criteria, Bronze to Gold" },
  { command: "npx lcqm rule show best-fit/1", why: "the rule's parameters and what they mean" },
  {
    command: `echo '{ "leadership.champion": "silver" }' | npx lcqm award explain --judgements -`,
    why: "what judgements indicate, and why"
  },
  {
    command: `echo '{ "leadership.champion": "silver" }' | npx lcqm award what-if --to bronze --judgements -`,
    why: "what it would take"
  }
]
