// The service as its clients see it: what is accepted, what each failure looks like, and that a key makes asking twice
// harmless.
import { serve } from "@hono/node-server"
import { openLcqm, presets, sampleCriteriaSet } from "@lcqm/core"
import {
  type ProblemDetails,
  problemOf,
  serviceOver,
  type ServiceParts,
  stubAuthentication
} from "@lcqm/embed-in-http"
import { memoryStore } from "@lcqm/memory"
import { afterEach, describe, expect, it } from "vitest"

const now = Date.parse("2026-10-01T12:00:00Z")
const authenticate = stubAuthentication({
  office: { person: "p-office01", roles: ["SchemeOffice"] },
  champion: { person: "p-champion1", roles: [] }
})

const closing: Array<() => Promise<unknown>> = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const opened = (parts: Partial<ServiceParts> = {}) => {
  const lcqm = openLcqm({ store: memoryStore(), now: () => now })
  closing.push(() => lcqm.close())
  return serviceOver({ lcqm, authenticate, today: () => "2026-10-01", ...parts })
}

type Service = ReturnType<typeof opened>

interface Sent {
  readonly by?: string
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

const json = { "Content-Type": "application/json" }

const post = (service: Service, body: unknown, { by = "office", headers = json, key }: Sent = {}) =>
  service.request("/commands", {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: {
      Authorization: `Bearer ${by}`,
      ...(key === undefined ? {} : { "Idempotency-Key": key }),
      ...headers
    }
  })

const get = (service: Service, path: string) =>
  service.request(path, { headers: { Authorization: "Bearer champion" } })

const scheme = "lcqm"
const on = "2026-09-01"
const command = (type: string, data: object) => ({ type, occurredOn: on, data: { scheme, ...data } })
const inForce = { publishedOn: "2026-06-01", inForceFrom: on }
const enrol = command("EnrolSchool", {
  school: "900001",
  cohort: "5",
  criteriaSet: sampleCriteriaSet.version,
  ruleSet: "1"
})

const founded = async () => {
  const service = opened()
  const first = [
    command("PublishCriteriaSet", { criteriaSet: sampleCriteriaSet, ...inForce }),
    command("PublishRuleSet", { ruleSet: presets["best-fit/1"], ...inForce }),
    command("LaunchCohort", { cohort: "5", windows: {} }),
    enrol
  ]
  for (const [i, each] of first.entries()) {
    const answer = await post(service, each, { key: `founding-${i}` })
    expect([each.type, answer.status]).toEqual([each.type, 201])
  }
  return service
}

const problemIn = async (answer: Response | Promise<Response>) => {
  const response = await answer
  expect(response.headers.get("Content-Type")).toBe("application/problem+json")
  const told: ProblemDetails = JSON.parse(await response.text())
  expect(told.status).toBe(response.status)
  expect(told.type).toBe(`tag:lcqm.example,2026:${told.title}`)
  return told
}

describe("a command", () => {
  it("is recorded under its key once, and answers its first result again", async () => {
    const service = await founded()
    const appoint = command("AppointChampion", { school: "900001", champion: "p-champion1" })
    const first = await post(service, appoint, { key: "appoint-once" })
    const again = await post(service, appoint, { key: "appoint-once" })
    expect([first.status, again.status]).toEqual([201, 200])
    const told: Readonly<Record<string, unknown>> = JSON.parse(await first.text())
    expect(told).toMatchObject({
      stream: "school-lcqm-900001",
      revision: 1,
      events: [{ type: "ChampionAppointed.v1" }]
    })
    expect(await again.json()).toEqual({ ...told, repeated: true })
  })

  it("under another command's key is refused", async () => {
    const service = await founded()
    const other = command("AppointChampion", { school: "900001", champion: "p-champion1" })
    expect(await problemIn(post(service, other, { key: "founding-3" }))).toMatchObject({
      status: 422,
      title: "CommandIdReused"
    })
  })

  it("is what the rules refuse: with the facts, and what would make it acceptable", async () => {
    const service = await founded()
    expect(await problemIn(post(service, enrol, { key: "enrol-again" }))).toMatchObject({
      status: 409,
      title: "AlreadyEnrolled",
      facts: { school: "900001", cohort: "5" },
      remedy: expect.stringContaining("Transfer it")
    })
  })

  it("is the office's where it is, whoever asks: roles come from authentication alone", async () => {
    const service = await founded()
    const close = command("CloseCohort", { cohort: "5" })
    expect(await problemIn(post(service, close, { by: "champion", key: "close-by-champion" }))).toMatchObject(
      {
        status: 403,
        title: "RoleRequired"
      }
    )
    const claimed = { ...close, actor: { person: "p-office01", roles: ["SchemeOffice"] } }
    expect(await problemIn(post(service, claimed, { by: "champion", key: "close-by-claim" }))).toMatchObject({
      status: 400,
      title: "NotACommand"
    })
  })

  it.each<[what: string, body: unknown, sent: Sent, status: number, title: string]>([
    ["from nobody known", enrol, { by: "nobody", key: "key-00001" }, 401, "NotAuthenticated"],
    ["without a key", enrol, {}, 400, "IdempotencyKeyMissing"],
    ["under a key that is too short", enrol, { key: "k" }, 400, "Malformed"],
    ["that is no JSON", "{", { key: "key-00002" }, 400, "NotACommand"],
    ["that is a list", [], { key: "key-00003" }, 400, "NotACommand"],
    ["that does not say it is JSON", enrol, { key: "key-00004", headers: {} }, 415, "NotJson"],
    ["of no known type", command("EnrolAll", {}), { key: "key-00005" }, 400, "Malformed"],
    [
      "with a field that is wrong",
      command("CloseCohort", { cohort: "" }),
      { key: "key-00006" },
      400,
      "Malformed"
    ],
    ["that is too large", `"${"x".repeat(70_000)}"`, { key: "key-00007" }, 413, "TooLarge"]
  ])("%s is refused", async (_, body, sent, status, title) => {
    expect(await problemIn(post(opened(), body, sent))).toMatchObject({ status, title })
  })
})

describe("what is read", () => {
  it("is a school's journey, with the revision that a judgement has seen", async () => {
    const service = await founded()
    const answer = await get(service, "/schools/900001/journey")
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      school: "900001",
      stage: "preparing",
      revision: 0,
      journey: [{ says: "Enrolled in cohort 5", by: "p-office01", role: "SchemeOffice" }]
    })
  })

  it("is the register on a day", async () => {
    const service = await founded()
    expect(await (await get(service, "/register?as-at=2026-09-30&expiring=90")).json()).toEqual([])
  })

  it.each([
    ["/schools/900009/journey", 404, "NotEnrolled"],
    ["/schools/12/journey", 400, "Malformed"],
    ["/register?as-at=2026-02-30", 400, "Malformed"],
    ["/register?expiring=soon", 400, "Malformed"],
    ["/register?colour=red", 400, "Malformed"],
    ["/nowhere", 404, "NotFound"]
  ])("%s is answered with %i", async (path, status, title) => {
    expect(await problemIn(get(opened(), path))).toMatchObject({ status, title })
  })
})

describe("what goes wrong inside", () => {
  const failing = (failure: { readonly _tag: string; readonly message: string }) =>
    ({ ok: false, failure }) as never

  it.each<
    [failure: { _tag: string; message: string; retryable?: boolean }, status: number, retry: string | null]
  >([
    [{ _tag: "StoreUnavailable", message: "secret path", retryable: true }, 503, "1"],
    [{ _tag: "OutcomeUnknown", message: "secret path" }, 503, "1"],
    [{ _tag: "StoreUnavailable", message: "secret path", retryable: false }, 500, null],
    [{ _tag: "CorruptEvent", message: "secret path" }, 500, null]
  ])("%o is answered without what it is about", async (failure, status, retry) => {
    const lcqm = {
      register: async () => failing(failure),
      school: async () => failing(failure),
      executeUnknown: async () => failing(failure)
    }
    const answer = await get(opened({ lcqm }), "/register")
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([status, retry])
    expect(JSON.stringify(await problemIn(answer))).not.toContain("secret")
  })

  it("is told as little where the program itself is wrong", () => {
    expect(problemOf({ _tag: "Anything", message: "secret" })).toMatchObject({ status: 500, title: "Failed" })
  })
})

it("answers over a socket as it does without", async () => {
  const service = await founded()
  const port = await new Promise<number>((resolve) => {
    const server = serve({ fetch: service.fetch, hostname: "127.0.0.1", port: 0 }, (info) =>
      resolve(info.port)
    )
    closing.push(() => new Promise((done) => server.close(done)))
  })
  const answer = await fetch(`http://127.0.0.1:${port}/schools/900001/journey`, {
    headers: { Authorization: "Bearer office" }
  })
  expect(await answer.json()).toMatchObject({ stage: "preparing" })
})
