// Guidance is linked to a version and is no part of it, so that it can come and go while the version stays what it is.
// Source: a slimmer printed Framework with an electronic one "that will link this … to the range of current and future
// guidance tailored to the needs of a particular teacher". A withdrawn version is guided too: schools pinned to it go on.
import { Result } from "effect"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { isFor, type Reader } from "../version/audience.ts"
import { LinkGuidance, WithdrawGuidance } from "./commands.ts"
import type { GuidanceId } from "../version/identifiers.ts"
import { handleVersion } from "../version/slice.ts"
import { inTheSet, NotDrafted } from "../version/standing.ts"
import type { CriteriaState, Guidance } from "../version/state.ts"
import type { CriterionId } from "../set/wording.ts"

/** Refused: the id is that of other guidance, now or before. */
export const GuidanceIdTaken = rejection("GuidanceIdTaken", (d: { guidance: string; link: string }) => [
  `Guidance ${d.guidance} is linked already, to ${d.link}.`,
  "Give this one an id of its own; where the link has moved, withdraw the old one (WithdrawGuidance)."
])

/** Refused: there is no such guidance, or it is withdrawn. */
export const GuidanceUnknown = rejection("GuidanceUnknown", (d: { guidance: string; version: string }) => [
  `Version ${d.version} of the criteria set has no guidance ${d.guidance} that is not withdrawn.`,
  "Name guidance that is linked (LinkGuidance)."
])

/** How guidance is decided. */
export const guidingHandlers = [
  handleVersion(LinkGuidance, {
    decide: ({ data }, state) =>
      Result.gen(function* () {
        const { scheme: _, version, ...linked } = data
        if (!state.drafted) return yield* Result.fail(NotDrafted({ version }))
        const known = state.guidance.get(linked.guidance)
        if (known !== undefined) {
          return yield* Result.fail(GuidanceIdTaken({ guidance: linked.guidance, link: known.link }))
        }
        yield* inTheSet(state, version, { criterion: linked.criterion })
        return [{ type: "GuidanceLinked.v1", data: linked }] as const
      })
  }),
  handleVersion(WithdrawGuidance, {
    decide: ({ data: { guidance, reason, version } }, state) => {
      if (!state.drafted) return Result.fail(NotDrafted({ version }))
      if (state.guidance.get(guidance)?.withdrawn !== false) {
        return Result.fail(GuidanceUnknown({ guidance, version }))
      }
      const why = reason === undefined ? {} : { reason }
      return Result.succeed([{ type: "GuidanceWithdrawn.v1", data: { guidance, ...why } }])
    }
  })
]

/** Guidance and its id. */
export interface LinkedGuidance extends Guidance {
  readonly guidance: GuidanceId
}

/**
 * The guidance of a version that is not withdrawn, for a reader and a criterion where they are named. Guidance on the
 * whole version is for every criterion of it.
 * @example
 * ```ts
 * import { criteriaFold, guidanceFor } from "@lcqm/core"
 * const link = { title: "Talk", link: "https://example.org/talk", criterion: undefined, withdrawn: false }
 * const guidance = new Map([["talk", { ...link, audience: { yearGroups: ["Year 3"] as const } }]])
 * const state = { ...criteriaFold.initial, guidance }
 * guidanceFor(state, { yearGroup: "Year 3" }).map(({ guidance }) => guidance) // => ["talk"]
 * guidanceFor(state, { yearGroup: "Year 6" }) // => []
 * ```
 */
export const guidanceFor = (
  { guidance }: Pick<CriteriaState, "guidance">,
  { criterion, ...reader }: Reader & { readonly criterion?: CriterionId } = {}
): ReadonlyArray<LinkedGuidance> =>
  [...guidance]
    .filter(
      ([, each]) =>
        !each.withdrawn &&
        isFor(each.audience, reader) &&
        (criterion === undefined || each.criterion === undefined || each.criterion === criterion)
    )
    .map(([id, each]) => ({ guidance: id, ...each }))
