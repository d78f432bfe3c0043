// What the command line issues is what the official schema of Open Badges 3.0 asks for.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { validatorOf } from "../../../audit/test/conformance/official.ts"
import { describeWithVectors, readVector } from "../../../ledger/test/conformance/vectors.ts"
import { storeAt } from "../awarded-store.ts"
import { file, folder, lcqmHere } from "../running.ts"
import { over } from "../stores.ts"

const issuers = {
  "as short as can be": { issuer: { id: "https://sample.example", name: "A sample scheme" } },
  "with everything": {
    issuer: { id: "https://sample.example", name: "A sample scheme", url: "https://sample.example" },
    source: { id: "https://sample.example/assessors", name: "A sample assessors' body" },
    badges: "https://sample.example/badges/",
    statusList: "https://sample.example/status/1",
    proofs: "https://sample.example/proofs/"
  }
}

describeWithVectors("a badge issued by lcqm export", () => {
  it.each(Object.entries(issuers))("%s conforms to the official schema", async (_, issuing) => {
    const schema = JSON.parse(readVector("ob3/ob_v3p0_achievementcredential_schema.json"))
    const place = folder()
    const [key, jwt] = [join(place, "badge.key"), join(place, "badge.jwt")]
    await lcqmHere(["badge", "keygen", "--alg", "ES256", "-o", key])
    const words = ["export", "--format", "openbadge", "900001", "--issuer", file(issuing), "--key", key]
    expect(await over(await storeAt("agreed"), [...words, "-o", jwt])).toMatchObject({ code: 0, err: "" })
    const [, payload = ""] = readFileSync(jwt, "utf8").split(".")
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString())
    expect(validatorOf(schema, "2019-09")(claims)).toEqual([])
  })
})
