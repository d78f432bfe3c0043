// `lcqm person add`: somebody is entered in the people register, under a new pseudonym.
import { newPseudonym, PersonRef } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { overPeople, peopleFlag, peopleGiven } from "../given/kept-apart.ts"
import { jsonLine } from "../telling/json.ts"
import { detailsGiven } from "./details.ts"

// What is given of somebody is checked where nothing of it is told.
const decodeFlags = flagsOf("lcqm person add", {
  ...peopleFlag,
  as: Schema.optionalKey(PersonRef),
  file: Schema.optionalKey(Path),
  name: Schema.optionalKey(Schema.String),
  address: Schema.optionalKey(Schema.String),
  role: Schema.optionalKey(Schema.String),
  json: Json
})

/** Enters somebody. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { as, json, people, ...asked } = yield* decodeFlags(given)
  const file = yield* peopleGiven(people)
  const details = yield* detailsGiven(asked, streams)
  const person = as ?? (yield* newPseudonym)
  const replaced = yield* overPeople(file, "made", (register) =>
    Effect.gen(function* () {
      const before = yield* register.find(person)
      yield* register.enter(person, details)
      return before !== undefined
    })
  )
  const text = replaced
    ? `${person} now has these details, and none of those before.\n`
    : `${person} is entered.\n`
  yield* Effect.promise(() => streams.out(json === true ? jsonLine({ person, replaced }) : text))
  return exitCodes.ok
})
