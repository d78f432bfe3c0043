// These names are the stored format. How training reaches a network's schools, and who represents them in it.
import { Schema } from "effect"
import { eventType } from "../../event-store/index.ts"
import { FocusWords, KeptText, PersonRef, SessionNumber, Urn } from "../../vocabulary/index.ts"

/**
 * How training reaches the schools of a network: the source's three possible models, in its order. Every school's
 * subject leader attends; representatives attend and cascade it; it is delivered to the network itself.
 */
export const TrainingModel = Schema.Literals([
  "subject leaders attend",
  "representatives cascade",
  "delivered to the network"
]).annotate({
  identifier: "TrainingModel",
  description: "One of the three models by which training reaches the schools of a network.",
  message: "subject leaders attend, representatives cascade or delivered to the network"
})
export type TrainingModel = typeof TrainingModel.Type

/** What an arrangement says, as the command and the event carry it. */
export const arrangementFields = {
  /** Which part of the training, as the authority calls it; left out where it is all of it. */
  part: Schema.optionalKey(FocusWords),
  /** The models that hold for the part: one, or several beside each other. */
  models: Schema.Array(TrainingModel).check(Schema.isMinLength(1), Schema.isMaxLength(3)),
  /** Our bridge: which of the scheme's CPD sessions the part stands for; left out where it is all four. */
  sessions: Schema.optionalKey(
    Schema.Array(SessionNumber).check(Schema.isMinLength(1), Schema.isMaxLength(4))
  )
}

/** The authority arranged how training reaches a network, for all of it or a part. Stored as `TrainingArranged.v1`. */
export const TrainingArranged = eventType(
  "TrainingArranged",
  1,
  "The authority arranged how training reaches a network, for all of it or a part.",
  arrangementFields
)

/** A person was named to represent a network in training. Stored as `RepresentativeNamed.v1`. */
export const RepresentativeNamed = eventType(
  "RepresentativeNamed",
  1,
  "A person was named to represent a network in training.",
  {
    representative: PersonRef,
    /** The school of the network that the person is of. */
    school: Urn
  }
)

/** A person represents a network in training no more. Stored as `RepresentativeStoodDown.v1`. */
export const RepresentativeStoodDown = eventType(
  "RepresentativeStoodDown",
  1,
  "A person represents a network in training no more.",
  { representative: PersonRef, reason: Schema.optionalKey(KeptText) }
)
