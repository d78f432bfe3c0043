// Commands about the second version of the small criteria set, said briefly.
import { type Asked, scheme, smallCriteriaSet, theOffice } from "@lcqm/testing/given-when-then"
import { canonicalBytes } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import type { CriteriaSet, LcqmCommand, Theme } from "../../src/index.ts"

type OnVersion = Extract<
  LcqmCommand,
  { readonly data: { readonly scheme: string; readonly version: string } }
>

/** The version that these commands are about. */
export const version = "small.2"

/** What is drafted in it. */
export const second: CriteriaSet = { ...smallCriteriaSet, version }

/** A theme of it, by its place. */
export const themeAt = (place: number): Theme => {
  const theme = second.themes[place]
  if (theme === undefined) throw new RangeError(`no theme ${place}`)
  return theme
}

/** The office's command about the version. */
export const onVersion = <Type extends OnVersion["type"]>(
  type: Type,
  rest: Omit<Extract<OnVersion, { readonly type: Type }>["data"], "scheme" | "version">
) => ({ type, actor: theOffice, data: { scheme, version, ...rest } })

/** The office drafts the whole. */
export const draft = (criteriaSet: CriteriaSet = second): Asked<LcqmCommand> => ({
  type: "DraftCriteriaSet",
  actor: theOffice,
  data: { scheme, criteriaSet }
})

/** The hash of a set, as its publication has it. */
export const hashOf = (set: CriteriaSet): string => nodeHasher.sha256Hex(canonicalBytes(set))

/** Words of somebody. */
export const words = (text: string) => ({ about: [], text })
