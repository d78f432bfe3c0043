// Who was erased, as the events say. The key ring says so too; but one that was restored from an old backup may have
// keys again that were forgotten since, and then the events are what is believed.
import type { LcqmEvent } from "../domain.ts"
import { projectionOf } from "../projecting/index.ts"
import type { Instant, PersonRef } from "../vocabulary/index.ts"

/** A person who was erased: what the request is filed under, and when it was recorded. */
export interface ErasedPerson {
  readonly person: PersonRef
  readonly request: string
  readonly recordedAt: Instant
}

/** The read model of erased people, by pseudonym. */
export const erasedPeople = projectionOf<Map<PersonRef, ErasedPerson>, LcqmEvent>(
  { name: "erased-people", version: 1, empty: () => new Map() },
  {
    "PersonErased.v1": (model, { data: { person, request }, metadata: { recordedAt } }) => {
      if (!model.has(person)) model.set(person, { person, request, recordedAt })
    }
  }
)
