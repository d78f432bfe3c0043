// The rules of three commands of the preparing school, by hand: submit evidence, assign it, judge a criterion. The
// same questions in the same order as the core asks, each refusal an exception.

const refuse = (/** @type {boolean} */ when, /** @type {string} */ why) => {
  if (when) throw new Error(why)
}

const openToChange = ({ deferred, enrolment, proposal, stage }) => {
  refuse(enrolment === 0, "not enrolled")
  refuse(stage === "agreed" || stage === "withheld" || stage === "withdrawn", "the enrolment is over")
  refuse(deferred, "the enrolment is deferred")
  refuse(proposal !== undefined, "a proposal stands")
}

const knownCriterion = ({ themes }, criterion) =>
  refuse(!themes.some(({ criteria }) => criteria.some(({ id }) => id === criterion)), "no such criterion")

const reopened = ({ furtherWork }, criterion) =>
  refuse(furtherWork !== undefined && !furtherWork.criteria.includes(criterion), "not re-opened")

const fitting = ({ criteria, rules }) => {
  refuse(criteria.published === undefined || rules.published === undefined, "not published")
  refuse(rules.ruleSet.allowBelow >= criteria.themes.length, "rule set and criteria set do not go together")
}

/** Decides a command on a state and facts: the type and data of the one event that follows. */
export const decide = (command, state, facts, today) => {
  const { actor, data, occurredOn } = command
  refuse(today < occurredOn, "has not happened yet")
  refuse(state.champion !== actor.person, "not the Champion")
  openToChange(state)
  const { criterion, evidence, judgement } = data
  switch (command.type) {
    case "SubmitEvidence": {
      const { kind, producedOn, reference, sha256 } = data
      refuse(state.evidence.has(evidence), "submitted already")
      refuse(occurredOn < producedOn, "not yet produced")
      return { type: "EvidenceSubmitted.v1", data: { evidence, kind, reference, sha256, producedOn } }
    }
    case "AssignEvidence": {
      const item = state.evidence.get(evidence)
      refuse(item === undefined || item.withdrawn, "no such evidence")
      knownCriterion(facts.criteria, criterion)
      reopened(state, criterion)
      refuse(
        item.assignments.some((each) => each.criterion === criterion),
        "assigned already"
      )
      return { type: "EvidenceAssigned.v1", data: { evidence, criterion } }
    }
    case "SelfAssessCriterion":
      knownCriterion(facts.criteria, criterion)
      refuse(state.declaration !== undefined, "declared already")
      reopened(state, criterion)
      fitting(facts)
      refuse(state.self.get(criterion)?.judgement === judgement.level, "nothing to do")
      return { type: "CriterionSelfAssessed.v1", data: { criterion, judgement } }
    default:
      throw new Error(`no rule for ${command.type}`)
  }
}
