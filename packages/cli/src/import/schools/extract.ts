// An extract of the register of England's schools, as it is downloaded from Get Information about Schools ("all
// establishment data", edubasealldata….csv): some hundred columns, of which these are read. No name is kept.
import { type FullDate, type Phase, Urn } from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import type { BadInput } from "../../failure.ts"
import { wholeNumber } from "../../given/flags.ts"
import { type Named, readBytes } from "../../given/read-text.ts"
import type { Streams } from "../../streams.ts"
import { csvFileOf, type LineProblem } from "../csv-file.ts"
import { DayCell, rowDecoder } from "../decoding.ts"
import type { Encoding } from "../encoding.ts"
import { firstOf } from "../twice.ts"
import { kindOf, lastPhaseCode, phaseOf, type SchoolKind } from "./kind.ts"

/** A school of the extract. */
export interface KnownSchool {
  readonly line: number
  readonly kind: SchoolKind
  /** The scheme's word for what it is, where it has one. */
  readonly phase: Phase | undefined
  readonly opened: FullDate | undefined
  readonly closed: FullDate | undefined
}

/** An extract as it was read. */
export interface Extract {
  readonly encoding: Encoding
  /** By URN. */
  readonly schools: ReadonlyMap<string, KnownSchool>
  readonly problems: ReadonlyArray<LineProblem>
}

/** The whole register is some 60 MB. */
const largestExtract = 256 * 1024 * 1024

const [type, phase] = ["TypeOfEstablishment (code)", "PhaseOfEducation (code)"] as const
const dates = ["OpenDate", "CloseDate"] as const
const columns = { required: ["URN", type, phase, ...dates], optional: [], noOthers: false }

// Types are written 1 or 01.
const TypeCode = Schema.String.check(
  Schema.isPattern(/^\d{1,2}$/u, { expected: "the code of a type of establishment: one or two digits" })
)

const decodeRow = rowDecoder(
  {
    URN: Urn,
    [type]: TypeCode,
    [phase]: wholeNumber("the code of a phase", 0, lastPhaseCode),
    OpenDate: Schema.optionalKey(DayCell),
    CloseDate: Schema.optionalKey(DayCell)
  },
  dates
)

/** The schools in the bytes of an extract, and everything that is wrong with it. */
export const extractOf = (bytes: Buffer): Extract => {
  const file = csvFileOf(bytes, columns)
  const schools = new Map<string, KnownSchool>()
  const problems: Array<LineProblem> = [...file.problems]
  const first = firstOf()
  for (const row of file.rows) {
    const decoded = decodeRow(row)
    if (Result.isFailure(decoded)) {
      problems.push(...decoded.failure)
      continue
    }
    const { CloseDate: closed, OpenDate: opened, URN: urn } = decoded.success
    const before = first(urn, row.line)
    if (before !== undefined) {
      const got = `${urn}, as on line ${before}`
      problems.push({ line: row.line, column: "URN", expected: "each school once", got })
      continue
    }
    if (opened !== undefined && closed !== undefined && closed < opened) {
      const got = `${closed}, and opened on ${opened}`
      problems.push({ line: row.line, column: "CloseDate", expected: "no day before it opened", got })
      continue
    }
    const kind = kindOf(Number(decoded.success[type]), decoded.success[phase])
    schools.set(urn, { line: row.line, kind, phase: phaseOf(kind), opened, closed })
  }
  return { encoding: file.encoding, schools, problems: problems.toSorted((a, b) => a.line - b.line) }
}

/** Reads an extract. */
export const readExtract = (named: Named, streams: Streams): Effect.Effect<Extract, BadInput> =>
  Effect.map(
    readBytes(
      named,
      streams,
      "an extract of the register of schools, or - for standard input",
      largestExtract
    ),
    extractOf
  )
