// Lines come out the same however the bytes were cut into reads.
import fc from "fast-check"
import { expect, test } from "vitest"
import { type Line, lineGroups } from "../../src/given/json-lines.ts"

async function* cutAt(bytes: Buffer, sizes: ReadonlyArray<number>): AsyncGenerator<Buffer> {
  let from = 0
  for (const size of sizes) {
    if (from >= bytes.length) break
    yield bytes.subarray(from, from + size)
    from += size
  }
  if (from < bytes.length) yield bytes.subarray(from)
}

const linesOf = async (bytes: Buffer, sizes: ReadonlyArray<number>): Promise<ReadonlyArray<Line>> => {
  const lines: Array<Line> = []
  for await (const group of lineGroups(cutAt(bytes, sizes))) lines.push(...group)
  return lines
}

test("cut anywhere, the lines are the values", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.integer()), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }),
      fc.boolean(),
      async (values, sizes, ended) => {
        const text =
          values.map((value) => JSON.stringify(value)).join("\n") + (ended && values.length > 0 ? "\n" : "")
        const lines = await linesOf(Buffer.from(text), sizes)
        expect(lines).toEqual(values.map((value) => ({ ok: true, value })))
      }
    )
  )
})
