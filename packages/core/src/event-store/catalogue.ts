// Every event type and version this program knows, and the one step from each version to the next. Whether
// the steps leave a gap is found out when the catalogue is built, not when an old event is read.
import type { AnyEventType, EventType } from "./event-type.ts"

/** One total step from a version of an event's data to the next. */
export interface Upcast {
  readonly from: AnyEventType
  readonly to: AnyEventType
  readonly step: (data: unknown) => unknown
}

/**
 * Declares the step from one version to the next: pure and total. What the older version did not say becomes
 * an explicit unknown, never an invention.
 */
export const upcast = <Name extends string, V extends number, W extends number, Old, New>(
  from: EventType<Name, V, Old>,
  to: EventType<Name, W, New>,
  step: (data: Old) => New
): Upcast => ({ from, to, step: step as (data: unknown) => unknown })

/** Why a catalogue cannot be built: a mistake in the program, found when it starts. */
export class CatalogueError extends Error {
  readonly _tag = "CatalogueError"
}

/** An event type as the codec needs it: its own version, and the steps to the newest. */
export interface Listed {
  readonly type: AnyEventType
  readonly newest: AnyEventType
  readonly steps: ReadonlyArray<Upcast>
}

/** Event types by their stored name and version. */
export type Catalogue = ReadonlyMap<string, Listed>

const newestFirst = (a: AnyEventType, b: AnyEventType): number => b.version - a.version

/**
 * Builds a catalogue. Throws a CatalogueError where a type stands twice, or a version has no step to the next.
 * @example
 * ```ts
 * import { catalogueOf, eventType } from "@lcqm/core"
 * import { Schema } from "effect"
 * const Greeted = eventType("Greeted", 1, "Somebody was greeted.", { by: Schema.String })
 * catalogueOf([Greeted]).has("Greeted.v1") // => true
 * ```
 */
export const catalogueOf = (
  types: ReadonlyArray<AnyEventType>,
  upcasts: ReadonlyArray<Upcast> = []
): Catalogue => {
  const listed = new Map<string, Listed>()
  const stepFrom = new Map(upcasts.map((each) => [each.from.type, each]))
  for (const type of types) {
    if (listed.has(type.type)) throw new CatalogueError(`${type.type} stands in the catalogue twice`)
    const [newest = type] = types.filter(({ name }) => name === type.name).toSorted(newestFirst)
    const steps: Array<Upcast> = []
    for (let at: AnyEventType = type; at.version < newest.version;) {
      const step = stepFrom.get(at.type)
      if (step === undefined || step.to.version !== at.version + 1 || step.to.name !== at.name) {
        throw new CatalogueError(`${at.type} has no step to ${at.name}.v${at.version + 1}`)
      }
      steps.push(step)
      at = step.to
    }
    listed.set(type.type, { type, newest, steps })
  }
  return listed
}
