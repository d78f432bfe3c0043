// The cells of a row by a schema, as everything from outside is decoded; what is wrong is told of the cell as it stands
// in the file.
import { decoderOf, FullDate, PartialDate } from "@lcqm/core"
import { Result, Schema } from "effect"
import type { LineProblem, Row } from "./csv-file.ts"
import { dayFirst } from "./dates.ts"

/** A column of dates, as 2024-01-31, 31/01/2024 or 2024-01. */
export const DateCell = PartialDate.annotate({
  message: "a date that exists, as 2024-01-31, 31/01/2024, 2024-01, 2024 or --11"
})

/** A column of days, as 31/01/2024 or 2024-01-31. */
export const DayCell = FullDate.annotate({ message: "a day that exists, as 31/01/2024 or 2024-01-31" })

type Cells = { readonly [column: string]: Schema.Codec<unknown, unknown> }

/** Makes the decoder of rows; `dates` names the columns that may be written the British way. */
export const rowDecoder = <const F extends Cells>(fields: F, dates: ReadonlyArray<string>) => {
  const decode = decoderOf("row", Schema.Struct(fields) as Schema.Codec<Schema.Struct<F>["Type"], unknown>)
  const isDate = new Set(dates)
  return ({ cells, line }: Row): Result.Result<Schema.Struct<F>["Type"], ReadonlyArray<LineProblem>> => {
    const input = Object.fromEntries(
      Array.from(cells, ([column, cell]) => [column, isDate.has(column) ? dayFirst(cell) : cell])
    )
    return Result.mapError(decode(input), ({ problems }) =>
      problems.map(({ expected, path }) => {
        const cell = cells.get(path)
        return { line, column: path, expected, got: cell === undefined ? "nothing" : JSON.stringify(cell) }
      })
    )
  }
}
