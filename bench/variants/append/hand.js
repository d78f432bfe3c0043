// G6 for reference: appends by hand, with the canonical bytes and the leaf hash of each event computed.
import { hash } from "node:crypto"
import { canonicalJson } from "@lcqm/ledger"
import { openStore } from "../../by-hand/store.js"
import { deepFreeze } from "../../workload/stored.js"
import { appendVariant } from "./workload.js"

const room = Buffer.alloc(4 * 65_536)

const open = () => {
  const store = openStore()
  const append = (event) => {
    const leafHash = hash("sha256", room.subarray(0, 1 + room.write(canonicalJson(event), 1)))
    const { data, id, metadata, revision, stream, type } = event
    return store.append(
      stream,
      revision,
      deepFreeze({ id, stream, revision, type, data, metadata, leafHash })
    )
  }
  const fill = async (_stream, events) => {
    for (const event of events) await append(event)
  }
  return { append, fill }
}

export const prepare = (size) => appendVariant(open, size)
