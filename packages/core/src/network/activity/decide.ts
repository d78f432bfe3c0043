// What a network does is done by schools that were in it then; a focus-group day is one of a term.
import { Result } from "effect"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { inNetworkOn } from "../membership/members.ts"
import { handle, open } from "../slice.ts"
import { RecordActivity, RecordEvaluation } from "./commands.ts"

/** Refused: a focus group has a day every term, and it is not said of which this is. */
export const TermNotStated = rejection("TermNotStated", (d: { network: string }) => [
  `A focus-group day of network ${d.network} is one of a term, and which is not said.`,
  "Say it in `term`, as 2005 autumn."
])

/** How activities and evaluations are decided. */
export const activityHandlers = [
  handle(RecordActivity, {
    decide: ({ data, occurredOn }, state) =>
      Result.gen(function* () {
        const { network, ...said } = data
        yield* open(state, network)
        if (said.activity === "focus-group day" && said.term === undefined) {
          return yield* Result.fail(TermNotStated({ network }))
        }
        for (const school of [...said.schools, ...(said.host === undefined ? [] : [said.host])]) {
          yield* inNetworkOn(state, school, occurredOn)
        }
        return [{ type: "ActivityRecorded.v1", data: said }] as const
      })
  }),
  handle(RecordEvaluation, {
    decide: ({ data: { network, ...said } }, state) =>
      Result.map(open(state, network), () => [{ type: "EvaluationRecorded.v1", data: said }])
  })
]
