// The engine behind HTTP: commands are posted, the register and a school's journey are read. Every rule is the engine's;
// here is only what HTTP adds: who is asking, under which key, and which status an answer has.
import {
  type Actor,
  type CommandAccepted,
  type FullDate,
  type OpenedLcqm,
  registerOn,
  type StoreFailure
} from "@lcqm/core"
import { Result } from "effect"
import { type Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { problem, type ProblemDetails, problemOf, type Tagged } from "./problem.ts"
import { registerQuery, schoolAddress } from "./reading.ts"
import type { Authenticate } from "./stub-authentication.ts"

/** What a service is made of. */
export interface ServiceParts {
  readonly lcqm: Pick<OpenedLcqm<StoreFailure>, "executeUnknown" | "register" | "school">
  /** The one place that knows who is asking. */
  readonly authenticate: Authenticate
  /** Today's date (UTC), for what the register says of an award today. */
  readonly today: () => FullDate
}

type Env = { readonly Variables: { readonly actor: Actor } }
type Ctx = Context<Env>

/** More than the largest command: an event has at most 65,535 bytes. */
const largestBody = 65_535

const answeredBy = (c: Ctx, told: ProblemDetails): Response =>
  c.body(JSON.stringify(told), told.status as ContentfulStatusCode, {
    "Content-Type": "application/problem+json",
    ...(told.status === 503 ? { "Retry-After": "1" } : {})
  })

const failed = (c: Ctx, failure: Tagged): Response => answeredBy(c, problemOf(failure))

const isJson = (type: string | undefined): boolean =>
  /^application\/(?:[\w.-]+\+)?json(?:;|$)/i.test(type ?? "")

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A command without what HTTP says of it: the actor is who is asking, and the id is the Idempotency-Key. */
const commandIn = async (c: Ctx): Promise<ProblemDetails | { readonly command: unknown }> => {
  const key = c.req.header("Idempotency-Key")
  if (key === undefined) {
    return problem(400, "IdempotencyKeyMissing", "A command needs an Idempotency-Key.", {
      remedy: "Choose one at random for each command, and send the same again with the same key."
    })
  }
  if (!isJson(c.req.header("Content-Type"))) {
    return problem(415, "NotJson", "A command is JSON, with a Content-Type that says so.")
  }
  const body = parsed(await c.req.text())
  if (!isObject(body?.value)) return problem(400, "NotACommand", "The body is to be one JSON object.")
  if ("id" in body.value || "actor" in body.value) {
    return problem(400, "NotACommand", "The body names an id or an actor.", {
      remedy: "Leave both out: the id is the Idempotency-Key, and the actor is who is asking."
    })
  }
  return { command: { ...body.value, id: key, actor: c.get("actor") } }
}

const recorded = ({ events, repeated, revision, stream }: CommandAccepted) => ({
  stream,
  revision,
  repeated,
  events: events.map(({ id, revision: at, type }) => ({ id, revision: at, type }))
})

/**
 * The service: a web-standard handler of requests, for `@hono/node-server` or any other host.
 * @example
 * ```ts
 * import { openLcqm } from "@lcqm/core"
 * import { serviceOver, stubAuthentication } from "@lcqm/embed-in-http"
 * import { memoryStore } from "@lcqm/memory"
 * const lcqm = openLcqm({ store: memoryStore() })
 * const authenticate = stubAuthentication({ "a-token": { person: "p-office01", roles: ["SchemeOffice"] } })
 * const service = serviceOver({ lcqm, authenticate, today: () => "2026-09-01" })
 * const asked = { headers: { Authorization: "Bearer a-token" } }
 * await (await service.request("/register", asked)).json() // => []
 * (await service.request("/register")).status // => 401
 * await lcqm.close()
 * ```
 */
export const serviceOver = ({ authenticate, lcqm, today }: ServiceParts): Hono<Env> => {
  const service = new Hono<Env>()

  service.use(async (c, next) => {
    const actor = authenticate(c.req.header("Authorization"))
    if (actor === undefined) {
      c.header("WWW-Authenticate", "Bearer")
      return answeredBy(c, problem(401, "NotAuthenticated", "It is not known who is asking."))
    }
    c.set("actor", actor)
    return next()
  })

  service.post(
    "/commands",
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => answeredBy(c, problem(413, "TooLarge", `A command has at most ${largestBody} bytes.`))
    }),
    async (c) => {
      const asked = await commandIn(c)
      if (!("command" in asked)) return answeredBy(c, asked)
      const answer = await lcqm.executeUnknown(asked.command)
      if (!answer.ok) return failed(c, answer.failure)
      const { events, repeated } = answer.value
      return c.json(recorded(answer.value), repeated || events.length === 0 ? 200 : 201)
    }
  )

  service.get("/register", async (c) => {
    const query = registerQuery(c.req.query())
    if (Result.isFailure(query)) return failed(c, query.failure)
    const { "as-at": asAt, expiring, scheme = "lcqm" } = query.success
    const answer = await lcqm.register(asAt === undefined ? {} : { occurred: asAt })
    if (!answer.ok) return failed(c, answer.failure)
    const awards = registerOn(answer.value, asAt ?? today())
    return c.json(
      awards
        .filter((award) => award.scheme === scheme)
        .filter(({ daysLeft }) => expiring === undefined || (daysLeft ?? Infinity) <= Number(expiring))
    )
  })

  service.get("/schools/:school/journey", async (c) => {
    const address = schoolAddress(c.req.param("school"), c.req.query())
    if (Result.isFailure(address)) return failed(c, address.failure)
    const { scheme = "lcqm", school } = address.success
    const answer = await lcqm.school({ scheme, school })
    if (!answer.ok) return failed(c, answer.failure)
    const { journey, revision, state } = answer.value
    if (revision === "none") {
      return answeredBy(c, problem(404, "NotEnrolled", `School ${school} is not enrolled in ${scheme}.`))
    }
    // A judgement on this history carries the revision as `seen`.
    return c.json({ scheme, school, stage: state.stage, revision, journey })
  })

  service.notFound((c) => answeredBy(c, problem(404, "NotFound", "There is nothing at this address.")))
  service.onError((error, c) => {
    console.error(error)
    return answeredBy(c, problem(500, "Failed", "The service has failed; nothing more is told of it here."))
  })
  return service
}
