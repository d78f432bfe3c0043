// Given events, a projection: the model a view makes of a past, or what it answers of that model.
import { type AsAt, countsAsAt, project, type Projection } from "@lcqm/core"
import { differenceLines, differences, StoryMismatch } from "./mismatch.ts"
import type { Past } from "./past.ts"
import { bodyOf, eventLines } from "./telling.ts"

/** What a projection makes of a past. */
export class Projected<Answer> {
  readonly #past: Past
  readonly #answer: (asAt: AsAt) => Answer
  readonly #asAt: AsAt

  constructor(past: Past, answer: (asAt: AsAt) => Answer, asAt: AsAt = {}) {
    this.#past = past
    this.#answer = answer
    this.#asAt = asAt
  }

  /** What it is. */
  get answer(): Answer {
    return this.#answer(this.#asAt)
  }

  /** The same as at a point in either time: events that do not count there are left out. */
  asAt(asAt: AsAt): Projected<Answer> {
    return new Projected(this.#past, this.#answer, asAt)
  }

  /** What a view answers of it, as `cohortsOf` of the model of `cohortProgress`. */
  as<Seen>(see: (answer: Answer) => Seen): Projected<Seen> {
    return new Projected(this.#past, (asAt) => see(this.#answer(asAt)), this.#asAt)
  }

  /** Throws a StoryMismatch unless it is this. Maps compare by key, sets as lists. */
  expect(expected: Answer): void {
    const found = differences(expected, this.answer)
    if (found.length === 0) return
    throw new StoryMismatch(
      [
        "The events do not project to what was expected.",
        "Given",
        ...eventLines(this.#past.log.map(bodyOf)),
        "Differences",
        ...differenceLines(found)
      ].join("\n")
    )
  }
}

/** What the projection makes of the past; as a store does, it is shown only the types it reads. */
export const projectedFrom = <Model>(past: Past, projection: Projection<Model>): Projected<Model> =>
  new Projected(past, (asAt) =>
    project(
      projection,
      past.log.filter((event) => projection.types.has(event.type) && countsAsAt(event, asAt))
    )
  )
