// Why a change can be put to nobody: the rule and the criteria set do not go together, or the map leaves something out.
import type { Malformed, RuleDoesNotFit } from "@lcqm/core"
import { type Failure, malformedIn, refusedCase } from "../failure.ts"

/** Tells it of a source: the file of the map, or what stands for it. */
export const cannotChange =
  (source: string) =>
  (failure: RuleDoesNotFit | Malformed): Failure =>
    failure._tag === "Malformed" ? malformedIn(source)(failure) : refusedCase(source)(failure)
