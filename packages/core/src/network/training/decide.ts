// The authority's choice of models, and the network's representatives: subject leaders of its schools.
import { Result } from "effect"
import { DatesOutOfOrder } from "../../deciding/loop/answers.ts"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { isCertainlyBefore } from "../../vocabulary/index.ts"
import { inNetworkOn } from "../membership/members.ts"
import { given, handle, open } from "../slice.ts"
import { ArrangeTraining, NameRepresentative, StandDownRepresentative } from "./commands.ts"

/** Refused: the person does not represent the network. */
export const NotARepresentative = rejection(
  "NotARepresentative",
  (d: { network: string; representative: string }) => [
    `${d.representative} does not represent network ${d.network}.`,
    "Name them first (NameRepresentative), or somebody who does."
  ]
)

const sameList = <Each>(
  one: ReadonlyArray<Each> | undefined,
  other: ReadonlyArray<Each> | undefined
): boolean => one?.length === other?.length && (one ?? []).every((each, i) => each === other?.[i])

/** How training and representatives are decided. */
export const trainingHandlers = [
  handle(ArrangeTraining, {
    decide: ({ data: { models, network, part, sessions } }, state) =>
      Result.map(open(state, network), ({ training }) => {
        const known = training.find((each) => each.part === part)
        return known !== undefined && sameList(known.models, models) && sameList(known.sessions, sessions)
          ? []
          : [
              {
                type: "TrainingArranged.v1",
                data: { ...given("part", part), models, ...given("sessions", sessions) }
              }
            ]
      })
  }),
  handle(NameRepresentative, {
    decide: ({ data: { network, representative, school }, occurredOn }, state) =>
      Result.gen(function* () {
        yield* open(state, network)
        yield* inNetworkOn(state, school, occurredOn)
        return state.representatives.get(representative)?.school === school
          ? []
          : ([{ type: "RepresentativeNamed.v1", data: { representative, school } }] as const)
      })
  }),
  handle(StandDownRepresentative, {
    decide: ({ data: { network, reason, representative }, occurredOn }, state) =>
      Result.gen(function* () {
        yield* open(state, network)
        const known = state.representatives.get(representative)
        if (known === undefined) return yield* Result.fail(NotARepresentative({ network, representative }))
        if (isCertainlyBefore(occurredOn, known.on)) {
          return yield* Result.fail(
            DatesOutOfOrder({ occurredOn, follows: "the naming of the representative", on: known.on })
          )
        }
        return [
          { type: "RepresentativeStoodDown.v1", data: { representative, ...given("reason", reason) } }
        ] as const
      })
  })
]
