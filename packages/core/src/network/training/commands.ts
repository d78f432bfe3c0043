// What is asked for about a network's training and who represents it there.
import { Schema } from "effect"
import { commandType } from "../../deciding/declaring/command.ts"
import { PersonRef, Text, Urn } from "../../vocabulary/index.ts"
import { network } from "../slice.ts"
import { arrangementFields } from "./events.ts"

/** Arrange how training reaches a network, for all of it or a part. */
export const ArrangeTraining = commandType(
  "ArrangeTraining",
  "Arrange how training reaches a network, for all of it or a part.",
  { ...network, ...arrangementFields }
)

/** Name a person to represent a network in training. */
export const NameRepresentative = commandType(
  "NameRepresentative",
  "Name a person to represent a network in training.",
  { ...network, representative: PersonRef, school: Urn }
)

/** Record that a person represents a network in training no more. */
export const StandDownRepresentative = commandType(
  "StandDownRepresentative",
  "Record that a person represents a network in training no more.",
  { ...network, representative: PersonRef, reason: Schema.optionalKey(Text) }
)
