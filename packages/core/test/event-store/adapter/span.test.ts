// Spans are for programs that trace: they are told then, and cost nothing otherwise.
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore } from "@lcqm/memory"
import { Effect, Layer, Option, Stream, Tracer } from "effect"
import { describe, expect, it } from "vitest"
import { codecOf, EventStore, inSpan, Lcqm, lcqmCatalogue, streamInSpan } from "../../../src/index.ts"

const recording = () => {
  const ended: Array<{
    name: string
    kind: string
    attributes: Record<string, unknown>
    parent: string | undefined
  }> = []
  const tracer = Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      const end = span.end.bind(span)
      span.end = (time, exit) => {
        end(time, exit)
        const parent = Option.getOrUndefined(span.parent)
        ended.push({
          name: span.name,
          kind: span.kind,
          attributes: Object.fromEntries(span.attributes),
          parent: parent?._tag === "Span" ? parent.name : undefined
        })
      }
      return span
    }
  })
  return { tracer, ended }
}

const told = () => ({ kind: "client" as const, attributes: { "db.operation.name": "append" } })

describe("a span", () => {
  it("tells name, kind and attributes to the program's tracer, and a failure by its tag", async () => {
    const { ended, tracer } = recording()
    const failing = inSpan("append school", told)(Effect.fail({ _tag: "StoreUnavailable" }))
    await Effect.runPromise(Effect.withTracer(Effect.exit(failing), tracer))
    await Effect.runPromise(
      Effect.withTracer(Stream.runDrain(streamInSpan("subscribe", told)(Stream.make(1, 2))), tracer)
    )
    expect(ended).toEqual([
      {
        name: "append school",
        kind: "client",
        attributes: { "db.operation.name": "append", "error.type": "StoreUnavailable" },
        parent: undefined
      },
      { name: "subscribe", kind: "client", attributes: { "db.operation.name": "append" }, parent: undefined }
    ])
  })

  it("is not made, and what it would tell is not asked for, where no tracer was given", async () => {
    let asked = 0
    const asking = () => {
      asked += 1
      return told()
    }
    const seen = inSpan("append", asking)(Effect.option(Effect.fromOption(Option.none())))
    await Effect.runPromise(seen)
    await Effect.runPromise(Stream.runDrain(streamInSpan("subscribe", asking)(Stream.make(1))))
    expect(asked).toBe(0)
  })

  it("is made of every command, with what the store does for it inside", async () => {
    const { ended, tracer } = recording()
    const store = makeMemoryStore(codecOf(lcqmCatalogue, nodeHasher))
    const traced = {
      ...store,
      append: (...given: Parameters<typeof store.append>) => inSpan("append", told)(store.append(...given))
    }
    const launch = Effect.flatMap(Lcqm, (lcqm) =>
      lcqm.execute({
        id: "launch.cohort.1",
        type: "LaunchCohort",
        actor: { person: "p-office0001", roles: ["SchemeOffice"] },
        occurredOn: "2017-06",
        data: { scheme: "lcqm", cohort: "1", windows: {} }
      })
    )
    const layer = Layer.provide(Lcqm.layer, Layer.succeed(EventStore, traced))
    await Effect.runPromise(Effect.withTracer(Effect.provide(launch, layer), tracer))
    expect(ended.map(({ name, parent }) => [name, parent])).toEqual([
      ["append", "execute LaunchCohort"],
      ["execute LaunchCohort", undefined]
    ])
    expect(ended.at(-1)).toMatchObject({
      kind: "internal",
      attributes: {
        "lcqm.command.type": "LaunchCohort",
        "lcqm.command.id": "launch.cohort.1",
        "lcqm.stream": "cohort-lcqm-1"
      }
    })
  })
})
