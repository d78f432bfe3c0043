// For the record: the raw driver alone. The rows are made before anything is measured, their bytes and leaf hashes
// known; beside the driver only the root is left to do.
import { newFile, openWriter, rowOf } from "../../../by-hand/sqlite-file.js"
import { appendVariant } from "./workload.js"

export const prepare = async (params) => {
  const rows = new Map()
  const known = (event) => {
    const row = rows.get(event.id) ?? rowOf(event)
    rows.set(event.id, row)
    return row
  }
  // The same events are asked for once without a file, so that their rows are there.
  const rehearsal = await appendVariant(() => ({ append: known }), params)
  for (let i = 0; i < rehearsal.batches; i += 1) await rehearsal.batch()
  return appendVariant((durability) => {
    const { append } = openWriter(newFile(), durability)
    return { append: (event) => append([known(event)]) }
  }, params)
}
