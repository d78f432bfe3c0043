// What a client's error means. The clients of this engine tell by `type` on most errors, by gRPC's `code` on others
// and by text alone on some, so it is asked for in that order; no class is compared, so that any client will do.

/** What went wrong with a call, as the adapter has to tell it apart. */
export type Trouble =
  | { readonly _tag: "WrongRevision"; readonly actual: number | "none" }
  /** The stream is not there, or was deleted in the way that can be revived. */
  | { readonly _tag: "Missing" }
  /** The stream was deleted for ever. */
  | { readonly _tag: "Deleted" }
  | { readonly _tag: "Denied" }
  | { readonly _tag: "TooLarge"; readonly limit: number }
  | { readonly _tag: "Unsupported"; readonly reason: string }
  | { readonly _tag: "Refused"; readonly reason: string }
  | {
      readonly _tag: "NotLeader"
      readonly leader: { readonly host: string; readonly port: number } | undefined
    }
  /** Trying again may help. `sent`: whether the server may have got the request, and have done what it asks. */
  | { readonly _tag: "Unreachable"; readonly reason: string; readonly sent: boolean; readonly late: boolean }
  /** The store was closed meanwhile. */
  | { readonly _tag: "Closed" }

// gRPC's status codes. Source: grpc.github.io/grpc/core/md_doc_statuscodes.html.
const invalidArgument = 3
const notFound = 5
const permissionDenied = 7
const unimplemented = 12
const unauthenticated = 16

const numberOf = (value: unknown): number | undefined =>
  typeof value === "bigint" ? Number(value) : typeof value === "number" ? value : undefined

const fieldOf = (error: unknown, field: string): unknown =>
  typeof error === "object" && error !== null ? Reflect.get(error, field) : undefined

const textOf = (error: unknown): string => {
  const message = fieldOf(error, "message")
  return typeof message === "string" ? message : String(error)
}

/** Whether the error ended a whole connection's appends, and was not the answer to one of them. */
export const isOfConnection = (error: unknown): boolean =>
  typeof fieldOf(error, "type") !== "string" || typeof fieldOf(error, "code") === "number"

/** The first line of what was said, or words for nothing. */
const reasonOf = (error: unknown, otherwise: string): string =>
  textOf(error).split("\n")[0]?.trim() || otherwise

const leaderOf = (error: unknown) => {
  const leader = fieldOf(error, "leader")
  const [host, port] = [fieldOf(leader, "address"), fieldOf(leader, "port")]
  return typeof host === "string" && typeof port === "number" ? { host, port } : undefined
}

const unreachable = (error: unknown, otherwise: string): Trouble => {
  const reason = reasonOf(error, otherwise)
  // No connection, or no node to connect to: nothing can have been sent.
  const sent = !/No connection established|Failed to discover|ECONNREFUSED|Name resolution failed/u.test(
    reason
  )
  return { _tag: "Unreachable", reason, sent, late: false }
}

/** No answer within the adapter's own time. */
export const tooLate = (milliseconds: number): Trouble => ({
  _tag: "Unreachable",
  reason: `no answer within ${milliseconds} ms`,
  sent: true,
  late: true
})

const byCode = (error: unknown): Trouble => {
  switch (fieldOf(error, "code")) {
    case unauthenticated:
    case permissionDenied:
      return { _tag: "Denied" }
    case unimplemented:
      return { _tag: "Unsupported", reason: reasonOf(error, "a call it does not know") }
    case invalidArgument:
      return { _tag: "Refused", reason: reasonOf(error, "it takes the request for wrong") }
    case notFound:
      return { _tag: "Missing" }
    default:
      return unreachable(error, "it did not say why")
  }
}

/** What an error thrown or emitted by a client means. */
export const troubleOf = (error: unknown): Trouble => {
  switch (fieldOf(error, "type")) {
    case "wrong-expected-version": {
      const actual = fieldOf(error, "actualVersion") ?? fieldOf(error, "actualState")
      return { _tag: "WrongRevision", actual: numberOf(actual) ?? "none" }
    }
    case "stream-not-found":
    case "no-stream":
      return { _tag: "Missing" }
    case "stream-deleted":
      return { _tag: "Deleted" }
    case "access-denied":
      return { _tag: "Denied" }
    case "maximum-append-size-exceeded":
      return { _tag: "TooLarge", limit: numberOf(fieldOf(error, "maxAppendSize")) ?? 0 }
    case "unsupported":
      return { _tag: "Unsupported", reason: reasonOf(error, "a feature it does not have") }
    case "invalid-argument":
      return { _tag: "Refused", reason: reasonOf(error, "it takes the request for wrong") }
    case "not-leader":
      return { _tag: "NotLeader", leader: leaderOf(error) }
    case "timeout":
    case "deadline-exceeded":
      return unreachable(error, "the server did not commit in time")
    case "unavailable":
      return unreachable(error, "the server cannot be reached")
    case "cancelled":
      return unreachable(error, "the server broke off the call")
    default:
      return byCode(error)
  }
}
