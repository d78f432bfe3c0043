// The slider: the school as of each event, by mouse, finger or keyboard, on two clocks.
import { PartialDate } from "@lcqm/core"
import { Schema } from "effect"
import type { SchoolHistory } from "../../src/index.ts"
import { pointContent } from "../../src/report/sections/point.ts"
import { timelinePicture } from "../../src/report/sections/timeline-picture.ts"
import { show, the } from "./to-dom.ts"

const isDate: (text: string) => boolean = Schema.is(PartialDate)

/** Shows in table and picture which event the slider is at. */
export const markWhereWeAre = (): void => {
  const now = Number(the("slider", HTMLInputElement).value)
  for (const row of document.querySelectorAll("#events tr[data-place], #picture g[data-place]")) {
    const place = Number(row.getAttribute("data-place"))
    row.toggleAttribute("data-now", place === now)
    row.toggleAttribute("data-later", place > now)
  }
}

/** Makes the slider work. */
export const walkHere = (history: SchoolHistory): void => {
  const slider = the("slider", HTMLInputElement)
  const occurred = the("occurred", HTMLInputElement)
  const last = Math.max(0, history.events.length - 1)
  slider.max = String(last)
  slider.value = String(last)
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
    markWhereWeAre()
  }
  slider.addEventListener("input", go)
  occurred.addEventListener("change", go)
  the("walk-form", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault())
  show("picture", timelinePicture(history))
  go()
}
