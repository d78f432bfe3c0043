// Files for the tests of imports. All schools here are made up, their URNs from a range that no register has.
import { file } from "../running.ts"

/** A CSV file of these lines. */
export const csvFile = (lines: ReadonlyArray<string>, name = "given.csv"): string =>
  file(`${lines.join("\r\n")}\r\n`, name)

/** The header of an extract of a register of schools. */
export const header =
  "URN,LA (code),EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),PhaseOfEducation (code),OpenDate,CloseDate"
/** A line of an extract: URN, type, phase, opened, closed, and the name as the sample says that it is one. */
export const schoolLine = (urn: string, type: string, phase: string, opened = "", closed = ""): string =>
  `${urn},341,"Sample school, made up",${type},,${phase},${opened},${closed}`

/** An extract with a school of every kind, one of them closed. */
export const extract = (): string =>
  csvFile(
    [
      header,
      schoolLine("900001", "01", "2", "01/09/1998"),
      schoolLine("900002", "34", "4", "01-04-2012"),
      schoolLine("900003", "7", "0"),
      schoolLine("900004", "14", "0"),
      schoolLine("900005", "28", "7"),
      schoolLine("900006", "1", "3", "", "31/08/2020"),
      schoolLine("900007", "15", "1")
    ],
    "sample-extract.csv"
  )
