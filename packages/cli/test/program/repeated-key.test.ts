// A key that stands twice in what a command reads is refused: of two judgements of one criterion, or of two names in a
// badge, the last was taken once and nothing said.
import { generateKeyPairSync, sign } from "node:crypto"
import { describe, expect, it } from "vitest"
import { allAt } from "../cases.ts"
import { file, lcqmHere } from "../running.ts"

const twice = '{ "leadership.champion": "gold", "workforce.cpd": "silver", "leadership.champion": "bronze" }'

describe("a key that stands twice in an object", () => {
  it("is refused in a file of judgements, of which the last was taken silently once", async () => {
    const given = ["award", "derive", "--judgements", "-", "--json"]
    const { code, err, out } = await lcqmHere(given, { input: twice })
    expect([code, out]).toEqual([2, ""])
    expect(JSON.parse(err)).toMatchObject({
      error: {
        problems: [
          {
            path: "leadership.champion",
            expected: "each key once in its object",
            got: '"leadership.champion" twice'
          }
        ]
      }
    })
  })

  it("is refused in a batch's line, where the other lines have their answers", async () => {
    const judgements = '{"leadership.champion":"gold","leadership.champion":"bronze"}'
    const input = [`{"judgements":${judgements}}`, JSON.stringify({ judgements: allAt("gold") })].join("\n")
    const { out } = await lcqmHere(["award", "derive", "--batch", "-"], { input })
    expect(
      out
        .trim()
        .split("\n")
        .map((line): unknown => JSON.parse(line))
    ).toMatchObject([{ error: { path: "judgements.leadership.champion" } }, { level: "gold" }])
  })
})

describe("a badge in which a key stands twice", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const key = ["--key", file(publicKey.export({ type: "spki", format: "pem" }), "issuer.pub")]
  const part = (json: string): string => Buffer.from(json).toString("base64url")
  const jwt = (header: string, claims: string): string => {
    const signed = `${part(header)}.${part(claims)}`
    const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" })
    return `${signed}.${signature.toString("base64url")}`
  }
  const header = '{"alg":"ES256","typ":"JWT"}'
  const level = '{"credentialSubject":{"achievement":{"name":"Bronze","name":"Gold"}}}'
  const name = "credentialSubject.achievement.name"
  const findingsOf = async (...words: ReadonlyArray<string>) => {
    const { code, err, out } = await lcqmHere(["badge", "verify", ...words, ...key, "--json"])
    expect({ code, err }).toEqual({ code: 1, err: "" })
    return JSON.parse(out)
  }
  const refusedFor = (path: string, got: string) => ({
    verdict: "refused",
    findings: [{ kind: "malformed", path, reason: `expected each key once in its object, got ${got} twice` }]
  })

  it.each([
    ["a credential as JSON", level, name, '"name"'],
    ["the same with space before it", `\n  ${level}`, name, '"name"'],
    ["the claims of a JWT, whose signature is right", jwt(header, level), name, '"name"'],
    ["a credential within the claims", jwt(header, `{"vc":${level}}`), `vc.${name}`, '"name"'],
    ["the header of a JWT", jwt('{"alg":"none","alg":"ES256"}', "{}"), "alg", '"alg"']
  ])("is refused and its key named: %s", async (_, text, path, got) => {
    expect((await findingsOf(file(text, "badge"))).badges).toMatchObject([refusedFor(path, got)])
  })

  it("is refused as a status list too, and the badges beside it have their own answers", async () => {
    const list = file(
      jwt(header, '{"id":"https://sample.example/a","id":"https://sample.example/b"}'),
      "list"
    )
    const told = await findingsOf(
      file(level, "badge"),
      file(jwt(header, "{}"), "other"),
      "--status-list",
      list
    )
    expect(told.statusLists).toMatchObject([refusedFor("id", '"id"')])
    expect(told.badges[0]).toMatchObject(refusedFor(name, '"name"'))
    expect(JSON.stringify(told.badges[1])).not.toContain("each key once")
  })
})
