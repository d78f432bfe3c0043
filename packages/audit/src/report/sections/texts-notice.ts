// What a reader is to know of the texts in a report before reading any: that they were opened, so that the report is
// itself personal data; that some were erased; and that the file proves neither.
import { type Content, element } from "../element/element.ts"
import type { ReportTexts } from "../texts-carried.ts"

const counted = (count: number): string => (count === 1 ? "1 sealed text" : `${count} sealed texts`)

/** The notice; empty where every sealed text reads `[sealed]`. */
export const textsNotice = (texts: ReportTexts | undefined): Content => {
  const told = texts?.told ?? []
  const opened = told.filter((each) => "text" in each.told).length
  const erased = told.filter((each) => "withheld" in each.told && each.told.withheld === "erased").length
  const proof = "Whoever made it says so; nothing in the file proves it."
  return [
    opened === 0
      ? ""
      : element(
          "p",
          { class: "personal" },
          element("strong", {}, "This report holds personal data."),
          ` ${counted(opened)} ${opened === 1 ? "was" : "were"} opened for it on ${texts?.on}. Keep it from whoever may not read ${opened === 1 ? "it" : "them"}, and destroy it when it has served, or when somebody ${opened === 1 ? "it is" : "they are"} about is erased. ${proof}`
        ),
    erased === 0
      ? ""
      : element(
          "p",
          { class: "notice" },
          `${counted(erased)} ${erased === 1 ? "reads" : "read"} [erased]: somebody ${erased === 1 ? "it is" : "they are"} about had been erased by ${texts?.on}. ${proof}`
        )
  ]
}
