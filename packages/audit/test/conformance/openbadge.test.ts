// Every credential of the public validator and of the specification, read by us with the official schema: what each
// comes to, and why. None of them is signed as a VC-JWT with a key at hand, so none may ever be called valid.
import { readdirSync } from "node:fs"
import { expect, it } from "vitest"
import { describeWithVectors, readVector, vectorPath } from "../../../ledger/test/conformance/vectors.ts"
import { isRevokedIn, openBadgeProblems, readBadge, signBadge, statusListOf } from "@lcqm/audit"
import { Result } from "effect"
import { badge, issuer, keys, statusList } from "../exports/badges.ts"
import { validatorOf } from "./official.ts"

const now = "2026-11-01T00:00:00Z"
const rdfc = ["proof not supported"]
const older = "the older data model (VC 1.1): another context, issuanceDate in the place of validFrom"

/** The file, its verdict, where it is refused or what was not looked at, and why that is right. */
const table: ReadonlyArray<readonly [file: string, verdict: string, at: ReadonlyArray<string>, why: string]> =
  [
    [
      "full_ex.json",
      "not verified",
      ["status unknown", "no proof"],
      "the specification's complete example, unsigned"
    ],
    ["minimal.json", "not verified", ["no proof"], "the smallest example, unsigned"],
    [
      "validator/complete.json",
      "not verified",
      ["status unknown", ...rdfc],
      "conforms; a proof over RDF is not ours to verify"
    ],
    ["validator/simple.json", "not verified", rdfc, "conforms"],
    [
      "validator/simple-context-alias.json",
      "not verified",
      rdfc,
      "conforms: the context is a list with an alias"
    ],
    [
      "validator/simple-context-version.json",
      "not verified",
      rdfc,
      "conforms: another version of the context"
    ],
    ["validator/simple-did-key-method.json", "not verified", rdfc, "conforms: the key is a DID"],
    ["validator/simple-multiple-proofs.json", "not verified", rdfc, "conforms: two proofs, none a VC-JWT"],
    [
      "validator/simple-err-proof-method-no-scheme.json",
      "not verified",
      rdfc,
      "its error is inside a proof we do not verify"
    ],
    [
      "validator/simple-err-proof-method-unknown-did-method.json",
      "not verified",
      rdfc,
      "its error is inside a proof we do not verify"
    ],
    [
      "validator/simple-err-proof-method-unknown-scheme.json",
      "not verified",
      rdfc,
      "its error is inside a proof we do not verify"
    ],
    [
      "validator/simple-err-proof-value.json",
      "not verified",
      rdfc,
      "its error is inside a proof we do not verify"
    ],
    ["validator/simple-err-expired.json", "refused", ["validUntil"], "conforms, and is over"],
    [
      "validator/simple-err-issued.json",
      "refused",
      ["validFrom", "/credentialSubject"],
      "issued in the future, and without an achievement"
    ],
    ["validator/simple-err-context.json", "refused", ["/@context"], "one context where there are two"],
    ["validator/simple-err-type.json", "refused", ["/type"], "of another type"],
    ["validator/simple-err-issuer.json", "refused", [""], "no issuer"],
    ["validator/simple-err-issuer-type.json", "refused", ["/issuer/type"], "the issuer is no Profile"],
    [
      "validator/simple-err-issuer-parentorg-type.json",
      "refused",
      ["/issuer/parentOrg/type"],
      "the parent is no Profile"
    ],
    [
      "validator/simple-err-issuer-otheridentifier-type.json",
      "refused",
      ["/issuer/otherIdentifier/1/type"],
      "no IdentifierEntry"
    ],
    [
      "validator/simple-err-credential-subject-type.json",
      "refused",
      ["/credentialSubject/type"],
      "no AchievementSubject"
    ],
    [
      "validator/simple-err-credential-subject-identifier-type.json",
      "refused",
      ["/credentialSubject/identifier/0/type"],
      "no IdentityObject"
    ],
    [
      "validator/simple-err-credential-subject-profile-type.json",
      "refused",
      ["/credentialSubject/source/type"],
      "a type that is no list"
    ],
    [
      "validator/simple-err-credential-subject-result-type.json",
      "refused",
      ["/credentialSubject/result/1/type"],
      "no Result"
    ],
    [
      "validator/simple-err-credential-subject-achievement-result-description-type.json",
      "refused",
      ["/credentialSubject/achievement/resultDescription/0/type"],
      "a type that is no list"
    ],
    ["validator/simple-err-evidence-type.json", "refused", ["/evidence/0/type"], "a type that is no list"],
    ["validator/simple-err-proof-method.json", "refused", ["/proof"], "a proof that is no list"],
    ["validator/simple-did-web-method.json", "refused", ["/proof"], "a proof that is no list"],
    ["validator/simple-eddsa-2022.json", "refused", ["", "/@context/0"], older],
    ["validator/simple-noproof.json", "refused", ["", "/@context/0"], older],
    ["validator/simple_v1.json", "refused", ["", "/@context/0"], older],
    ["validator/complete_v1.json", "refused", ["", "/@context/0"], older],
    ["validator/credential-status-revoked.json", "refused", ["", "/@context/0"], older],
    ["validator/simple.jwt", "refused", ["", "/@context/0"], older],
    ["validator/velocity.jwt", "refused", ["/@context/0"], `${older}, and a claim that differs`],
    [
      "validator/endorsement-valid.json",
      "refused",
      ["/type"],
      "an endorsement: no achievement is its subject"
    ],
    [
      "validator/endorsement-err-schema-status-refresh.json",
      "refused",
      ["/type"],
      "an endorsement, and of the older data model"
    ]
  ]

// What lies beside them and is no achievement credential.
const others: Readonly<Record<string, string>> = {
  LICENSE: "the licence of the files",
  "bit-string-list": "a status list, and credentials that point to it: read below",
  sd: "selective disclosure (ecdsa-sd-2023): a proof we do not make or verify"
}

describeWithVectors("Open Badges 3.0, with the official schema", () => {
  const schema = JSON.parse(readVector("ob3/ob_v3p0_achievementcredential_schema.json"))
  const reading = { now, conforms: validatorOf(schema, "2019-09"), keyOf: () => Promise.resolve(undefined) }
  const inputOf = (file: string): unknown => {
    const text = readVector(`ob3/${file}`)
    return file.endsWith(".jwt") ? text : JSON.parse(text)
  }

  it.each(table)("%s is %s at %j: %s", async (file, verdict, at) => {
    const read = await readBadge(inputOf(file), reading)
    expect(read.verdict).toBe(verdict)
    const named = read.findings.map(({ kind, path }) => (verdict === "refused" ? path : kind))
    for (const each of at) expect(named).toContain(each)
    if (verdict !== "refused") expect(named).toEqual(at)
  })

  it.each(table)(
    "%s is refused by what we require ourselves where the official schema refuses it",
    (file) => {
      const input = inputOf(file)
      const credential =
        typeof input === "string"
          ? JSON.parse(Buffer.from(input.split(".")[1] ?? "", "base64url").toString())
          : input
      const held = credential.vc ?? credential
      const [official, ours] = [reading.conforms(held), openBadgeProblems(held)]
      expect(ours.length > 0, JSON.stringify(ours)).toBe(official.length > 0)
    }
  )

  it("finds ours as the schema asks, signed and read back as a VC-JWT too", async () => {
    const made = await badge()
    expect(reading.conforms(made)).toEqual([])
    expect(openBadgeProblems(made)).toEqual([])
    const { privateKey, publicKey } = keys.ES256
    const jwt = await signBadge(made, { alg: "ES256", key: privateKey, verifier: { kid: issuer.id } })
    const list = await statusListOf({ id: statusList, issuer, validFrom: made.validFrom, revoked: [] })
    const read = await readBadge(jwt, {
      ...reading,
      now: made.validFrom,
      keyOf: () => Promise.resolve(publicKey),
      statusList: () => Promise.resolve(list.credentialSubject.encodedList)
    })
    expect(read).toMatchObject({ verdict: "valid", findings: [] })
  })

  it("has every file of the validator in the table", () => {
    const there = readdirSync(vectorPath("ob3/validator")).filter((name) => others[name] === undefined)
    const told = table.map(([file]) => file.replace("validator/", ""))
    expect(there.filter((name) => !told.includes(name))).toEqual([])
  })

  it("finds the revoked place of the validator's own status list, and no other", async () => {
    const list = JSON.parse(readVector("ob3/validator/bit-string-list/testlist"))
    const revoked: Array<number> = []
    for (let place = 0; place < 128; place += 1) {
      if (Result.getOrThrow(await isRevokedIn(list.credentialSubject.encodedList, place))) revoked.push(place)
    }
    expect(revoked).toEqual([23])
  })

  it.each(["credential-status-revoked.json", "credential-status-revoked-blank-nodes.json"])(
    "refuses %s as revoked, by that list",
    async (name) => {
      const list = JSON.parse(readVector("ob3/validator/bit-string-list/testlist"))
      const statusList = () => Promise.resolve(list.credentialSubject.encodedList as string)
      const credential = inputOf(`validator/bit-string-list/${name}`)
      const read = await readBadge(credential, { ...reading, statusList })
      expect(read.findings.map(({ kind }) => kind)).toContain("revoked")
      expect(read.verdict).toBe("refused")
    }
  )
})
