// G7, the baseline: the raw driver, one transaction an append, with our tables, indexes, triggers and bytes.
import { newFile, openWriter, rowOf } from "../../../by-hand/sqlite-file.js"
import { appendVariant } from "./workload.js"

export const prepare = (params) =>
  appendVariant((durability) => {
    const { append } = openWriter(newFile(), durability)
    return { append: (event) => append([rowOf(event)]) }
  }, params)
