// The versions of a scheme's criteria set and rule set, and how each stands on a day: drafted, out for comment,
// published, in force, withdrawn. What is in force follows from dates, not from an event.
import { criteriaFold, type CriteriaState, type Publication, unansweredIn } from "../criteria/index.ts"
import type { Recorded } from "../event-store/index.ts"
import type { Projection } from "../projecting/index.ts"
import { ruleSetFold, type RuleSetState } from "../ruleset/index.ts"
import {
  canBeWithin,
  type FullDate,
  isCertainlyBefore,
  type PartialDate,
  spanOf
} from "../vocabulary/index.ts"

/** How a version stands on a day. */
export type VersionStatus = "draft" | "in consultation" | "published" | "in force" | "withdrawn"

/** A version as it stands on a day. */
export interface VersionStanding {
  readonly what: "criteria set" | "rule set"
  readonly scheme: string
  /** What the scheme calls it, and enrolments pin. */
  readonly version: string
  /** The set's or the rule's own id. */
  readonly id: string
  readonly title: string | undefined
  readonly status: VersionStatus
  /** Whether it is the one that came into force last, of those in force: what a school is enrolled by unless said. */
  readonly latest: boolean
  readonly consultation: { readonly from: PartialDate; readonly until: PartialDate } | undefined
  readonly comments: { readonly received: number; readonly unanswered: number }
  readonly published: Publication | undefined
  readonly withdrawnOn: PartialDate | undefined
  /** How many pieces of guidance are linked to it and not withdrawn. */
  readonly guidance: number
}

/** A version of a scheme. */
interface Versioned<State> {
  readonly scheme: string
  readonly version: string
  readonly state: State
}

interface Model {
  readonly criteria: Map<string, Versioned<CriteriaState>>
  readonly rules: Map<string, Versioned<RuleSetState>>
}

// `criteria-lcqm-0.1.0-sample`: a scheme has no hyphen in it, and a version may.
const namesIn = (stream: string): { readonly scheme: string; readonly version: string } => {
  const [, scheme = "", ...version] = stream.split("-")
  return { scheme, version: version.join("-") }
}

const folded = <State>(
  known: Map<string, Versioned<State>>,
  { evolve, initial }: { readonly evolve: (state: State, event: Recorded) => State; readonly initial: State },
  event: Recorded
): void => {
  const { stream } = event
  const state = evolve(known.get(stream)?.state ?? initial, event)
  known.set(stream, { ...namesIn(stream), state })
}

/** The read model of all versions. */
export const versions: Projection<Model> = {
  name: "versions",
  version: 1,
  types: new Set([...criteriaFold.types, ...ruleSetFold.types]),
  empty: () => ({ criteria: new Map(), rules: new Map() }),
  apply: ({ criteria, rules }, event) => {
    if (criteriaFold.types.has(event.type)) folded(criteria, criteriaFold, event)
    if (ruleSetFold.types.has(event.type)) folded(rules, ruleSetFold, event)
  }
}

const statusOn = (
  { consultation, published, withdrawn }: Pick<CriteriaState, "consultation" | "published" | "withdrawn">,
  day: FullDate
): VersionStatus => {
  if (withdrawn !== undefined) return "withdrawn"
  if (published !== undefined) return isCertainlyBefore(day, published.inForceFrom) ? "published" : "in force"
  if (consultation === undefined) return "draft"
  const { from, until } = consultation
  const open = canBeWithin(day, { first: spanOf(from).first, last: spanOf(until).last })
  return open ? "in consultation" : "draft"
}

const ofCriteria =
  (day: FullDate) =>
  ({ scheme, state, version }: Versioned<CriteriaState>): VersionStanding => ({
    what: "criteria set",
    scheme,
    version,
    id: state.id,
    title: state.title,
    status: statusOn(state, day),
    latest: false,
    consultation: state.consultation,
    comments: { received: state.comments.size, unanswered: unansweredIn(state) },
    published: state.published,
    withdrawnOn: state.withdrawn?.on,
    guidance: [...state.guidance.values()].filter(({ withdrawn }) => !withdrawn).length
  })

const ofRules =
  (day: FullDate) =>
  ({ scheme, state, version }: Versioned<RuleSetState>): VersionStanding => ({
    what: "rule set",
    scheme,
    version,
    id: state.ruleSet?.id ?? "",
    title: undefined,
    status: statusOn({ consultation: undefined, ...state }, day),
    latest: false,
    consultation: undefined,
    comments: { received: 0, unanswered: 0 },
    published: state.published,
    withdrawnOn: state.withdrawn?.on,
    guidance: 0
  })

// By the first day it can have come into force; of two of one day the one that was recorded later.
const latestOf = (standings: ReadonlyArray<VersionStanding>, scheme: string): VersionStanding | undefined =>
  standings
    .filter((each) => each.scheme === scheme && each.status === "in force")
    .reduce<VersionStanding | undefined>((latest, each) => {
      const since = ({ published }: VersionStanding) =>
        spanOf(published?.inForceFrom ?? "").first ?? -Infinity
      return latest !== undefined && since(latest) > since(each) ? latest : each
    }, undefined)

const withLatest = (standings: ReadonlyArray<VersionStanding>): ReadonlyArray<VersionStanding> => {
  const latest = new Set(
    [...new Set(standings.map(({ scheme }) => scheme))].map((scheme) => latestOf(standings, scheme))
  )
  return standings.map((each) => ({ ...each, latest: latest.has(each) }))
}

/**
 * Every version as it stands on a day: criteria sets, then rule sets, each in the order in which they were begun.
 * @example
 * ```ts
 * import { project, versions, versionsOn } from "@lcqm/core"
 * versionsOn(project(versions, []), "2017-06-30") // => []
 * ```
 */
export const versionsOn = ({ criteria, rules }: Model, day: FullDate): ReadonlyArray<VersionStanding> => [
  ...withLatest([...criteria.values()].filter(({ state }) => state.drafted).map(ofCriteria(day))),
  ...withLatest([...rules.values()].filter(({ state }) => state.ruleSet !== undefined).map(ofRules(day)))
]

/** Which version of a scheme. */
export interface VersionKey {
  readonly scheme: string
  readonly version: string
}

const ofKey = <State>(known: ReadonlyMap<string, Versioned<State>>, { scheme, version }: VersionKey) =>
  [...known.values()].find((each) => each.scheme === scheme && each.version === version)?.state

/** What a version of a scheme's criteria set has come to; undefined where it was never begun. */
export const criteriaVersion = ({ criteria }: Model, key: VersionKey): CriteriaState | undefined =>
  ofKey(criteria, key)

/** What a version of a scheme's rule set has come to; undefined where it was never published. */
export const ruleSetVersion = ({ rules }: Model, key: VersionKey): RuleSetState | undefined =>
  ofKey(rules, key)
