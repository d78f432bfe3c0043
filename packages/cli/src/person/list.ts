// `lcqm person list`: everybody in the people register.
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { overPeople, peopleFlag, peopleGiven, ringFlag } from "../given/kept-apart.ts"
import { counted } from "../telling/counted.ts"
import { jsonLine } from "../telling/json.ts"
import { table } from "../telling/table.ts"
import { keyStates } from "./key-state.ts"

const decodeFlags = flagsOf("lcqm person list", { ...peopleFlag, ...ringFlag, json: Json })

/** Lists everybody. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, people, keys } = yield* decodeFlags(given)
  const file = yield* peopleGiven(people)
  const everyone = yield* overPeople(file, "existing", (register) => register.everyone)
  const keyOf = yield* keyStates(keys)
  const listed = everyone.map(({ details, person }) => ({ person, details, key: keyOf(person) }))
  const text = (): string => {
    const heading = `${counted(listed.length, "person", "people")} in the register\n`
    if (listed.length === 0) return heading
    const columns = ["Person", "Name", "Role", "Key"].map((title) => ({ title }))
    const rows = listed.map(({ details, key, person }) => [person, details.name, details.role ?? "", key])
    return `${heading}\n${table(columns, rows)}`
  }
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(listed) : text()))
  return exitCodes.ok
})
