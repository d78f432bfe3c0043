// Holding another award file against the one that the report is of. Nothing leaves the page.
import { type AwardFile, readAwardFile } from "../../src/index.ts"
import { Result } from "effect"
import { type Content, element } from "../../src/report/element/element.ts"
import { verdictContent } from "../../src/report/sections/verification.ts"
import { said, table } from "../../src/report/words.ts"
import { show, the } from "./to-dom.ts"
import { verdictOn } from "./verifying.ts"

const largest = 64 * 1024 * 1024

/** Streams whose events are not the same in two files, and the first place at which they part. */
const differences = (ours: AwardFile, theirs: AwardFile): Content => {
  const of = ({ streams }: AwardFile) => new Map(streams.map(({ events, stream }) => [stream, events]))
  const [here, there] = [of(ours), of(theirs)]
  const rows = [...new Set([...here.keys(), ...there.keys()])].toSorted().flatMap((stream) => {
    const [left, right] = [here.get(stream) ?? [], there.get(stream) ?? []]
    const longest = Math.max(left.length, right.length)
    const parts = Array.from({ length: longest }, (_, at) => at).find(
      (at) => left[at]?.bytes !== right[at]?.bytes
    )
    return parts === undefined
      ? []
      : [{ cells: [said(stream), String(left.length), String(right.length), `event ${parts}`] }]
  })
  return rows.length === 0
    ? element("p", {}, "The events of the two files are the same, to the byte.")
    : table("Where the two files part", ["Stream", "Events here", "Events there", "First difference"], rows)
}

const compare = async (file: AwardFile, other: File): Promise<Content> => {
  if (other.size > largest) return element("p", {}, "That file is too large to be an award file.")
  const bytes = new Uint8Array(await other.arrayBuffer())
  const read = readAwardFile(bytes)
  const key = the("key", HTMLInputElement).value.trim()
  const verdict = await verdictOn(bytes, key === "" ? undefined : key)
  return [
    element("h3", {}, said(other.name)),
    verdictContent(verdict),
    Result.isFailure(read) ? "" : differences(file, read.success)
  ]
}

/** Makes comparing work. */
export const comparingHere = (file: AwardFile): void => {
  the("files", HTMLElement).hidden = false
  const other = the("other", HTMLInputElement)
  other.addEventListener("change", () => {
    const [chosen] = other.files ?? []
    if (chosen === undefined) return
    compare(file, chosen)
      .then((content) => show("compared", content))
      .catch((error: unknown) => show("compared", error instanceof Error ? error.message : String(error)))
  })
}
