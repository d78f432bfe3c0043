// The two facts a judgement of a criterion needs, folded by hand: the criteria set and the rule set a school is
// pinned to.

export const emptyCriteria = () => ({
  drafted: false,
  id: "",
  version: "",
  title: "",
  notice: undefined,
  themes: [],
  published: undefined
})

export const criteriaAfter = (state, { data, type }) => {
  switch (type) {
    case "CriteriaSetDrafted.v1":
      state.drafted = true
      state.id = data.id
      state.version = data.version
      state.title = data.title
      state.notice = data.notice
      return state
    case "ThemeDrafted.v1":
      state.themes.push(data.theme)
      return state
    case "CriteriaSetPublished.v1":
      state.published = { hash: data.hash, publishedOn: data.publishedOn, inForceFrom: data.inForceFrom }
      return state
    default:
      return state
  }
}

export const emptyRules = () => ({ ruleSet: undefined, published: undefined })

export const rulesAfter = (state, { data, type }) => {
  if (type === "RuleSetPublished.v1") {
    state.ruleSet = data.ruleSet
    state.published = { hash: data.hash, publishedOn: data.publishedOn, inForceFrom: data.inForceFrom }
  }
  return state
}

/** What a command reads besides its own stream, by the school's pins: the streams, and how each is folded. */
export const factsOf = (command, state) => {
  const criteria = {
    name: "criteria",
    stream: `criteria-${command.data.scheme}-${state.criteriaSet.version}`,
    empty: emptyCriteria,
    after: criteriaAfter
  }
  const rules = {
    name: "rules",
    stream: `ruleset-${command.data.scheme}-${state.ruleSet.version}`,
    empty: emptyRules,
    after: rulesAfter
  }
  switch (command.type) {
    case "AssignEvidence":
      return [criteria]
    case "SelfAssessCriterion":
      return [criteria, rules]
    default:
      return []
  }
}
