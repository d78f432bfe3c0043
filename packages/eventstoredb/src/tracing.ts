// What a program that traces sees of the store: a span for each append, read and subscription, with the attributes that
// OpenTelemetry's conventions for databases name. Source: opentelemetry.io/docs/specs/semconv/database/database-spans.
import { type EventStore, inSpan, streamInSpan, type Told } from "@lcqm/core"

type Service = EventStore["Service"]

// Asked for on every call, traced or not.
const category = (stream: string): string => {
  const end = stream.indexOf("-")
  return end === -1 ? stream : stream.slice(0, end)
}

// Span names are few, so they name the category; the stream itself is an attribute.
const told =
  (host: string) =>
  (operation: string, stream: string | undefined, more: Told["attributes"] = {}): Told => {
    const [address = host, port = "2113"] = host.split(":")
    return {
      kind: "client",
      attributes: {
        "db.system.name": "eventstoredb",
        "db.operation.name": operation,
        ...(stream === undefined ? {} : { "db.collection.name": category(stream), "lcqm.stream": stream }),
        "server.address": address,
        "server.port": Number(port),
        ...more
      }
    }
  }

/** The store with its spans, told to be on a host. */
export const traced = (store: Service, host: string): Service => {
  const of = told(host)
  return {
    ...store,
    append: (stream, expected, events) =>
      inSpan(`append ${category(stream)}`, () =>
        of("append", stream, { "db.operation.batch.size": events.length })
      )(store.append(stream, expected, events)),
    readStream: (stream, range) =>
      inSpan(`read ${category(stream)}`, () => of("read", stream))(store.readStream(stream, range)),
    readAll: (range) => streamInSpan("read all", () => of("read", undefined))(store.readAll(range)),
    subscribe: (from, filter) =>
      streamInSpan("subscribe", () => of("subscribe", undefined))(store.subscribe(from, filter)),
    head: (stream) =>
      stream === undefined
        ? inSpan("head", () => of("head", undefined))(store.head())
        : inSpan(`head ${category(stream)}`, () => of("head", stream))(store.head(stream))
  }
}
