// What turns events into bytes and bytes into events. Every adapter and every read path goes through it, so no two can
// differ.
import type { Hasher } from "@lcqm/ledger"
import type { Result } from "effect"
import type { Catalogue } from "./catalogue.ts"
import type { CorruptEvent, EventTooLarge, InvalidEvent, UnknownEventType } from "./errors.ts"
import type { Position, Recorded, Stamped } from "./event.ts"

/** An event as a store keeps it. */
export interface Encoded {
  /** RFC 8785 canonical JSON of the stamped event. */
  readonly text: string
  /** How many bytes the text has in UTF-8. */
  readonly size: number
  /** RFC 6962 leaf hash of those bytes. */
  readonly leafHash: string
}

/** What a store knows of a stored event beside its text. */
export interface Stored {
  readonly stream: string
  readonly revision: number
  readonly position: Position
  readonly leafHash: string
}

/** An event as readers see it, and as it was recorded: one object unless it was upcast. */
export interface KeptEvent {
  readonly event: Recorded
  readonly asStored: Recorded
}

/** Turns events into bytes and back, for one catalogue and one hasher. */
export interface Codec {
  readonly hasher: Hasher
  readonly catalogue: Catalogue
  /** Checks an event against its type's schema and the limits, and writes its bytes. */
  readonly encode: (event: Stamped) => Result.Result<Encoded, InvalidEvent | EventTooLarge>
  /** Reads a stored text: checked, upcast to the newest version, frozen. */
  readonly decode: (text: string, stored: Stored) => Result.Result<Recorded, CorruptEvent | UnknownEventType>
  /** The same without upcasting: the event as it was recorded, whose canonical form is its bytes. */
  readonly decodeAsStored: (
    text: string,
    stored: Stored
  ) => Result.Result<Recorded, CorruptEvent | UnknownEventType>
  /**
   * Reads back what this codec has just encoded, so that nothing the caller holds is part of it. The text was written
   * from a checked event and is not checked again; a text from anywhere else is `decode`'s.
   */
  readonly readBack: (encoded: Encoded, stored: Stored) => Result.Result<KeptEvent, CorruptEvent>
  /** Recomputes the leaf hash of a stored text; a CorruptEvent where it is another. */
  readonly verifyLeaf: (text: string, stored: Stored) => Result.Result<void, CorruptEvent>
}

/** The stamped event of a recorded one: what its bytes are the canonical form of. */
export const stampedOf = (event: Recorded): Stamped => ({
  id: event.id,
  stream: event.stream,
  revision: event.revision,
  type: event.type,
  data: event.data,
  metadata: event.metadata
})
