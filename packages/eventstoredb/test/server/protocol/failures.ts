// How the engine says no: a gRPC status with trailers. The client's errors read the trailers, and their constructors
// throw where one is missing.
import type * as Grpc from "@grpc/grpc-js"
import { grpc } from "./definitions.ts"

export interface Address {
  readonly host: string
  readonly port: number
}

const failure = (
  code: number,
  details: string,
  trailers: Readonly<Record<string, string>> = {}
): Partial<Grpc.StatusObject> & { code: number; details: string } => {
  const metadata = new grpc.Metadata()
  // A trailer is ASCII; the engine encodes no others, and neither do its clients.
  for (const [name, value] of Object.entries(trailers))
    metadata.set(name, value.replace(/[^\u0020-\u007e]/gu, "?"))
  return { code, details, metadata }
}

export type Failure = ReturnType<typeof failure>

export const streamDeleted = (stream: string): Failure =>
  failure(grpc.status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: "stream-deleted",
    "stream-name": stream
  })

export const wrongVersion = (stream: string, expected: string, actual: number): Failure =>
  failure(
    grpc.status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: "wrong-expected-version",
      "stream-name": stream,
      "expected-version": expected,
      "actual-version": String(actual)
    }
  )

export const notLeader = (leader: Address): Failure =>
  failure(grpc.status.NOT_FOUND, "Leader info available", {
    exception: "not-leader",
    "leader-endpoint-host": leader.host,
    "leader-endpoint-port": String(leader.port)
  })

export const noLeaderKnown = (): Failure =>
  failure(grpc.status.UNKNOWN, "No leader info available in response")

export const accessDenied = (): Failure =>
  failure(grpc.status.PERMISSION_DENIED, "Access Denied", { exception: "access-denied" })

/** The name or the password is wrong, which the engine tells before it looks at the call. */
export const notAuthenticated = (): Failure =>
  failure(grpc.status.UNAUTHENTICATED, "Bad gRPC response. HTTP status code: 401")

export const appendTooLarge = (limit: number): Failure =>
  failure(grpc.status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: "maximum-append-size-exceeded",
    "maximum-append-size": String(limit)
  })

export const eventTooLarge = (id: string, size: number, limit: number): Failure =>
  failure(
    grpc.status.INVALID_ARGUMENT,
    `Event with Id: ${id}, Size: ${size}, exceeds Maximum Append Event Size of ${limit}.`,
    {
      exception: "maximum-append-event-size-exceeded",
      "event-id": id,
      "proposed-append-event-size": String(size),
      "maximum-append-event-size": String(limit)
    }
  )

export const missingProperty = (name: string): Failure =>
  failure(grpc.status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
    exception: "missing-required-metadata-property",
    "required-metadata-properties": "type,content-type"
  })

export const invalidPosition = (): Failure =>
  failure(grpc.status.INVALID_ARGUMENT, "Trying to read from an invalid position.")

export const invalidCall = (reason: string): Failure => failure(grpc.status.INVALID_ARGUMENT, reason)

export const unavailable = (): Failure => failure(grpc.status.UNAVAILABLE, "Connection dropped")

export const notReady = (): Failure => failure(grpc.status.UNAVAILABLE, "Server Is Not Ready")

export const cancelled = (): Failure => failure(grpc.status.CANCELLED, "Call cancelled")

export const unknown = (): Failure => failure(grpc.status.UNKNOWN, "Exception was thrown by handler.")

export const timedOut = (): Failure =>
  failure(grpc.status.ABORTED, "Operation timed out: Prepare phase timeout.")
