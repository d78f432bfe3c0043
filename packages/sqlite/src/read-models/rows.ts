// The rows of a read model as a projection and its readers have them: SQL with values beside it. Statements are
// prepared once, since preparing costs more than most of them do.
import type { Statement, Tables, Value } from "../file/database.ts"

/** A row, by column. */
export type Row = Readonly<Record<string, Value>>

/** SQL on a read model's tables. Texts are kept as they are, but for U+0000, for which its picture (U+2400) stands. */
export interface Rows {
  /** Runs a statement that changes rows. A reader cannot. */
  readonly run: (sql: string, ...values: Array<Value>) => void
  /** The first row of an answer. */
  readonly get: (sql: string, ...values: Array<Value>) => Row | undefined
  /** Every row of an answer. */
  readonly all: (sql: string, ...values: Array<Value>) => ReadonlyArray<Row>
}

// Texts that hold their values are all different: they must not fill the memory.
const mostRemembered = 256

// The drivers cut a text at U+0000 without a word. Its picture stands for it, so that no text stops a projection; the
// events have it as it was.
const whole = (value: Value): Value =>
  typeof value === "string" && value.includes("\u0000") ? value.replaceAll("\u0000", "\u2400") : value

// The drivers answer rows as objects by column; the values are the five of `Value`.
const isRow = (row: unknown): row is Row => typeof row === "object" && row !== null

/** Rows over what may be prepared on just now. */
export const rowsOver = (tables: Pick<Tables, "prepare">): Rows => {
  const remembered = new Map<string, Statement>()
  const statement = (sql: string): Statement => {
    const known = remembered.get(sql)
    if (known !== undefined) return known
    if (remembered.size >= mostRemembered) remembered.clear()
    const prepared = tables.prepare(sql)
    remembered.set(sql, prepared)
    return prepared
  }
  return {
    run: (sql, ...values) => void statement(sql).run(...values.map(whole)),
    get: (sql, ...values) => {
      const row: unknown = statement(sql).get(...values.map(whole))
      return isRow(row) ? row : undefined
    },
    all: (sql, ...values) =>
      statement(sql)
        .all(...values.map(whole))
        .filter(isRow)
  }
}
