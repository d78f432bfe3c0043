// The history on two clocks at a glance: above when each event happened, below when it was recorded, a line between the
// two. What was recorded late leans. Drawn with presentation attributes only, as the themes are.
import { isoDateOf, type Role, spanOf } from "@lcqm/core"
import { scaleLinear } from "d3-scale"
import { decisionsOf } from "../../history/decision.ts"
import type { SchoolHistory } from "../../history/school-history.ts"
import { type Content, element } from "../element/element.ts"

const [width, height, left, right] = [960, 132, 84, 16]
const [happenedAt, recordedAt] = [44, 100]

const parties = ["school", "assessor", "office"] as const
type Party = (typeof parties)[number]
const titles: Readonly<Record<Party, string>> = { school: "School", assessor: "Assessor", office: "Office" }

const partyOf = (role: Role): Party =>
  role === "Champion" || role === "Coach" ? "school" : role === "SchemeOffice" ? "office" : "assessor"

interface Dot {
  readonly place: number
  readonly type: string
  readonly party: Party
  readonly decision: boolean
  readonly happened: number
  readonly recorded: number
}

const millisecondsPerDay = 86_400_000
const dayOfInstant = (instant: string): number => Date.parse(instant) / millisecondsPerDay

const dotsOf = (history: SchoolHistory): ReadonlyArray<Dot> => {
  const decisions = new Set(decisionsOf(history).map(({ event }) => event.revision))
  return history.events.map(({ metadata, revision, type }, place) => {
    const recorded = dayOfInstant(metadata.recordedAt)
    const { first, last } = spanOf(metadata.occurredOn)
    // A date without a year has no day: it is drawn where it was recorded.
    const happened = first === null || last === null ? recorded : (first + last + 1) / 2
    const party = partyOf(metadata.actor.role)
    return { place, type, party, decision: decisions.has(revision), happened, recorded }
  })
}

// Every month, quarter or year, whichever leaves room for its name.
const ticksOf = (
  from: number,
  to: number
): ReadonlyArray<{ readonly day: number; readonly name: string }> => {
  const months = (to - from) / 30
  const every = months > 60 ? 12 : months > 18 ? 6 : months > 8 ? 3 : 1
  const ticks: Array<{ day: number; name: string }> = []
  const start = new Date(from * millisecondsPerDay)
  for (let month = 0; ; month += 1) {
    const at = Date.UTC(start.getUTCFullYear(), month, 1) / millisecondsPerDay
    if (at > to) return ticks
    if (at >= from && month % every === 0) ticks.push({ day: at, name: isoDateOf(at).slice(0, 7) })
  }
}

/** The picture of a history; nothing where there is none. */
export const timelinePicture = (history: SchoolHistory): Content => {
  const dots = dotsOf(history)
  if (dots.length === 0) return ""
  const days = dots.flatMap(({ happened, recorded }) => [happened, recorded])
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const x = scaleLinear()
    .domain(from === to ? [from - 1, to + 1] : [from, to])
    .range([left, width - right])
  const at = (day: number): number => Math.round(x(day) * 10) / 10
  const late = dots.filter(({ happened, recorded }) => recorded - happened >= 31).length
  const decisions = dots.filter(({ decision }) => decision)
  return element(
    "figure",
    { class: "timeline-picture" },
    element(
      "div",
      { class: "scrolling", tabindex: 0, role: "region", "aria-label": "The history as a picture" },
      element(
        "svg",
        { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": "timeline-in-words" },
        ticksOf(Math.floor(from), Math.ceil(to)).map(({ day, name }) =>
          element(
            "g",
            {},
            element("line", { x1: at(day), x2: at(day), y1: 24, y2: height - 16, class: "grid" }),
            element("text", { x: at(day), y: 14, "text-anchor": "middle", class: "axis" }, name)
          )
        ),
        element("text", { x: 0, y: happenedAt + 4, class: "axis" }, "Happened"),
        element("text", { x: 0, y: recordedAt + 4, class: "axis" }, "Recorded"),
        dots.map(({ decision, happened, party, place, recorded, type }) =>
          element(
            "g",
            { class: `event ${party}${decision ? " decision" : ""}`, "data-place": place },
            element("title", {}, `event ${place}: ${type}`),
            element("line", { x1: at(happened), x2: at(recorded), y1: happenedAt, y2: recordedAt }),
            element("circle", { cx: at(happened), cy: happenedAt, r: decision ? 5 : 3 }),
            element("circle", { cx: at(recorded), cy: recordedAt, r: decision ? 5 : 3 })
          )
        )
      )
    ),
    element(
      "figcaption",
      {},
      element(
        "p",
        { class: "legend" },
        parties.map((party) => element("span", { class: `key ${party}` }, titles[party]))
      ),
      element(
        "p",
        { id: "timeline-in-words" },
        `${dots.length} events, from ${isoDateOf(Math.floor(from))} to ${isoDateOf(Math.floor(to))}; the ${decisions.length} decisions are drawn larger. ${late === 0 ? "None was" : late === 1 ? "One was" : `${late} were`} recorded a month or more after it happened.`
      )
    )
  )
}
