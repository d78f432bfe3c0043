// Badges are verified by programs that did not sign them: a JWT library and openssl.
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { isoDateOf, spanOf } from "@lcqm/core"
import { Result } from "effect"
import fc from "fast-check"
import { exportJWK } from "jose"
import jsonwebtoken from "jsonwebtoken"
import { describe, expect, it } from "vitest"
import {
  AwardDateUnknown,
  type BadgeReading,
  isRevokedIn,
  leastStatusBits,
  openBadgeOf,
  readBadge,
  signBadge,
  statusListOf
} from "@lcqm/audit"
import { badge, badgeParts, issuer, keys, statusList } from "./badges.ts"

const algorithms = ["RS256", "ES256"] as const
const signed = async (alg: (typeof algorithms)[number]) =>
  signBadge(await badge(), {
    alg,
    key: keys[alg].privateKey,
    verifier: { jwk: await exportJWK(keys[alg].publicKey) }
  })

const list = async (revoked: ReadonlyArray<number>) =>
  (await statusListOf({ id: statusList, issuer, validFrom: "2026-01-01T00:00:00Z", revoked }))
    .credentialSubject.encodedList

/** A reading of the small world's badge, on a day on which its award is valid. */
const reading = async (
  alg: (typeof algorithms)[number],
  change: Partial<BadgeReading> = {}
): Promise<BadgeReading> => {
  const { validFrom } = await badge()
  return {
    now: new Date(Date.parse(validFrom) + 86_400_000).toISOString(),
    conforms: () => [],
    keyOf: (of) => Promise.resolve(of === issuer.id ? keys[alg].publicKey : undefined),
    statusList: () => list([8]),
    ...change
  }
}

describe("a badge", () => {
  it("names the school by its URN, the level, the themes' levels and the body of the assessor, and no person", async () => {
    const parts = await badgeParts()
    const made = Result.getOrThrow(openBadgeOf(parts))
    const text = JSON.stringify(made)
    expect(made.credentialSubject).toMatchObject({
      identifier: [{ identityType: "ext:dfe-urn", identityHash: parts.award.school }],
      source: { name: "A sample assessors' body" }
    })
    expect(made.credentialSubject["result"]).toHaveLength(parts.explanation?.themes.length ?? 0)
    expect(text).toContain(parts.criteriaSet.notice)
    expect(text).not.toMatch(/p-[a-z0-9]{8}/)
  })

  it("is valid from the last day the award can have been agreed on, to the end of its last day", async () => {
    const parts = await badgeParts()
    const month = Result.getOrThrow(openBadgeOf({ ...parts, award: { ...parts.award, agreedOn: "2018-02" } }))
    expect(month.validFrom).toBe("2018-02-28T00:00:00Z")
    expect(month.validUntil).toBe(`${parts.award.validUntil}T23:59:59Z`)
    expect(isoDateOf(spanOf("2018-02").last ?? 0)).toBe("2018-02-28")
  })

  it("cannot be made where the year of the award is not known", async () => {
    const parts = await badgeParts()
    const made = openBadgeOf({ ...parts, award: { ...parts.award, agreedOn: "--11" } })
    expect(Result.flip(made)).toMatchObject({ success: expect.any(AwardDateUnknown) })
  })

  it.each(algorithms)("signed with %s is valid to a JWT library that did not sign it", async (alg) => {
    const jwt = await signed(alg)
    const pem = keys[alg].publicKey.export({ type: "spki", format: "pem" })
    const claims = jsonwebtoken.verify(jwt, pem, { algorithms: [alg], ignoreExpiration: true })
    expect(claims).toMatchObject({ iss: issuer.id, jti: (await badge()).id })
  })

  it("signed with RS256 is valid to openssl", async () => {
    const folder = mkdtempSync(join(tmpdir(), "badge-"))
    try {
      const [header, payload, signature = ""] = (await signed("RS256")).split(".")
      writeFileSync(join(folder, "signed"), `${header}.${payload}`)
      writeFileSync(join(folder, "signature"), Buffer.from(signature, "base64url"))
      writeFileSync(join(folder, "key.pem"), keys.RS256.publicKey.export({ type: "spki", format: "pem" }))
      const told = execFileSync(
        "openssl",
        ["dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "signed"],
        { cwd: folder, encoding: "utf8" }
      )
      expect(told.trim()).toBe("Verified OK")
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it("carries no private part of the key it names", async () => {
    const key = await exportJWK(keys.ES256.privateKey)
    const jwt = await signBadge(await badge(), {
      alg: "ES256",
      key: keys.ES256.privateKey,
      verifier: { jwk: key }
    })
    const header = Buffer.from(jwt.split(".")[0] ?? "", "base64url").toString()
    expect(key.d).toBeDefined()
    expect(header).not.toContain(key.d)
  })
})

describe("reading a badge", () => {
  it.each(algorithms)("of ours, signed with %s, finds it valid", async (alg) => {
    const { findings, verdict } = await readBadge(await signed(alg), await reading(alg))
    expect(findings).toEqual([])
    expect(verdict).toBe("valid")
  })

  it("finds any one changed character of it", async () => {
    const jwt = await signed("ES256")
    const with_ = await reading("ES256")
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    await fc.assert(
      fc.asyncProperty(fc.nat(jwt.length - 1), fc.constantFrom(...letters.split("")), async (at, letter) => {
        fc.pre(jwt[at] !== letter)
        const changed = `${jwt.slice(0, at)}${letter}${jwt.slice(at + 1)}`
        // Of the last character of a part only some bits count: the same bytes are the same badge.
        const bytes = (text: string) =>
          text.split(".").map((part) => Buffer.from(part, "base64url").toString("hex"))
        fc.pre(bytes(changed).join() !== bytes(jwt).join())
        expect((await readBadge(changed, with_)).verdict).not.toBe("valid")
      }),
      { numRuns: 200 }
    )
  })

  it("finds it revoked, expired, not yet valid, of an unknown key and of another's key", async () => {
    const jwt = await signed("ES256")
    const kindsWith = async (change: Partial<BadgeReading>) =>
      (await readBadge(jwt, await reading("ES256", change))).findings.map(({ kind }) => kind)
    expect(await kindsWith({ statusList: () => list([7]) })).toEqual(["revoked"])
    expect(await kindsWith({ now: "2099-01-01T00:00:00Z" })).toEqual(["expired"])
    expect(await kindsWith({ now: "2000-01-01T00:00:00Z" })).toEqual(["not yet valid"])
    expect(await kindsWith({ keyOf: () => Promise.resolve(undefined) })).toEqual(["key unknown"])
    expect(await kindsWith({ keyOf: () => Promise.resolve(keys.RS256.publicKey) })).toEqual([
      "signature wrong"
    ])
    expect(await kindsWith({ statusList: () => Promise.resolve(undefined) })).toEqual(["status unknown"])
  })

  it.each(["", "7e0", "0x7", " 7", "-7", "1e300", "4294967303", 7, true, null, []])(
    "is not valid where its place in the status list is %j: no place of the list, in decimal digits",
    async (statusListIndex) => {
      const credential = await badge()
      const credentialStatus = { ...credential["credentialStatus"]!, statusListIndex }
      const changed = { ...credential, credentialStatus }
      const jwt = await signBadge(changed, {
        alg: "ES256",
        key: keys.ES256.privateKey,
        verifier: { kid: "sample" }
      })
      const { findings, verdict } = await readBadge(
        jwt,
        await reading("ES256", { statusList: () => list([]) })
      )
      expect(verdict).toBe("not verified")
      expect(findings.map(({ kind }) => kind)).toEqual(["status unknown"])
    }
  )

  it("never trusts the algorithm or the key that the badge itself names", async () => {
    const [, payload] = (await signed("ES256")).split(".")
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url")
    expect((await readBadge(`${none}.${payload}.`, await reading("ES256"))).verdict).toBe("not verified")
    const shared = jsonwebtoken.sign({ ...(await badge()) }, "the public key", { algorithm: "HS256" })
    expect((await readBadge(shared, await reading("ES256"))).verdict).not.toBe("valid")
  })

  it("answers anything at all with a verdict", async () => {
    const with_ = await reading("ES256")
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.anything(), fc.json()), async (input) => {
        expect((await readBadge(input, with_)).verdict).not.toBe("valid")
      }),
      { numRuns: 300 }
    )
  })
})

describe("a status list", () => {
  it("says of every place whether it is revoked, and is never shorter than the standard's least", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(2 * leastStatusBits - 2), { maxLength: 20 }),
        async (revoked) => {
          const encoded = await list(revoked)
          for (const place of [...revoked, ...revoked.map((each) => each + 1), 0, leastStatusBits - 1]) {
            expect(Result.getOrThrow(await isRevokedIn(encoded, place))).toBe(revoked.includes(place))
          }
        }
      ),
      { numRuns: 20 }
    )
  })

  it.each([
    ["", "begin with u"],
    ["u", "broken|unexpected|end"],
    ["uAAAA", ""],
    [`u${Buffer.from("not gzip at all").toString("base64url")}`, ""]
  ])("that is %j is refused", async (encoded, why) => {
    const read = Result.flip(await isRevokedIn(encoded, 0))
    expect(Result.getOrThrow(read).message).toMatch(new RegExp(why, "i"))
  })

  it("too short for a place says so", async () => {
    const read = Result.flip(await isRevokedIn(await list([]), leastStatusBits))
    expect(Result.getOrThrow(read).reason).toContain(String(leastStatusBits))
  })
})
