// A network's focus, which may change, and its funding as a mathematics centre, with or without one on mathematics.
import { Result } from "effect"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { handle, open } from "../slice.ts"
import { ChooseLearningFocus, FundMathematicsCentre } from "./commands.ts"
import { isOnMathematics, sameFocus } from "./focus.ts"

/** Refused: the network is funded as a mathematics centre already. */
export const AlreadyMathematicsCentre = rejection(
  "AlreadyMathematicsCentre",
  (d: { network: string; on: string }) => [
    `Network ${d.network} is a mathematics centre already, funded on ${d.on}.`,
    "Nothing is to do; its focus may change without another funding (ChooseLearningFocus)."
  ]
)

/** How the focus and the funding are decided. */
export const focusHandlers = [
  handle(ChooseLearningFocus, {
    decide: ({ data: { network, subject, topics, years } }, state) =>
      Result.map(open(state, network), ({ focus }) => {
        const chosen = { subject, topics, years }
        return focus !== undefined && sameFocus(focus, chosen)
          ? []
          : [{ type: "LearningFocusChosen.v1", data: chosen }]
      })
  }),
  handle(FundMathematicsCentre, {
    decide: ({ data: { network } }, state) =>
      Result.flatMap(open(state, network), ({ focus: chosen, mathematicsCentre }) => {
        if (mathematicsCentre !== undefined) {
          return Result.fail(AlreadyMathematicsCentre({ network, on: mathematicsCentre.on }))
        }
        const focus = chosen === undefined ? "none yet" : isOnMathematics(chosen) ? "mathematics" : "another"
        return Result.succeed([{ type: "MathematicsCentreFunded.v1", data: { focus } } as const])
      })
  })
]
