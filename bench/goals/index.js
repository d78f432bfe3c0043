// What is measured: the goals of docs/performance.md, line by line. Each line is a ratio in one run, of a
// subject to the baseline run right before it; a line without `limit` is for the record.
import { lines as command } from "./command.js"
import { lines as contention } from "./contention.js"
import { lines as country } from "./country.js"
import { lines as decode } from "./decode.js"
import { lines as eventstoredb } from "./eventstoredb.js"
import { lines as fold } from "./fold.js"
import { lines as growth } from "./growth.js"
import { lines as ledger } from "./ledger.js"
import { lines as rebuild } from "./rebuild.js"
import { lines as sealing } from "./sealing.js"
import { lines as sqliteAppend } from "./sqlite-append.js"
import { lines as sqliteRead } from "./sqlite-read.js"

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  ...fold,
  ...decode,
  ...command,
  ...contention,
  ...growth,
  ...sqliteAppend,
  ...sqliteRead,
  ...ledger,
  ...eventstoredb,
  ...rebuild,
  ...sealing,
  ...country
]
