// An event type is its stored name and version, `AwardAgreed.v1`, and the schema of its data. There is no
// second version field.
import { Schema } from "effect"

/** The type of an event as it is stored. */
export type TypeName<Name extends string = string, V extends number = number> = `${Name}.v${V}`

/** A version of an event: what it is called in the store, and what its data must be. */
export interface EventType<Name extends string, V extends number, Data> {
  readonly name: Name
  readonly version: V
  readonly type: TypeName<Name, V>
  readonly data: Schema.Codec<Data, unknown>
  /** One sentence in the scheme's words: what happened. */
  readonly says: string
  /** Whether the loop stamps a basis into the data: a decision that an auditor can recompute. */
  readonly decision: boolean
}

/** Any event type, its data unknown. */
export type AnyEventType = EventType<string, number, unknown>

/** The body of events of a type, as folds see them. */
export type BodyOf<T> =
  T extends EventType<infer Name, infer V, infer Data>
    ? { readonly type: TypeName<Name, V>; readonly data: Data }
    : never

// A struct of no fields would take any value but null: an event that says no more than its type says just {}.
const nothing = Schema.Record(Schema.String, Schema.Never)

/**
 * Declares a version of an event. Unknown keys are refused when it is read or written.
 * @example
 * ```ts
 * import { eventType } from "@lcqm/core"
 * import { Schema } from "effect"
 * const Greeted = eventType("Greeted", 1, "Somebody was greeted.", { by: Schema.String })
 * Greeted.type // => "Greeted.v1"
 * ```
 */
export const eventType = <
  const Name extends string,
  const V extends number,
  const Fields extends { readonly [key: string]: Schema.Codec<unknown, unknown> }
>(
  name: Name,
  version: V,
  says: string,
  fields: Fields
): EventType<Name, V, Schema.Struct<Fields>["Type"]> => ({
  name,
  version,
  type: `${name}.v${version}`,
  data: (Object.keys(fields).length === 0 ? nothing : Schema.Struct(fields)) as Schema.Codec<
    Schema.Struct<Fields>["Type"],
    unknown
  >,
  says,
  decision: "basis" in fields
})
