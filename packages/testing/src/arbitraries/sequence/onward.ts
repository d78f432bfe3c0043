// The main road, from enrolment to the agreed award: what comes next at a school, as commands of which the first
// acceptable one is sent.
import type { LcqmCommand } from "@lcqm/core"
import { afterwards } from "./afterwards.ts"
import { arranging, assessing, standingIn } from "./assessing.ts"
import type { AtSchool } from "./move.ts"
import { enrolling, preparing } from "./preparing.ts"
import { inhabitants } from "./small-world.ts"

const appointing = ({ champion, move, of, sent }: AtSchool): ReadonlyArray<LcqmCommand> => {
  const data = { ...of, champion, ...(move.pick % 2 === 0 ? {} : { coach: inhabitants.coach }) }
  return [{ type: "AppointChampion", ...sent(inhabitants.office), data }]
}

// Now and then the champion declines or the assessor withdraws; where the proposal rests on what has changed since, it is withdrawn.
const answering = ({
  assessor,
  champion,
  level,
  move,
  of,
  seen,
  sent,
  state
}: AtSchool): ReadonlyArray<LcqmCommand> => {
  const reason = move.text
  const accepting = {
    type: "AcceptProposal" as const,
    ...sent(champion),
    ...seen,
    data: { ...of, level: state.proposal?.level ?? level }
  }
  const declining = { type: "DeclineProposal" as const, ...sent(champion), ...seen, data: { ...of, reason } }
  const withdrawing = {
    type: "WithdrawProposal" as const,
    ...sent(assessor),
    ...seen,
    data: { ...of, reason }
  }
  const turn = move.pick % 6
  return turn === 5 ? [declining] : turn === 4 ? [withdrawing] : [accepting, withdrawing]
}

// Now and then the visit is moved or cancelled before it is held.
const visiting = ({ assessor, move, occurredOn, of, sent }: AtSchool): ReadonlyArray<LcqmCommand> => {
  switch (move.pick % 8) {
    case 3:
      return [{ type: "MoveVisit", ...sent(assessor), data: { ...of, on: `${occurredOn.slice(0, 4)}-12` } }]
    case 6:
      return [{ type: "CancelVisit", ...sent(inhabitants.office), data: { ...of, reason: move.text } }]
    default:
      return [{ type: "HoldVisit", ...sent(assessor), data: of }]
  }
}

/** What comes next on a school's main road, and what may follow where that has come to a decision. */
export const onward = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { champion, move, of, sent, state } = at
  if (state.stage === "withheld" || state.stage === "revoked") {
    const appealing = state.afterwards.appeal !== undefined || move.pick % 3 === 0
    return appealing ? [...afterwards(at), ...enrolling(at)] : enrolling(at)
  }
  if (state.enrolment === 0 || state.stage === "withdrawn") return enrolling(at)
  if (state.deferred) return [{ type: "ResumeEnrolment", ...sent(inhabitants.office), data: of }]
  if (state.champion === undefined) return appointing(at)
  if (state.stage === "agreed") return afterwards(at)
  if (state.stage === "proposed") return answering(at)
  if (state.stage === "further work") {
    return [{ type: "SubmitFurtherWork", ...sent(champion), data: { ...of, note: move.text } }]
  }
  if (state.declaration === undefined) return preparing(at)
  if (state.visit === undefined) return arranging(at)
  const instead = standingIn(at)
  if (instead.length > 0) return instead
  if (state.visit.held === undefined) return visiting(at)
  return assessing(at)
}
