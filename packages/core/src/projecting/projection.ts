// A projection turns the events of the whole store into a read model. It has a name and a version, so that a
// model folded by older code is rebuilt, not trusted.
import type { Recorded } from "../event-store/index.ts"

/** A named, versioned read model over the store's events. */
export interface Projection<Model> {
  readonly name: string
  /** Raised whenever `apply` changes what it makes of the same events. */
  readonly version: number
  /** The event types it reads; others never reach it. */
  readonly types: ReadonlySet<string>
  /** A new, empty model: the projection's own until it is published, then read only. */
  empty(): Model
  /** Changes the model by an event: total, whatever came before. */
  apply(model: Model, event: Recorded): void
}

/** Declares a projection over events of the types named in `on`, one function each. */
export const projectionOf = <Model, Event extends Recorded>(
  parts: {
    readonly name: string
    readonly version: number
    readonly empty: () => Model
  },
  on: {
    readonly [Type in Event["type"]]?: (model: Model, event: Extract<Event, { readonly type: Type }>) => void
  }
): Projection<Model> => {
  // Typed by `on`: the codec has checked that an event of a type is what its schema says.
  const handlers = new Map(Object.entries(on)) as Map<string, (model: Model, event: Recorded) => void>
  return {
    ...parts,
    types: new Set(handlers.keys()),
    apply: (model, event) => handlers.get(event.type)?.(model, event)
  }
}

/** The model after these events, in order. */
export const project = <Model>(projection: Projection<Model>, events: Iterable<Recorded>): Model => {
  const model = projection.empty()
  for (const event of events) projection.apply(model, event)
  return model
}
