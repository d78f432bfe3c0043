// The slider: the school as of each event, by mouse, finger or keyboard, on two clocks.
import { PartialDate } from "@lcqm/core"
import { Schema } from "effect"
import type { SchoolHistory } from "../../src/index.ts"
import { pointContent } from "../../src/report/sections/point.ts"
import { show, the } from "./to-dom.ts"

const isDate: (text: string) => boolean = Schema.is(PartialDate)

const mark = (revision: number): void => {
  for (const row of document.querySelectorAll("tr[data-of]")) {
    row.toggleAttribute("data-now", row.getAttribute("data-of") === `event-${revision}`)
  }
}

/** Makes the slider work. */
export const walkHere = (history: SchoolHistory): void => {
  const slider = the("slider", HTMLInputElement)
  const occurred = the("occurred", HTMLInputElement)
  the("walk-form", HTMLFormElement).hidden = false
  const go = (): void => {
    const revision = Number(slider.value)
    const day = occurred.value.trim()
    if (day !== "" && !isDate(day))
      return show("walk-told", `${day} is no date as 2018, 2018-04 or 2018-04-30.`)
    const point = day === "" ? { revision } : { revision, occurred: day }
    slider.setAttribute("aria-valuetext", `event ${revision}: ${history.events[revision]?.type ?? "none"}`)
    show("walk-told", "")
    show("point", pointContent(history, point))
    mark(revision)
  }
  slider.addEventListener("input", go)
  occurred.addEventListener("change", go)
  the("walk-form", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault())
  mark(Number(slider.value))
}
