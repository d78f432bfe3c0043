// Stamping makes recorded events of decided ones: ids that follow from the command, so that sending it twice
// is sending the same bytes; a time that never goes back; salt; and for a decision, what it rests on.
import { canonicalJson, type Hasher, toHex } from "@lcqm/ledger"
import type { EventBody, Metadata, Revision, Stamped, StreamName } from "../event-store/index.ts"
import type { EventId, Role } from "../vocabulary/index.ts"
import type { FactRead } from "./basis.ts"
import type { Command } from "./command.ts"

const utf8 = new TextEncoder()

/** UUID version 8 (RFC 9562) from SHA-256 over the command's id and the event's index in its decision. */
export const eventIdOf = (hasher: Hasher, commandId: string, index: number): EventId => {
  const bytes = hasher.sha256(utf8.encode(`${commandId}#${index}`)).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

// Free text is left out of the digest: a digest of it could be guessed, and would outlive its erasure.
const withoutText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutText)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value)
  const isText = entries.length === 2 && "about" in value && "text" in value
  return Object.fromEntries(
    entries.filter(([key]) => !(isText && key === "text")).map(([k, v]) => [k, withoutText(v)])
  )
}

/** SHA-256 of what a command asks for, its free text left out: tells a repeated command from a reused id. */
export const digestOf = (hasher: Hasher, command: Command): string =>
  hasher.sha256Hex(
    utf8.encode(
      canonicalJson({
        type: command.type,
        person: command.actor.person,
        occurredOn: command.occurredOn,
        ...(command.seen === undefined ? {} : { seen: command.seen }),
        data: withoutText(command.data)
      })
    )
  )

/** What the stamp of one command's events is made of. */
export interface Circumstances {
  readonly hasher: Hasher
  readonly command: Command
  readonly digest: string
  readonly role: Role
  readonly stream: StreamName
  /** The revision of the first event stamped. */
  readonly from: Revision
  readonly recordedAt: string
  readonly salt: () => Uint8Array
  /** What a decision rests on beside the rules it applied; asked for only where there is a decision. */
  readonly restsOn: () => {
    readonly revision: Revision | "none"
    readonly root: string
    readonly facts: ReadonlyArray<FactRead>
  }
}

const withBasis = (data: unknown, restsOn: Circumstances["restsOn"]): unknown =>
  typeof data === "object" && data !== null && "basis" in data && typeof data.basis === "object"
    ? { ...data, basis: { ...data.basis, ...restsOn() } }
    : data

/** The events as they are to be recorded. */
export const stamp = (
  bodies: ReadonlyArray<EventBody>,
  circumstances: Circumstances
): ReadonlyArray<Stamped> => {
  const { command, digest, from, hasher, recordedAt, restsOn, role, salt, stream } = circumstances
  return bodies.map(({ data, type }, index) => {
    const metadata: Metadata = {
      commandId: command.id,
      commandDigest: digest,
      correlationId: command.correlationId ?? command.id,
      ...(command.causationId === undefined ? {} : { causationId: command.causationId }),
      actor: { person: command.actor.person, role },
      occurredOn: command.occurredOn,
      recordedAt,
      salt: toHex(salt())
    }
    return {
      id: eventIdOf(hasher, command.id, index),
      stream,
      revision: from + index,
      type,
      data: withBasis(data, restsOn),
      metadata
    }
  })
}
