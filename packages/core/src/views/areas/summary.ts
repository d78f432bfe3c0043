// The summary by area, to be handed on: how many schools of each area hold which award, are on the way to one, or have
// none, with small numbers suppressed. A school counts once, so that no two columns share it.
import { cohortStream } from "../../cohort/index.ts"
import { schoolOfStream } from "../../enrolment/index.ts"
import type { Projection } from "../../projecting/index.ts"
import type { FullDate } from "../../vocabulary/index.ts"
import { awardRegister, registeredAwards, type RegisterModel, registerOn } from "../award-register/index.ts"
import { cohortProgress, type CohortsModel } from "../cohorts/index.ts"
import { progressOf } from "../cohorts/progress.ts"
import { type Shown, suppressed } from "./suppression.ts"

/** How a school stands in the summary: the award it holds on the day, else whether it is on the way to one. */
export const areaColumns = ["bronze", "silver", "gold", "on the way", "no award"] as const

/** A column of the summary. */
export type AreaColumn = (typeof areaColumns)[number]

/** An area and its schools, as far as the numbers are shown. */
export interface AreaRow {
  /** The area of the schools' cohorts; undefined for those whose cohort names none. */
  readonly area: string | undefined
  readonly schools: Readonly<Record<AreaColumn, Shown>>
  readonly total: Shown
}

/** The summary by area. */
export interface AreaSummary {
  readonly scheme: string
  /** The day on which awards are in force or lapsed. */
  readonly on: FullDate
  /** No count from 1 to below it is shown. */
  readonly threshold: number
  /** By area. */
  readonly areas: ReadonlyArray<AreaRow>
  readonly all: Omit<AreaRow, "area">
}

/** The threshold where none is given: fewer schools than this are not shown. */
export const usualThreshold = 5

/** The read model of the summary: the register, and how far the cohorts have come. */
export interface AreasModel {
  readonly register: RegisterModel
  readonly cohorts: CohortsModel
}

/** The read model of the summary by area. */
export const areaSummary: Projection<AreasModel> = {
  name: "area-summary",
  version: 1,
  types: new Set([...awardRegister.types, ...cohortProgress.types]),
  empty: () => ({ register: awardRegister.empty(), cohorts: cohortProgress.empty() }),
  apply: ({ cohorts, register }, event) => {
    awardRegister.apply(register, event)
    cohortProgress.apply(cohorts, event)
  }
}

const underWay: ReadonlySet<string> = new Set(["planned", "in training", "assessing", "deferred"])

const heldOn = ({ register }: AreasModel, scheme: string, on: FullDate): ReadonlyMap<string, AreaColumn> =>
  new Map(
    registerOn(registeredAwards(register), on).flatMap(({ currency, level, school, scheme: of }) =>
      of === scheme && currency === "current" && level !== "none" ? [[school, level] as const] : []
    )
  )

const record = (shown: ReadonlyArray<Shown>): Readonly<Record<AreaColumn, Shown>> => {
  const [bronze = 0, silver = 0, gold = 0, onTheWay = 0, noAward = 0] = shown
  return { bronze, silver, gold, "on the way": onTheWay, "no award": noAward }
}

/**
 * The summary by area on a day. The threshold is 1 where nothing is to be suppressed.
 * @example
 * ```ts
 * import { areaSummary, areaSummaryOn, project } from "@lcqm/core"
 * areaSummaryOn(project(areaSummary, []), { scheme: "lcqm", on: "2020-09-01" }).areas // => []
 * ```
 */
export const areaSummaryOn = (
  model: AreasModel,
  {
    on,
    scheme,
    threshold = usualThreshold
  }: { readonly scheme: string; readonly on: FullDate; readonly threshold?: number }
): AreaSummary => {
  const held = heldOn(model, scheme, on)
  const counts = new Map<string | undefined, Array<number>>()
  for (const [stream, school] of model.cohorts.schools) {
    if (school.scheme !== scheme) continue
    const area = model.cohorts.cohorts.get(cohortStream(scheme, school.cohort))?.area
    const column: AreaColumn =
      held.get(schoolOfStream(stream) ?? "") ?? (underWay.has(progressOf(school)) ? "on the way" : "no award")
    const row = counts.get(area) ?? areaColumns.map(() => 0)
    row[areaColumns.indexOf(column)] = (row[areaColumns.indexOf(column)] ?? 0) + 1
    counts.set(area, row)
  }
  // Whose area is not stated come last.
  const areas = [...counts].toSorted(([a], [b]) =>
    a === undefined || b === undefined
      ? Number(a === undefined) - Number(b === undefined)
      : a < b
        ? -1
        : Number(a > b)
  )
  const { cells, columns, rows, total } = suppressed(
    areas.map(([, row]) => row),
    threshold
  )
  return {
    scheme,
    on,
    threshold,
    areas: areas.map(([area], i) => ({ area, schools: record(cells[i] ?? []), total: rows[i] ?? 0 })),
    all: { schools: record(columns), total }
  }
}
