// Badges on the command line: issued from a store, read back by us, by a JWT library and by openssl, and revoked.
import { execFileSync } from "node:child_process"
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { byOffice, given, smallWorld } from "@lcqm/testing/given-when-then"
import jsonwebtoken from "jsonwebtoken"
import { beforeAll, describe, expect, it } from "vitest"
import { storeAt, storeWith } from "../awarded-store.ts"
import { file, folder, lcqmHere } from "../running.ts"
import { over } from "../stores.ts"

const urn = "900001"
const issuing = {
  issuer: { id: "https://sample.example/scheme", name: "A sample scheme" },
  badges: "https://sample.example/badges/",
  statusList: "https://sample.example/status/1"
}
const issuer = file(issuing, "issuer.json")
const reason = { about: [], text: "As the office has it in writing." }
/** A day on which the sample award is valid. */
const then = ["--at", "2018-01-31"]

let store: string
let revoked: string
let place: string
const at = (name: string): string => join(place, name)
const signedWith = (alg: string): ReadonlyArray<string> => ["--issuer", issuer, "--key", at(`${alg}.key`)]
const issue = (of: string, alg: string, ...more: ReadonlyArray<string>) =>
  over(of, ["export", "--format", "openbadge", urn, ...signedWith(alg), ...more])
const verify = (...words: ReadonlyArray<string>) => lcqmHere(["badge", "verify", ...words, ...then])

beforeAll(async () => {
  store = await storeAt("agreed")
  revoked = await storeWith(given(smallWorld.at("agreed")).having(byOffice("RevokeAward", { reason })).events)
  place = folder()
  for (const alg of ["RS256", "ES256"]) {
    const made = await lcqmHere(["badge", "keygen", "--alg", alg, "-o", at(`${alg}.key`)])
    expect(made).toMatchObject({ code: 0, err: "" })
    expect(made.out).not.toContain("PRIVATE")
    expect(await issue(store, alg, "-o", at(`${alg}.jwt`))).toMatchObject({ code: 0, err: "" })
  }
  for (const [name, of] of [
    ["status.jwt", store],
    ["revoked.jwt", revoked]
  ] as const) {
    const words = ["export", "--format", "status-list", ...signedWith("ES256"), "-o", at(name)]
    expect(await over(of, words)).toMatchObject({ code: 0, err: "" })
  }
})

describe("a badge key", () => {
  it("is its owner's alone, refused where others may read it, and never overwritten", async () => {
    expect(statSync(at("ES256.key")).mode & 0o777).toBe(0o600)
    const before = readFileSync(at("ES256.key"), "utf8")
    expect(await lcqmHere(["badge", "keygen", "-o", at("ES256.key")])).toMatchObject({ code: 2, out: "" })
    expect(readFileSync(at("ES256.key"), "utf8")).toBe(before)
    const loose = at("loose.key")
    writeFileSync(loose, before)
    chmodSync(loose, 0o644)
    const words = ["export", "--format", "openbadge", urn, "--issuer", issuer, "--key", loose]
    const { code, err } = await over(store, words)
    expect({ code, told: err.includes("permissions 0644") }).toEqual({ code: 2, told: true })
  })

  it("of another kind is refused, and nothing of it is told", async () => {
    const secret = at("other.key")
    execFileSync("openssl", ["genpkey", "-algorithm", "ed25519", "-out", secret])
    chmodSync(secret, 0o600)
    const words = ["export", "--format", "openbadge", urn, "--issuer", issuer, "--key"]
    const other = await over(store, [...words, secret])
    expect(other).toMatchObject({ code: 2, out: "" })
    expect(other.err).toContain("curve P-256")
    writeFileSync(secret, "a secret that is no key")
    const none = await over(store, [...words, secret])
    expect(none).toMatchObject({ code: 2, out: "" })
    expect(none.err).not.toContain("a secret that is")
  })
})

describe("a badge of an award", () => {
  it.each(["RS256", "ES256"] as const)("signed with %s is valid to a library that did not sign it", (alg) => {
    const jwt = readFileSync(at(`${alg}.jwt`), "utf8").trim()
    const pem = readFileSync(at(`${alg}.key.pub`), "utf8")
    const claims = jsonwebtoken.verify(jwt, pem, { algorithms: [alg], ignoreExpiration: true })
    expect(claims).toMatchObject({ iss: issuing.issuer.id, sub: `urn:lcqm:school:lcqm:${urn}` })
  })

  it("signed with RS256 is valid to openssl", () => {
    const [header, payload, signature = ""] = readFileSync(at("RS256.jwt"), "utf8").trim().split(".")
    writeFileSync(at("signed"), `${header}.${payload}`)
    writeFileSync(at("signature"), Buffer.from(signature, "base64url"))
    const words = ["dgst", "-sha256", "-verify", "RS256.key.pub", "-signature", "signature", "signed"]
    expect(execFileSync("openssl", words, { cwd: place, encoding: "utf8" }).trim()).toBe("Verified OK")
  })

  it.each(["RS256", "ES256"])("signed with %s is valid by the key and the status list", async (alg) => {
    const list = alg === "ES256" ? ["--status-list", at("status.jwt")] : []
    const { code, err, out } = await verify(at(`${alg}.jwt`), "--key", at(`${alg}.key.pub`), ...list)
    expect(err).toBe("")
    expect(code).toBe(alg === "ES256" ? 0 : 1)
    expect(out).toContain(alg === "ES256" ? ": valid" : "status unknown")
    expect(out).toContain("by A sample scheme, https://sample.example/scheme")
  })

  it("is found revoked by a later list, and cannot be issued again", async () => {
    const told = await verify(
      at("ES256.jwt"),
      "--key",
      at("ES256.key.pub"),
      "--status-list",
      at("revoked.jwt")
    )
    expect(told.code).toBe(1)
    expect(told.out).toContain("revoked, at credentialStatus")
    expect(await issue(revoked, "ES256")).toMatchObject({ code: 1, out: "" })
  })

  it("is not called valid without a key, with another's, of another issuer, or past its day", async () => {
    const badge = at("ES256.jwt")
    const key = ["--key", at("ES256.key.pub")]
    const list = ["--status-list", at("status.jwt")]
    for (const [words, named] of [
      [[badge], "key unknown"],
      [[badge, "--key", at("RS256.key.pub")], "signature wrong"],
      [[badge, ...key, ...list, "--issuer", "https://other.example"], "key unknown"],
      [[badge, ...key, "--status-list", badge], "malformed"]
    ] as const) {
      const ran = await verify(...words)
      expect(ran.code, named).toBe(1)
      expect(ran.out).toContain(named)
    }
    const late = await lcqmHere(["badge", "verify", badge, ...key, ...list, "--at", "2099-01-01"])
    expect(late.code).toBe(1)
    expect(late.out).toContain("expired")
  })

  it("answers a program in JSON, and writes what it issues to standard output", async () => {
    const brought = ["--key", at("ES256.key.pub"), "--status-list", at("status.jwt")]
    const { out } = await verify(at("ES256.jwt"), ...brought, "--json")
    expect(JSON.parse(out)).toMatchObject({ badges: [{ verdict: "valid", findings: [] }] })
    expect((await issue(store, "ES256")).out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/u)
  })

  it.each([
    [["--format", "openbadge", urn], "--issuer"],
    [["--format", "openbadge", urn, "--issuer", "ISSUER"], "--key"],
    [["--format", "openbadge", "--issuer", "ISSUER"], "URN"],
    [["--format", "status-list", urn], "URN"],
    [["--format", "csv", "--issuer", "ISSUER"], "--issuer"],
    [
      ["--format", "openbadge", urn, "--issuer", file({ issuer: { id: "no uri", name: "" } }), "--key", "k"],
      "issuer.id"
    ]
  ] as const)("%j is refused with exit code 2, naming %s", async (words, named) => {
    const path = at("refused.jwt")
    const given = words.map((word) => (word === "ISSUER" ? issuer : word))
    const { code, err, out } = await over(store, ["export", ...given, "-o", path])
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain(named)
    expect(existsSync(path)).toBe(false)
  })

  it("that is none, and a key that is none, are told for what they are", async () => {
    expect(await verify(file("nonsense"))).toMatchObject({ code: 1, err: "" })
    expect(await verify(at("nowhere.jwt"))).toMatchObject({ code: 2, out: "" })
    expect(await verify(at("ES256.jwt"), "--key", at("ES256.key"))).toMatchObject({ code: 2, out: "" })
    expect(await verify(at("ES256.jwt"), "--key", issuer)).toMatchObject({ code: 2, out: "" })
  })
})
