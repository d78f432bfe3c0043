// G3 as the library comes: the codec of the public API, which parses, validates and freezes. With `verified` the
// codec's own check of the leaf hash comes first, as when a stream is read.
import { codecOf, lcqmCatalogue } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Result } from "effect"
import { fingerprint } from "../../by-hand/fingerprint.js"
import { storedTexts } from "./stored-texts.js"

export const prepare = async ({ verified = false }) => {
  const codec = codecOf(lcqmCatalogue, nodeHasher)
  const texts = storedTexts()
  const events = Array.from(texts)
  return {
    batch: () => {
      for (let i = 0; i < texts.length; i += 1) {
        const { stored, text } = texts[i]
        if (verified) Result.getOrThrow(codec.verifyLeaf(text, stored))
        events[i] = Result.getOrThrow(codec.decode(text, stored))
      }
    },
    operations: texts.length,
    found: () => fingerprint(events.at(-1).data)
  }
}
