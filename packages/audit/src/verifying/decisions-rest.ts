// Whether every decision rests on what it says: its own stream before it, and each fact as it was read.
import type { Basis } from "@lcqm/core"
import type { Claimed } from "./claimed.ts"
import type { StreamLooked } from "./filed-stream.ts"
import type { Finding } from "./finding.ts"

/** A decision of a stream: which event it is, and what it rests on. */
export interface DecisionAt {
  readonly revision: number
  readonly basis: Basis
}

/** The decisions among events, in order. */
export const decisionsAmong = (events: ReadonlyArray<Claimed>): ReadonlyArray<DecisionAt> =>
  events.flatMap(({ claims: { basis, revision } }) => (basis === undefined ? [] : [{ revision, basis }]))

const sizeOf = (revision: number | "none"): number => (revision === "none" ? 0 : revision + 1)

const ownHistory = (
  stream: string,
  decision: DecisionAt,
  got: string | undefined,
  sound: number
): Finding => {
  const to = Math.max(sizeOf(decision.basis.revision) - 1, sound)
  return {
    kind: "history changed",
    where: { stream, revision: sound, to },
    says: `Decision ${decision.revision} of ${stream} was made on another history: an event from ${sound} to ${to} is not what it was, or the decision is not.`,
    expected: decision.basis.root,
    got: got ?? "no such history"
  }
}

/** Whether the decisions of a stream were made on the history before them. */
export const restOnHistory = (own: StreamLooked): ReadonlyArray<Finding> => {
  // What is wrong with an event is told at the event; every root behind it is another then.
  if (own.findings.length > 0) return []
  let sound = 0
  for (const decision of decisionsAmong(own.inOrder)) {
    const size = sizeOf(decision.basis.revision)
    const got = own.rootOver(size)
    if (size > decision.revision || got !== decision.basis.root) {
      return [ownHistory(own.stream, decision, got, sound)]
    }
    sound = size
  }
  return []
}

const missing = (own: string, decision: DecisionAt, stream: string): Finding => ({
  kind: "fact missing",
  where: { stream },
  says: `Decision ${decision.revision} of ${own} read ${stream}, and the file does not hold it.`,
  expected: stream,
  got: "nothing"
})

const changed = (
  own: string,
  decision: DecisionAt,
  fact: Basis["facts"][number],
  found: { readonly got: string; readonly sound: number }
): Finding => {
  const { got, sound } = found
  const to = sizeOf(fact.revision) - 1
  return {
    kind: "fact changed",
    where: { stream: fact.stream, ...(to < sound ? {} : { revision: sound, to }) },
    says: `Decision ${decision.revision} of ${own} read ${fact.stream} when it was another.`,
    expected: fact.root,
    got
  }
}

const notAsked = ({ stream }: StreamLooked, from: number): Finding => ({
  kind: "fact not asked for",
  where: { stream, revision: from },
  says: `No decision read event ${from} of ${stream} or what follows it.`,
  expected: from === 0 ? "only streams that a decision read" : `event ${from - 1} to be its last`,
  got: `event ${from}`
})

/** Whether the facts of a stream's decisions are those that were read. */
export const restOnFacts = (
  own: StreamLooked,
  facts: ReadonlyMap<string, StreamLooked>
): ReadonlyArray<Finding> => {
  const findings: Array<Finding> = []
  const read = new Map<string, number>()
  const told = new Set<string>()
  const sound = new Map<string, number>()
  for (const decision of decisionsAmong(own.inOrder)) {
    for (const fact of decision.basis.facts) {
      const size = sizeOf(fact.revision)
      read.set(fact.stream, Math.max(size, read.get(fact.stream) ?? 0))
      const held = facts.get(fact.stream)
      if (told.has(fact.stream) || (held !== undefined && held.findings.length > 0)) continue
      const got = held?.rootOver(size)
      if (got === fact.root || (held === undefined && size === 0)) {
        sound.set(fact.stream, size)
        continue
      }
      told.add(fact.stream)
      findings.push(
        held === undefined
          ? missing(own.stream, decision, fact.stream)
          : changed(own.stream, decision, fact, {
              got: got ?? "fewer events",
              sound: sound.get(fact.stream) ?? 0
            })
      )
    }
  }
  // Where events of its own are wrong or missing, the decisions that read a fact may be among them.
  if (own.findings.length > 0) return findings
  for (const held of facts.values()) {
    const size = read.get(held.stream) ?? 0
    const more = held.inOrder.length > size || (size === 0 && held.looked.length === 0)
    if (more && held.findings.length === 0) findings.push(notAsked(held, size))
  }
  return findings
}
