// Publishing a criteria set: once a version is published, it is that for ever.
import { Result } from "effect"
import { commandType } from "../deciding/command.ts"
import { type FactRequest, handlerOf } from "../deciding/slice.ts"
import { rejection } from "../deciding/rejection.ts"
import {
  type FullDate,
  isCertainlyBefore,
  isoDateOf,
  monthsLater,
  PartialDate,
  SchemeId,
  spanOf
} from "../vocabulary/index.ts"
import { CriteriaSet } from "./criteria-set.ts"
import type { CriteriaEvent } from "./events.ts"
import { criteriaFold, type CriteriaState } from "./fold.ts"
import { Schema } from "effect"

/** Months between publication and being in force, where nothing else is said. Source: design, "Rule change policy". */
export const defaultNoticeMonths = 2

/** The day so many months after a publication, by its first possible day; today's where it has none. */
export const inForceAfterNotice = (publishedOn: PartialDate, today: FullDate): FullDate =>
  isoDateOf(monthsLater(spanOf(publishedOn).first ?? spanOf(today).first ?? 0, defaultNoticeMonths))

/** Publish a version of the scheme's criteria set. */
export const PublishCriteriaSet = commandType(
  "PublishCriteriaSet",
  "Publish a version of the scheme's criteria set.",
  {
    scheme: SchemeId,
    criteriaSet: CriteriaSet,
    publishedOn: PartialDate,
    /** Two months after publication where nothing is said. */
    inForceFrom: Schema.optionalKey(PartialDate)
  }
)

/** Refused: a published version is that for ever. */
export const AlreadyPublished = rejection("AlreadyPublished", (d: { what: string; version: string }) => [
  `Version ${d.version} of this ${d.what} is published already.`,
  "Publish the changed one under a new version; what was published stays as it was."
])

/** Refused: nothing is in force before it is published. */
export const InForceBeforePublished = rejection(
  "InForceBeforePublished",
  (d: { publishedOn: string; inForceFrom: string }) => [
    `It would be in force from ${d.inForceFrom}, before it is published on ${d.publishedOn}.`,
    "Let it be in force from the day it is published, or later."
  ]
)

/** The stream of one version of a scheme's criteria set. */
export const criteriaStream = (scheme: string, version: string): string => `criteria-${scheme}-${version}`

/** The criteria set as a fact of another decision. */
export const criteriaFact = (scheme: string, version: string): FactRequest<CriteriaState> => ({
  stream: criteriaStream(scheme, version),
  fold: criteriaFold
})

interface Scope {
  readonly scheme: string
  readonly criteriaSet: { readonly version: string }
}

const handle = handlerOf<CriteriaState, Scope, CriteriaEvent>({
  fold: criteriaFold,
  streamOf: ({ criteriaSet, scheme }) => criteriaStream(scheme, criteriaSet.version),
  rolesOf: () => []
})

/** How every command about a criteria set is decided. */
export const criteriaHandlers = [
  handle(PublishCriteriaSet, {
    decide: ({ data }, state, { digest, today }) => {
      const { criteriaSet, publishedOn, scheme } = data
      const { id, notice, themes, title, version } = criteriaSet
      if (state.published !== undefined)
        return Result.fail(AlreadyPublished({ what: "criteria set", version }))
      const inForceFrom = data.inForceFrom ?? inForceAfterNotice(publishedOn, today)
      if (isCertainlyBefore(inForceFrom, publishedOn)) {
        return Result.fail(InForceBeforePublished({ publishedOn, inForceFrom }))
      }
      return Result.succeed([
        {
          type: "CriteriaSetDrafted.v1",
          data: { scheme, version, id, title, ...(notice === undefined ? {} : { notice }) }
        },
        ...themes.map((theme) => ({ type: "ThemeDrafted.v1" as const, data: { theme } })),
        { type: "CriteriaSetPublished.v1", data: { hash: digest(criteriaSet), publishedOn, inForceFrom } }
      ])
    }
  })
]
