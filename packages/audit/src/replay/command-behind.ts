// Which command a decision answered: what it asked for stands in the event. That it is the very command is then
// checked by its digest, which the event's metadata keeps.
import type { EnrolmentEvent, Recorded } from "@lcqm/core"

/** What was asked for: a command's name and its data, without scheme and school. */
export interface Asked {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

type Data<Type extends EnrolmentEvent["type"]> = Extract<EnrolmentEvent, { readonly type: Type }>["data"]
type KeyOf<Type extends EnrolmentEvent["type"]> = Type extends unknown ? keyof Data<Type> & string : never

// An award says why its level was proposed; who accepted it gave no reason of their own.
const commands: {
  readonly [Type in EnrolmentEvent["type"]]?: readonly [name: string, asks: ReadonlyArray<KeyOf<Type>>]
} = {
  "SelfAssessmentDeclared.v1": ["DeclareSelfAssessment", ["declared", "reason"]],
  "AwardProposed.v1": ["ProposeAward", ["level", "reason", "signature"]],
  "AwardAgreed.v1": ["AcceptProposal", ["level", "signature"]],
  "FurtherWorkAsked.v1": ["AskFurtherWork", ["criteria", "by", "reason"]],
  "AwardWithheld.v1": ["WithholdAward", ["reason"]]
}

/** The stored types of decisions whose commands are known here. */
export const replayedTypes: ReadonlyArray<string> = Object.keys(commands)

/** What the command behind a decision asked for; undefined where this program does not know. */
export const askedBy = ({ data, type }: Recorded<EnrolmentEvent>): Asked | undefined => {
  const known: readonly [string, ReadonlyArray<string>] | undefined = commands[type]
  if (known === undefined) return undefined
  const [name, asks] = known
  const said = Object.entries(data).filter(([key]) => asks.includes(key))
  return { type: name, data: Object.fromEntries(said) }
}
