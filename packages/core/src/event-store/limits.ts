// The sizes no event and no append may exceed, each with its reason.

/** An event's canonical bytes: what every engine takes in one piece, and what a person can still read. */
export const largestEventBytes = 65_535

/** Events in one append: more is an import, which has its own command. */
export const mostEventsPerAppend = 1_000

/** Bytes in one append: EventStoreDB before 25.0 refuses 1 MiB. */
export const largestAppendBytes = 1_000_000
