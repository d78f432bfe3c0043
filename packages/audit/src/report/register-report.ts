// The report on the register: every award of a scheme in one table, with no script at all.
import { type Currency, currencyOn, type FullDate, type RegisteredAward } from "@lcqm/core"
import { documentOf, type PageParts } from "./document.ts"
import { type Content, element } from "./element/element.ts"
import { levelMark, said, table } from "./words.ts"

/** What a register report is made of. */
export interface RegisterParts {
  readonly scheme: string
  readonly awards: ReadonlyArray<RegisteredAward>
  /** The day as of which it is said whether an award stands. */
  readonly asOf: FullDate
  /** The store's root and size, where they are known: what the register was folded from. */
  readonly log?: { readonly size: number; readonly root: string }
}

const inForce = (awards: ReadonlyArray<RegisteredAward>, asOf: FullDate): ReadonlyArray<RegisteredAward> =>
  awards.filter((award) => currencyOn(award, asOf) === "current")

const standing: Readonly<Record<Currency, string>> = {
  current: "in force",
  lapsed: "lapsed",
  revoked: "revoked",
  shown: "not the school's own"
}

const standsAs = (award: RegisteredAward, asOf: FullDate): Content => [
  standing[currencyOn(award, asOf)],
  award.from === undefined ? "" : [": of school ", said(award.from)],
  award.underAppeal ? ", under appeal" : "",
  award.underReview ? ", under review" : "",
  award.schoolClosed ? ", the school has closed" : ""
]

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
          `As of ${asOf}: ${awards.length} ${awards.length === 1 ? "award" : "awards"}, ${inForce(awards, asOf).length} of them in force.`,
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
            element(
              "dd",
              {},
              `${inForce(awards, asOf).filter((award) => award.level === level).length} in force`
            )
          ])
        ),
        table(
          "The awards, by school",
          ["School", "Level", "Stands", "Phase", "Cohort", "Indicated", "Agreed on", "Valid until", "Event"],
          awards.map((award) => ({
            class: currencyOn(award, asOf) === "revoked" ? "wrong" : "",
            cells: [
              said(award.school),
              levelMark(award.level),
              standsAs(award, asOf),
              award.phase ?? "not stated",
              said(award.cohort),
              levelMark(award.indicated),
              said(award.agreedOn),
              said(award.validUntil ?? "not known"),
              element("code", {}, said(award.event))
            ]
          }))
        )
      )
    ]
  })
