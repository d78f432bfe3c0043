// What makes an event a recorded one, by hand and without a schema: its id from the command's, the command's digest,
// salt, canonical bytes, their leaf hash, and freezing. The bytes are those Lcqm writes for the same command.
import { hash } from "node:crypto"
import { canonicalJson } from "@lcqm/ledger"
import { deepFreeze } from "../workload/stored.js"

const largestEventBytes = 65_535
const room = Buffer.alloc(1 + 3 * largestEventBytes)

const eventIdOf = (/** @type {string} */ commandId) => {
  const hex = hash("sha256", `${commandId}#0`)
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** SHA-256 over what a command asks for; these three commands hold no free text to leave out. */
const digestOf = ({ actor, data, occurredOn, type }) =>
  hash("sha256", canonicalJson({ type, person: actor.person, occurredOn, data }))

/**
 * The event as recorded: frozen, with the leaf hash of its canonical bytes.
 * @param {{ now: string, salt: () => Uint8Array }} surroundings
 */
export const seal = (command, { data, type }, stream, history, { now, salt }) => {
  const { actor, id: commandId, occurredOn } = command
  const metadata = {
    commandId,
    commandDigest: digestOf(command),
    correlationId: commandId,
    actor: { person: actor.person, role: "Champion" },
    occurredOn,
    recordedAt: history.recordedAt > now ? history.recordedAt : now,
    salt: Buffer.from(salt()).toString("hex")
  }
  const id = eventIdOf(commandId)
  const revision = history.size
  const length = room.write(canonicalJson({ id, stream, revision, type, data, metadata }), 1)
  if (length > largestEventBytes) throw new Error("too large")
  const leafHash = hash("sha256", room.subarray(0, 1 + length))
  return deepFreeze({ id, stream, revision, type, data, metadata, leafHash })
}
