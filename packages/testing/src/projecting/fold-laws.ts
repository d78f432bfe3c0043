// What a projection of anybody's must be for the runner to keep its promises: a fold of events and of nothing else.
// Put to a history, it is found out where it is not.
import { project, type Projection, type Recorded } from "@lcqm/core"
import { AssertionError } from "node:assert"
import { deepStrictEqual } from "node:assert/strict"

/** A projection to be tested, and how its model is looked at. */
export interface FoldSubject<Model> {
  readonly projection: Projection<Model>
  /** What readers get of the model, compared by value; the model itself where it is left out. */
  readonly seen?: (model: Model) => unknown
}

/** A law of folds. Its test throws where a history shows that it is not kept. */
export interface FoldLaw {
  /** Its number among the laws of projections, or `total`. */
  readonly id: string
  readonly title: string
  readonly test: <Model>(subject: FoldSubject<Model>, history: ReadonlyArray<Recorded>) => void
}

const alike = (actual: unknown, expected: unknown, promise: string): void => {
  try {
    deepStrictEqual(actual, expected)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AssertionError({ message: `${promise}\n${why}`, actual, expected })
  }
}

// A look is copied, since the model that it was taken of goes on changing.
const looking =
  <Model>({ seen = (model) => model }: FoldSubject<Model>) =>
  (model: Model): unknown =>
    structuredClone(seen(model))

const declared = <Model>({ projection }: FoldSubject<Model>, history: ReadonlyArray<Recorded>) =>
  history.filter(({ type }) => projection.types.has(type))

/**
 * The laws of folds.
 * @example
 * ```ts
 * import { foldLaws } from "@lcqm/testing/projecting"
 * foldLaws.map(({ id }) => id) // => ["J01", "J02", "J04", "total"]
 * ```
 */
export const foldLaws: ReadonlyArray<FoldLaw> = [
  {
    id: "J01",
    title: "the same events folded anew give the same, and an empty model is empty each time",
    test: (subject, history) => {
      const look = looking(subject)
      const events = declared(subject, history)
      const empty = look(subject.projection.empty())
      const once = look(project(subject.projection, events))
      alike(look(project(subject.projection, events)), once, "folded a second time")
      alike(look(subject.projection.empty()), empty, "the empty model after that")
    }
  },
  {
    id: "J02",
    title: "a model looked at after every event is, for every prefix, what the prefix gives at once",
    test: (subject, history) => {
      const look = looking(subject)
      const { projection } = subject
      const events = declared(subject, history)
      const model = projection.empty()
      for (const [i, event] of events.entries()) {
        projection.apply(model, event)
        alike(look(model), look(project(projection, events.slice(0, i + 1))), `after ${i + 1} events`)
      }
    }
  },
  {
    id: "J04",
    title: "an event of a type that is not declared changes nothing",
    test: (subject, history) => {
      const look = looking(subject)
      const all = look(project(subject.projection, history))
      alike(all, look(project(subject.projection, declared(subject, history))), "with the other events, too")
    }
  },
  {
    id: "total",
    title: "whatever events are left out, as an as-at does, the others are folded",
    test: (subject, history) => {
      const look = looking(subject)
      const events = declared(subject, history)
      for (const left of [2, 3, 5]) {
        for (let first = 0; first < left; first++) {
          look(
            project(
              subject.projection,
              events.filter((_, i) => i % left !== first)
            )
          )
          look(
            project(
              subject.projection,
              events.filter((_, i) => i % left === first)
            )
          )
        }
      }
      for (let from = 0; from < events.length; from++) look(project(subject.projection, events.slice(from)))
    }
  }
]

/** A law that a projection does not keep, and what showed it. */
export interface FoldFault {
  readonly id: string
  readonly title: string
  readonly reason: string
}

/**
 * The laws that a projection does not keep, shown by this history: none where all is well.
 * @example
 * ```ts
 * import { projectionOf } from "@lcqm/core"
 * import { foldFaults } from "@lcqm/testing/projecting"
 * const projection = projectionOf({ name: "nothing", version: 1, empty: () => new Map() }, {})
 * foldFaults({ projection }, []) // => []
 * ```
 */
export const foldFaults = <Model>(
  subject: FoldSubject<Model>,
  history: ReadonlyArray<Recorded>
): ReadonlyArray<FoldFault> =>
  foldLaws.flatMap(({ id, test, title }) => {
    try {
      test(subject, history)
      return []
    } catch (error) {
      return [{ id, title, reason: error instanceof Error ? error.message : String(error) }]
    }
  })
