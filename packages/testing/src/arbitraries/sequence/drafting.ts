// What happens to versions of criteria sets and rule sets beside those that schools are pinned to: drafted, put out for
// comment, published, guided, withdrawn; then the next. What would be accepted is found by trying.
import { criteriaFact, type CriteriaState, type LcqmCommand, ruleSetFact } from "@lcqm/core"
import type { AtSchool } from "./move.ts"
import { inhabitants, scheme } from "./small-world.ts"

const mostVersions = 9

// The first version of which this does not hold any more; the last where it holds of all.
const firstUntil = (name: string, done: (version: string) => boolean): string => {
  for (let i = 1; i < mostVersions; i += 1) if (!done(`${name}${i}`)) return `${name}${i}`
  return `${name}${mostVersions}`
}

const commenting = (
  at: AtSchool,
  version: string,
  { comments, guidance }: CriteriaState
): ReadonlyArray<LcqmCommand> => {
  const { move, sent } = at
  const office = sent(inhabitants.office)
  const of = { scheme, version }
  const unanswered = [...comments].find(([, { answered }]) => answered === undefined)?.[0] ?? "c0"
  const linked = [...guidance].find(([, { withdrawn }]) => !withdrawn)?.[0] ?? "g0"
  return [
    { type: "ReceiveComment", ...office, data: { ...of, comment: `c${comments.size}`, said: move.text } },
    {
      type: "AnswerComment",
      ...office,
      data: { ...of, comment: unanswered, outcome: "noted", answer: move.text }
    },
    {
      type: "LinkGuidance",
      ...office,
      data: { ...of, guidance: `g${guidance.size}`, title: "Guidance", link: "https://example.org/guidance" }
    },
    { type: "WithdrawGuidance", ...office, data: { ...of, guidance: linked } }
  ]
}

/** What may happen to the scheme's versions next. */
export const drafting = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { move, occurredOn, rehearsal, sent, world } = at
  const office = sent(inhabitants.office)
  const stateOf = (version: string) => rehearsal.state(criteriaFact(scheme, version))
  const version = firstUntil("d", (each) => {
    const { published, withdrawn } = stateOf(each)
    return published !== undefined || withdrawn !== undefined
  })
  const published = firstUntil("d", (each) => stateOf(each).withdrawn !== undefined)
  const rule = firstUntil("r", (each) => rehearsal.state(ruleSetFact(scheme, each)).withdrawn !== undefined)
  const of = { scheme, version }
  const state = stateOf(version)
  const { criteriaSet, ruleSet } = world
  const more = {
    id: "more",
    title: "More",
    criteria: [{ id: "more.c", title: "More", weight: 1, essential: false }]
  }
  const theme = state.themes.at(-1)?.id ?? "more"
  const reason = move.text
  return [
    {
      type: "DraftCriteriaSet",
      ...office,
      data: { scheme, criteriaSet: { ...criteriaSet, version } }
    },
    { type: "DraftTheme", ...office, data: { ...of, theme: more } },
    { type: "DropTheme", ...office, data: { ...of, theme } },
    { type: "OpenConsultation", ...office, data: { ...of, from: occurredOn, until: occurredOn } },
    ...commenting(at, version, state),
    ...(published === version ? [] : commenting(at, published, stateOf(published))),
    ...(move.pick % 3 === 0
      ? [{ type: "PublishDraft" as const, ...office, data: { ...of, publishedOn: occurredOn } }]
      : []),
    ...(move.pick % 5 === 0
      ? [{ type: "WithdrawCriteriaSet" as const, ...office, data: { scheme, version: published, reason } }]
      : []),
    {
      type: "PublishRuleSet",
      ...office,
      data: { scheme, ruleSet, publishedAs: rule, publishedOn: occurredOn }
    },
    { type: "WithdrawRuleSet", ...office, data: { scheme, version: rule, reason } }
  ]
}
