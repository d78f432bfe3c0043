// The one place where events become bytes and bytes events: schema, canonical form, leaf hash, upcasting.
import { type Hasher, leafOfText } from "@lcqm/ledger"
import { Result } from "effect"
import type { Catalogue } from "../catalogue.ts"
import type { Codec } from "../codec.ts"
import { CorruptEvent } from "../errors.ts"
import { encoderOf } from "./encoding.ts"
import { readersOf } from "./reading.ts"

/** Makes the codec of a catalogue. */
export const codecOf = (catalogue: Catalogue, hasher: Hasher): Codec => {
  return {
    hasher,
    catalogue,
    encode: encoderOf(catalogue, hasher),
    ...readersOf(catalogue),
    verifyLeaf: (text, stored) =>
      leafOfText(hasher, text).leafHash === stored.leafHash
        ? Result.void
        : Result.fail(
            new CorruptEvent({
              stream: stored.stream,
              revision: stored.revision,
              reason: "its bytes are not those that were hashed when it was recorded"
            })
          )
  }
}
