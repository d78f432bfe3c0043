// The school's part of the main road: evidence for every criterion, its own judgements, its declaration.
import { type LcqmCommand, levels } from "@lcqm/core"
import { criteriaIn } from "../criteria-set.ts"
import { carryingForward } from "./afterwards.ts"
import { judgings } from "./judging.ts"
import type { AtSchool } from "./move.ts"
import { inhabitants } from "./small-world.ts"

/** The champion attends one of the four sessions. */
export const attending = ({ champion, move, of, sent }: AtSchool): ReadonlyArray<LcqmCommand> =>
  ([1, 2, 3, 4] as const).map((_, i, sessions) => ({
    type: "RecordCpdAttendance",
    ...sent(inhabitants.office),
    data: { ...of, person: champion, cohort: "A", session: sessions[(move.pick + i) % 4] ?? 1 }
  }))

/** The school is enrolled, pinned to the world's criteria and rules. */
export const enrolling = ({ move, of, sent, world }: AtSchool): ReadonlyArray<LcqmCommand> => {
  const phases = [{}, { phase: "primary" }, { phase: "secondary" }, { phase: "special" }] as const
  const pins = { criteriaSet: world.criteriaSet.version, ruleSet: world.ruleSet.version }
  const data = { ...of, cohort: "A", ...phases[move.pick % phases.length], ...pins }
  return [{ type: "EnrolSchool", ...sent(inhabitants.office), data }]
}

// One item a criterion, called e0, e1, …; what was withdrawn is not shown again.
const showing = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { champion, occurredOn, of, sent, state, world } = at
  const criteria = criteriaIn(world.criteriaSet)
  const next = criteria.findIndex((_, i) => {
    const item = state.evidence.get(`e${i}`)
    return item === undefined || (item.assignments.length === 0 && !item.withdrawn)
  })
  const criterion = criteria[next]?.id
  if (criterion === undefined) return []
  const item = { ...of, evidence: `e${next}` }
  const shown = {
    ...item,
    kind: "document",
    reference: "https://example.org/1",
    producedOn: occurredOn
  } as const
  return state.evidence.has(item.evidence)
    ? [{ type: "AssignEvidence", ...sent(champion), data: { ...item, criterion } }]
    : [{ type: "SubmitEvidence", ...sent(champion), data: shown }]
}

/** What the school does next, up to its declaration. */
export const preparing = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { champion, level, move, of, sent, state, world } = at
  const unshown = move.pick % 8 === 0 ? [] : [...carryingForward(at), ...showing(at)]
  if (unshown.length > 0) return unshown
  const unjudged = criteriaIn(world.criteriaSet).find(({ id }) => !state.self.has(id))
  if (unjudged !== undefined) {
    return judgings(at).map((judgement) => ({
      type: "SelfAssessCriterion",
      ...sent(champion),
      data: { ...of, criterion: unjudged.id, judgement }
    }))
  }
  const declaring = (data: { readonly declared: typeof level; readonly reason?: typeof move.text }) => ({
    type: "DeclareSelfAssessment" as const,
    ...sent(champion),
    data: { ...of, ...data }
  })
  return [
    ...[level, ...levels].map((declared) => declaring({ declared })),
    declaring({ declared: level, reason: move.text })
  ]
}
