// What the tests import as `vitest`, where they run in one process: its own `expect`, and as much of the rest as they
// use. A use that it does not know fails when the tests are first run.
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect"
import * as chai from "chai"
import { format } from "node:util"
import { beforeEachOf, declare, inGroup } from "./collected.mjs"

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

export const expect = chai.expect
export const beforeEach = beforeEachOf

// `$key` of an object's own, or `%s` and its like of the values in order.
const titleOf = (title, at, values) => {
  const [first] = values
  const named = title.replaceAll(/\$(\w+)/g, (whole, key) =>
    typeof first === "object" && first !== null && key in first ? String(first[key]) : whole
  )
  const count = (named.match(/%[sidfjoO]/g) ?? []).length
  return `${format(named, ...values.slice(0, count))} [${at}]`
}

const withEach = (declareOne) =>
  Object.assign(
    (name, ...parts) =>
      declareOne(
        name,
        parts.find((part) => typeof part === "function")
      ),
    {
      each:
        (table) =>
        (title, ...parts) => {
          const run = parts.find((part) => typeof part === "function")
          table.forEach((row, at) => {
            const values = Array.isArray(row) ? row : [row]
            declareOne(titleOf(title, at, values), () => run(...values))
          })
        }
    }
  )

export const describe = withEach(inGroup)
export const it = withEach(declare)
export const test = it
