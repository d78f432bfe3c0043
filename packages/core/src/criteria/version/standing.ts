// What a version must be for a command about it to make sense: drafted, and not yet published or withdrawn.
import { Result } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import type { CriteriaState } from "./state.ts"

/** Refused: no such version of the criteria set has been drafted. */
export const NotDrafted = rejection("NotDrafted", (d: { version: string }) => [
  `No version ${d.version} of the scheme's criteria set has been drafted.`,
  "Draft it first (DraftCriteriaSet), or name one that is."
])

/** Refused: a published version is that for ever. */
export const AlreadyPublished = rejection("AlreadyPublished", (d: { what: string; version: string }) => [
  `Version ${d.version} of this ${d.what} is published already.`,
  "Publish the changed one under a new version; what was published stays as it was."
])

/** Refused: a withdrawn version is not gone on with. */
export const VersionIsWithdrawn = rejection(
  "VersionIsWithdrawn",
  (d: { what: string; version: string; on: string }) => [
    `Version ${d.version} of this ${d.what} was withdrawn on ${d.on}.`,
    "It stays as it was, for those who are pinned to it; what is new goes into a version of its own."
  ]
)

/** Refused: the version has no such theme or criterion. */
export const NotInTheSet = rejection(
  "NotInTheSet",
  (d: { what: "theme" | "criterion"; id: string; version: string }) => [
    `Version ${d.version} of the criteria set has no ${d.what} ${d.id}.`,
    `Name a ${d.what} that stands in it, or the whole by leaving it out.`
  ]
)

/** The version where it has not been withdrawn. */
export const standing = (state: CriteriaState, version: string): Result.Result<CriteriaState, Rejection> =>
  state.withdrawn === undefined
    ? Result.succeed(state)
    : Result.fail(VersionIsWithdrawn({ what: "criteria set", version, on: state.withdrawn.on }))

/** The version where it may still be changed: not published and not withdrawn; whether or not it was begun. */
export const open = (state: CriteriaState, version: string): Result.Result<CriteriaState, Rejection> =>
  state.published === undefined
    ? standing(state, version)
    : Result.fail(AlreadyPublished({ what: "criteria set", version }))

/** The version where there is a draft of it that may still be changed. */
export const draftOf = (state: CriteriaState, version: string): Result.Result<CriteriaState, Rejection> =>
  state.drafted ? open(state, version) : Result.fail(NotDrafted({ version }))

/** The version, drafted or published, where it has not been withdrawn. */
export const versionOf = (state: CriteriaState, version: string): Result.Result<CriteriaState, Rejection> =>
  state.drafted ? standing(state, version) : Result.fail(NotDrafted({ version }))

/** That what is named stands in the version. */
export const inTheSet = (
  { themes }: CriteriaState,
  version: string,
  { criterion, theme }: { readonly theme?: string | undefined; readonly criterion?: string | undefined }
): Result.Result<void, Rejection> => {
  if (theme !== undefined && !themes.some(({ id }) => id === theme)) {
    return Result.fail(NotInTheSet({ what: "theme", id: theme, version }))
  }
  const there = themes.some(({ criteria }) => criteria.some(({ id }) => id === criterion))
  return criterion === undefined || there
    ? Result.void
    : Result.fail(NotInTheSet({ what: "criterion", id: criterion, version }))
}
