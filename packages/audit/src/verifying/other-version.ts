// Events that are what was recorded, as the signed log says, and that this program would have written otherwise or does not
// know. Nobody edited them, so they are not called edited; that they are sound nobody can say either.
import type { Codec } from "@lcqm/core"
import { toHex } from "@lcqm/ledger"
import { Result } from "effect"
import { type Looked, recordedOf } from "./filed-event.ts"
import type { StreamLooked } from "./filed-stream.ts"
import type { Finding, Unchecked } from "./finding.ts"

const eventAt = (stream: string, { claims, place }: Looked): string =>
  claims === undefined
    ? `What stands at place ${place} of ${stream}`
    : `Event ${claims.revision} of ${stream}`

/** An event that the signed log vouches for and that is not in the form in which this version writes. */
export const otherVersion = (stream: string, event: Looked): Finding => {
  const { claims, leafHash, otherForm, place } = event
  const what = eventAt(stream, event)
  return {
    kind: "written by another version",
    where: { stream, place, ...(claims === undefined ? {} : { revision: claims.revision }) },
    says:
      otherForm === "text"
        ? `${what} says what was recorded, and its text is in another form than the one that was hashed.`
        : claims === undefined
          ? `${what} is in the log as it stands, and this version reads no event in it.`
          : `${what} is in the log as it stands, and its text is not in the canonical form.`,
    expected: "canonical JSON (RFC 8785) of an event",
    got: `another form; the log has leaf hash ${toHex(leafHash)}`
  }
}

/** Those of a stream. */
export const otherVersions = ({ looked, stream }: StreamLooked): ReadonlyArray<Finding> =>
  looked.filter(({ otherForm }) => otherForm !== undefined).map((event) => otherVersion(stream, event))

/**
 * The events of a stream that are as they were recorded, for all that is known, and whose type or content this program
 * does not know: what it checks of an event beyond its bytes it cannot have checked in them.
 */
export const unknownContent = (codec: Codec, { inOrder, stream }: StreamLooked): ReadonlyArray<Unchecked> =>
  inOrder.flatMap((event) => {
    const { revision, type } = event.claims
    if (event.inLog === false || event.otherForm !== undefined) return []
    const read = recordedOf(codec, event)
    if (Result.isSuccess(read)) return []
    const why = codec.catalogue.has(type)
      ? `this version does not read it as ${type}: ${read.failure}`
      : `it is of type ${type}, which this version does not know: verify it with one that does`
    return [{ what: `what event ${revision} of ${stream} says`, where: { stream, revision }, why }]
  })
