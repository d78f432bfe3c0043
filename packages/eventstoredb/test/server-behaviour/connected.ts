// The real client on a server of a test's own, and the few things that every test here does with it.
import { randomUUID } from "node:crypto"
import {
  type AllStreamResolvedEvent,
  type AppendExpectedRevision,
  type AppendResult,
  EventStoreDBClient,
  jsonEvent,
  type JSONEventData,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type ResolvedEvent
} from "@eventstore/db-client"
import { afterEach } from "vitest"
import { type RunningServer, type ServerOptions, startServer } from "../server/index.ts"

const open: Array<() => Promise<unknown>> = []

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** Lets something be closed when the test is over. */
export const closing = (close: () => Promise<unknown>): void => void open.push(close)

/** For `expect.poll`: a busy machine is not a failure. */
export const patient = { timeout: 20_000 } as const

export interface Connected {
  readonly server: RunningServer
  readonly client: EventStoreDBClient
}

/** A server and a client on it. */
export const connected = async (options: ServerOptions = {}): Promise<Connected> => {
  const server = await startServer(options)
  closing(() => server.stop())
  return { server, client: clientOf(server.connectionString) }
}

/** A client that is disposed of when the test is over. */
export const clientOf = (connectionString: string): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(connectionString)
  closing(() => client.dispose())
  return client
}

/** Ids by number, so that a test can say which event is which. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`

/** An event; its number is in its id and in its data. */
export const event = (number: number, data: Readonly<Record<string, string | number>> = {}): JSONEventData =>
  jsonEvent({ id: idOf(number), type: "noted", data: { number, ...data } })

/** Events with ids of their own. */
export const events = (count: number, type = "noted"): Array<JSONEventData> =>
  Array.from({ length: count }, (_, number) => jsonEvent({ id: randomUUID(), type, data: { number } }))

export const append = (
  client: EventStoreDBClient,
  stream: string,
  expectedRevision: AppendExpectedRevision,
  numbers: ReadonlyArray<number>
): Promise<AppendResult> =>
  client.appendToStream(
    stream,
    numbers.map((number) => event(number)),
    { expectedRevision }
  )

const numberOf = (recorded: RecordedEvent | undefined): number =>
  Number((recorded?.data as { readonly number?: number } | undefined)?.number)

/** The numbers of the events read. */
export const numbers = (read: ReadonlyArray<ResolvedEvent | AllStreamResolvedEvent>): ReadonlyArray<number> =>
  read.map(({ event }) => numberOf(event))

export const readStream = async (
  client: EventStoreDBClient,
  stream: string,
  options: ReadStreamOptions = {}
): Promise<ReadonlyArray<ResolvedEvent>> => {
  const read: Array<ResolvedEvent> = []
  for await (const resolved of client.readStream(stream, options)) read.push(resolved)
  return read
}

export const readAll = async (
  client: EventStoreDBClient,
  options: ReadAllOptions = {}
): Promise<ReadonlyArray<AllStreamResolvedEvent>> => {
  const read: Array<AllStreamResolvedEvent> = []
  for await (const resolved of client.readAll(options)) read.push(resolved)
  return read
}

/** How something failed; a test whose call succeeds fails here. */
export const failureOf = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt
  } catch (failure) {
    return failure
  }
  throw new Error("It was to fail, and succeeded.")
}
