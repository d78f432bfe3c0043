// The report on the register: every award of a scheme in one table, with no script at all.
import type { RegisteredAward } from "@lcqm/core"
import { documentOf, type PageParts } from "./document.ts"
import { element } from "./element/element.ts"
import { levelMark, said, table } from "./words.ts"

/** What a register report is made of. */
export interface RegisterParts {
  readonly scheme: string
  readonly awards: ReadonlyArray<RegisteredAward>
  /** As of when, in words a reader understands. */
  readonly asOf: string
  /** The store's root and size, where they are known: what the register was folded from. */
  readonly log?: { readonly size: number; readonly root: string }
}

const countOf = (awards: ReadonlyArray<RegisteredAward>, level: RegisteredAward["level"]): number =>
  awards.filter((award) => award.level === level).length

/**
 * Makes the report on a register, as the text of an HTML file. The style is the page's own.
 * @example
 * ```ts
 * import { pageParts, registerReport } from "@lcqm/audit/report"
 * const html = registerReport({ scheme: "lcqm", awards: [], asOf: "2026-09-01" }, pageParts())
 * html.includes("0 awards") // => true
 * ```
 */
export const registerReport = (
  { asOf, awards, log, scheme }: RegisterParts,
  page: Pick<PageParts, "style">
): string =>
  documentOf({
    title: `Award register of ${scheme}`,
    page,
    body: [
      element(
        "header",
        {},
        element("h1", {}, `Award register of ${scheme}`),
        element(
          "p",
          { class: "where" },
          `As of ${asOf}: ${awards.length} ${awards.length === 1 ? "award" : "awards"}.`,
          log === undefined
            ? ""
            : [` Folded from ${log.size} events with the root `, element("code", {}, log.root), "."]
        )
      ),
      element(
        "main",
        {},
        element(
          "dl",
          {},
          (["gold", "silver", "bronze"] as const).map((level) => [
            element("dt", {}, levelMark(level)),
            element("dd", {}, String(countOf(awards, level)))
          ])
        ),
        table(
          "The awards, by school",
          ["School", "Phase", "Cohort", "Level", "Indicated", "Agreed on", "Valid until", "Event"],
          awards.map(({ agreedOn, cohort, event, indicated, level, phase, school, validUntil }) => ({
            cells: [
              said(school),
              phase ?? "not stated",
              said(cohort),
              levelMark(level),
              levelMark(indicated),
              said(agreedOn),
              said(validUntil ?? "not known"),
              element("code", {}, said(event))
            ]
          }))
        )
      )
    ]
  })
