// Which of a stream's filed events claim to be its events, each revision once. What claims nothing, or another
// stream, or a revision that is taken, is found here.
import { toHex } from "@lcqm/ledger"
import type { Claims, Looked } from "./filed-event.ts"
import type { Finding } from "./finding.ts"

/** An event that claims a place in its stream. */
export type Claimed = Looked & { readonly claims: Claims }

/** A stream's events, sorted by what they claim. */
export interface ByClaim {
  /** One for each revision claimed, in the order of the file. */
  readonly once: ReadonlyArray<Claimed>
  /** Those whose bytes are no event's. */
  readonly spoilt: ReadonlyArray<Looked>
  readonly findings: ReadonlyArray<Finding>
}

const ofAnother = (stream: string, { claims, place }: Claimed): Finding => ({
  kind: "event of another stream",
  where: { stream, place },
  says: `An event of ${claims.stream} stands among those of ${stream}.`,
  expected: `an event of ${stream}`,
  got: `event ${claims.revision} of ${claims.stream}`
})

const twice = (stream: string, goes: Claimed, same: boolean): Finding => {
  const { revision } = goes.claims
  return {
    kind: same ? "event repeated" : "event inserted",
    where: { stream, revision, place: goes.place },
    says: same
      ? `Event ${revision} of ${stream} is in the file twice.`
      : `An event was put into ${stream} that says it is event ${revision}, which is another.`,
    expected: `one event ${revision}`,
    got: `another at place ${goes.place}`
  }
}

/** Sorts the events of one stream. Of two that claim one revision, the one that the log has stays. */
export const byClaim = (stream: string, events: ReadonlyArray<Looked>): ByClaim => {
  const findings: Array<Finding> = []
  const spoilt: Array<Looked> = []
  const kept = new Map<number, Claimed>()
  for (const event of events) {
    const { claims } = event
    if (claims === undefined) {
      spoilt.push(event)
      continue
    }
    const claimed = { ...event, claims }
    if (claims.stream !== stream) {
      findings.push(ofAnother(stream, claimed))
      continue
    }
    const before = kept.get(claims.revision)
    if (before === undefined) {
      kept.set(claims.revision, claimed)
      continue
    }
    const truer = before.inLog === false && event.inLog !== false
    const [stays, goes] = truer ? [claimed, before] : [before, claimed]
    kept.set(claims.revision, stays)
    findings.push(twice(stream, goes, toHex(before.leafHash) === toHex(event.leafHash)))
  }
  return { once: [...kept.values()].toSorted((a, b) => a.place - b.place), spoilt, findings }
}
