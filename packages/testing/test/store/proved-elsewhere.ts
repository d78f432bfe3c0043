// The laws of the contract that a store alone cannot be put to: they are about the loop, about projections, or about
// what an adapter may offer beside the port. Each with the test that proves it, by file and title.

/** A law that is not in the suite, and where it is tested. */
export interface ProvedElsewhere {
  readonly id: string
  readonly promise: string
  /** The file, from the top of the repository. */
  readonly file: string
  /** The beginning of the test's title. */
  readonly test: string
}

const contention = "packages/core/test/deciding/contention.test.ts"

/** The laws, in the order of their numbers. */
export const provedElsewhere: ReadonlyArray<ProvedElsewhere> = [
  {
    id: "A16",
    promise: "read models in the store's file move in a transaction of their own, whole or not at all",
    file: "packages/testing/src/projecting/laws/bookmarks.ts",
    test: "rows and bookmark move together"
  },
  {
    id: "V23",
    promise: "of two overlapping decisions on an empty stream one is accepted",
    file: contention,
    test: "that bring a stream into being are accepted once"
  },
  {
    id: "V24",
    promise: "after a conflict the caller goes on from what is new, without reading the stream again",
    file: "packages/core/test/deciding/after-a-conflict.test.ts",
    test: "is decided again on what is new alone"
  },
  {
    id: "V25",
    promise: "a conflict is decided again so many times and no more; a judgement on what was seen never is",
    file: contention,
    test: "of which another writer always wins give TooMuchContention"
  }
]
