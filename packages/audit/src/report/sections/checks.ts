// What verifying an award file consists of, check by check, and how each came out. A check that could not be made, or
// that what is wrong elsewhere made moot, is never said to hold.
import type { FindingKind } from "../../verifying/finding.ts"
import type { AwardFileVerdict } from "../../verifying/verdict.ts"
import { type Content, element } from "../element/element.ts"
import { said } from "../words.ts"

type CheckName = "file" | "order" | "log" | "bases" | "checkpoint" | "head" | "parties"

const checkOf: Readonly<Record<FindingKind, CheckName>> = {
  "not an award file": "file",
  "header changed": "file",
  "another school": "file",
  "store damaged": "file",
  "written by another version": "file",
  "event edited": "log",
  "proof wrong": "log",
  "event inserted": "order",
  "event repeated": "order",
  "event of another stream": "order",
  "event left out": "order",
  "events swapped": "order",
  "cut at its end": "order",
  "beyond its head": "order",
  "history changed": "bases",
  "fact changed": "bases",
  "fact missing": "bases",
  "fact not asked for": "bases",
  "checkpoint not believed": "checkpoint",
  "shrunken log": "checkpoint",
  "forked log": "checkpoint",
  "stream head not believed": "head",
  "heads disagree": "head",
  "signature wrong": "parties"
}

/** One check of an award file and how it came out. */
export interface Check {
  readonly name: CheckName
  readonly what: string
  readonly stands: "holds" | "wrong" | "not checked"
  readonly says: string
}

const partiesSay = ({ parties }: AwardFileVerdict): string =>
  parties.length === 0
    ? "There is no agreement to sign."
    : parties
        .map(
          ({ party, person, revision, signature }) =>
            `Event ${revision}, the ${party} ${person}: ${signature}.`
        )
        .join(" ")

/** The checks of an award file. */
export const checksOf = (verdict: AwardFileVerdict): ReadonlyArray<Check> => {
  const { checkpoint, events, findings, head, parties } = verdict
  const wrong = (name: CheckName) => findings.filter(({ kind }) => checkOf[kind] === name).length
  const readable = !findings.some(({ kind }) => kind === "not an award file")
  const other = findings.some(({ kind }) => kind === "written by another version")
  const sound = readable && !other && wrong("order") === 0 && wrong("log") === 0
  const verified = events.filter(({ stands }) => stands === "verified").length
  const check = (name: CheckName, what: string, made: boolean, says: string): Check => {
    const found = wrong(name)
    return {
      name,
      what,
      stands: found > 0 ? "wrong" : made ? "holds" : "not checked",
      says: found > 0 ? `${found === 1 ? "One thing is" : `${found} things are`} wrong; see below.` : says
    }
  }
  return [
    check("file", "The file's form", readable, "Canonical JSON of an award file, to the byte."),
    check("order", "Every event once, in order", readable, "As the events themselves say."),
    check(
      "log",
      "Every event in the signed log",
      readable && checkpoint !== undefined,
      checkpoint === undefined
        ? "No signed log is believed."
        : `${verified} of ${events.length} leaf hashes lead to the signed root of ${checkpoint.size} events.`
    ),
    check(
      "bases",
      "What each decision rests on",
      sound,
      sound
        ? "The roots of its own history and of every fact it read were recomputed."
        : "Moot while events are wrong."
    ),
    check(
      "checkpoint",
      "The operator's checkpoint",
      checkpoint !== undefined,
      checkpoint === undefined ? "No signature is believed." : `Signed by ${checkpoint.origin}.`
    ),
    check(
      "head",
      "Where the school's stream ends",
      head !== undefined,
      head === undefined
        ? "No signed end is believed: later events may have been cut off."
        : `Signed: event ${head.revision} was the last.`
    ),
    check(
      "parties",
      "The parties' own signatures",
      parties.length > 0 && parties.every(({ signature }) => signature === "verified"),
      partiesSay(verdict)
    )
  ]
}

const marks = { holds: "✔", wrong: "✘", "not checked": "◐" } as const

/** The checks as a list. */
export const checksList = (verdict: AwardFileVerdict): Content =>
  element(
    "ul",
    { class: "checks" },
    checksOf(verdict).map(({ name, says, stands, what }) =>
      element(
        "li",
        { "data-check": name, "data-stands": stands === "holds" ? undefined : stands },
        element("span", { class: "mark" }, `${marks[stands]} `),
        element("strong", {}, what),
        stands === "holds"
          ? ". "
          : ` (${name === "parties" && stands === "not checked" ? "unsigned" : stands}). `,
        said(says)
      )
    )
  )
