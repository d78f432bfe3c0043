// What a program that traces sees of a store on EventStoreDB.
import { noStream } from "@lcqm/core"
import { noted, notes } from "@lcqm/testing/store"
import { Effect, Stream, Tracer } from "effect"
import { describe, expect, it } from "vitest"
import { withStore } from "./opened.ts"

describe("the spans of a store", () => {
  it("name the operation and the stream's category, and carry the attributes of OpenTelemetry's conventions", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        const spans: Array<Tracer.Span> = []
        const tracer = Tracer.make({
          span: (options) => {
            const span = new Tracer.NativeSpan(options)
            spans.push(span)
            return span
          }
        })
        const use = Effect.gen(function* () {
          yield* store.append("school-1", noStream, notes(3, "school-1"))
          yield* Effect.exit(store.append("school-1", noStream, [noted(9, "school-1", 0)]))
          yield* store.readStream("school-1")
          yield* Stream.runDrain(Stream.take(store.subscribe("start"), 2))
        })
        yield* Effect.withTracer(use, tracer)
        expect(spans.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
          "client: append school",
          "client: append school",
          "client: read school",
          "client: subscribe"
        ])
        const place = {
          "db.system.name": "eventstoredb",
          "server.address": "127.0.0.1",
          "server.port": server.port
        }
        const stream = { "db.collection.name": "school", "lcqm.stream": "school-1" }
        expect(spans.map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
          { ...place, ...stream, "db.operation.name": "append", "db.operation.batch.size": 3 },
          {
            ...place,
            ...stream,
            "db.operation.name": "append",
            "db.operation.batch.size": 1,
            "error.type": "WrongExpectedRevision"
          },
          { ...place, ...stream, "db.operation.name": "read" },
          { ...place, "db.operation.name": "subscribe" }
        ])
        expect(JSON.stringify(spans.map(({ attributes }) => [...attributes]))).not.toContain("tls=false")
      })
    ))
})
