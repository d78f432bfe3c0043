// Stamping makes recorded events of decided ones: ids that follow from the command, so that sending it twice
// is sending the same bytes; a time that never goes back; salt; and for a decision, what it rests on.
import { canonicalJson, type Hasher, toHex } from "@lcqm/ledger"
import type { EventBody, Metadata, Revision, Stamped, StreamName } from "../../event-store/index.ts"
import type { EventId, Role } from "../../vocabulary/index.ts"
import type { FactRead } from "../declaring/basis.ts"
import type { Command } from "../declaring/command.ts"

const utf8 = new TextEncoder()

/** UUID version 8 (RFC 9562) from SHA-256 over the command's id and the event's index in its decision. */
export const eventIdOf = (hasher: Hasher, commandId: string, index: number): EventId => {
  const hex = hasher.sha256Hex(utf8.encode(`${commandId}#${index}`))
  // Version and variant take the place of six of the 128 bits.
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

// Free text is left out of the digest: a digest of it could be guessed, and would outlive its erasure.
const withoutText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutText)
  if (typeof value !== "object" || value === null) return value
  const keys = Object.keys(value)
  // A command made again of an event may carry the text as the event keeps it, sealed.
  const isText = keys.length === 2 && "text" in value
  const isBox = keys.length === 3 && "iv" in value && "ct" in value
  if ("about" in value && (isText || isBox)) return { about: value.about }
  const kept: Record<string, unknown> = Object.create(null)
  for (const key of keys) kept[key] = withoutText(Reflect.get(value, key))
  return kept
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
