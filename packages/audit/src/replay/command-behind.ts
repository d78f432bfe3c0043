// Which command a decision answered: what it asked for stands in the event. That it is the very command is then
// checked by its digest, which the event's metadata keeps, so that a mistake in this table cannot pass for a "same".
import type { EnrolmentEvent, Recorded } from "@lcqm/core"

/** What was asked for: a command's name and its data, without scheme and school. */
export interface Asked {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

// By stored type: the command, and which of the event's data are the command's own. An award says why its level was
// proposed; who accepted it gave no reason of their own.
const commands: Readonly<Record<string, readonly [name: string, asks: ReadonlyArray<string>]>> = {
  "SelfAssessmentDeclared.v1": ["DeclareSelfAssessment", ["declared", "reason"]],
  "AwardProposed.v1": ["ProposeAward", ["level", "reason", "signature"]],
  "AwardAgreed.v1": ["AcceptProposal", ["level", "signature"]],
  "FurtherWorkAsked.v1": ["AskFurtherWork", ["criteria", "by", "reason"]],
  "AwardWithheld.v1": ["WithholdAward", ["reason"]],
  "AppealDecided.v1": ["DecideAppeal", ["reason"]],
  "AwardRevoked.v1": ["RevokeAward", ["reason"]]
}

/** The stored types of decisions whose commands are known here. */
export const replayedTypes: ReadonlyArray<string> = Object.keys(commands)

/** What the command behind a decision asked for; undefined where this program does not know. */
export const askedBy = ({ data, type }: Recorded<EnrolmentEvent>): Asked | undefined => {
  const known = Object.hasOwn(commands, type) ? commands[type] : undefined
  if (known === undefined) return undefined
  const [name, asks] = known
  const said = Object.entries(data).filter(([key]) => asks.includes(key))
  return { type: name, data: Object.fromEntries(said) }
}
