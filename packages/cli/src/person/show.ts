// `lcqm person show PERSON`: who is behind a pseudonym.
import { PersonRef } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { failedBy } from "../failure.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { overPeople, peopleFlag, peopleGiven, ringFlag } from "../given/kept-apart.ts"
import { jsonLine } from "../telling/json.ts"
import { entryText } from "./entry-text.ts"
import { keyStates } from "./key-state.ts"

const decodeFlags = flagsOf("lcqm person show", {
  ...peopleFlag,
  ...ringFlag,
  person: PersonRef,
  json: Json
})

/** Shows one person. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, people, person, keys } = yield* decodeFlags(given)
  const file = yield* peopleGiven(people)
  const details = yield* overPeople(file, "existing", (register) => register.find(person))
  if (details === undefined) {
    const remedy =
      "lcqm person list shows everybody in it; lcqm person report shows what the store says of them."
    return yield* Effect.fail(failedBy("PersonNotKnown", `${person} is not in the people register.`, remedy))
  }
  const key = (yield* keyStates(keys))(person)
  const answer = { person, details, key }
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(answer) : entryText(person, details, key)))
  return exitCodes.ok
})
