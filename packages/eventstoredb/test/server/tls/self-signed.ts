// A certificate for loopback, made when a server starts, so that no private key lies in the repository.
import { generateKeyPairSync, randomBytes, sign } from "node:crypto"
import { bitString, integer, octets, oid, sequence, set, tagged, utcTime, utf8String, yes } from "./der.ts"

export interface Certificate {
  readonly certificate: string
  readonly key: string
}

const ecdsaWithSha256 = sequence(oid("1.2.840.10045.4.3.2"))
const day = 86_400_000

/** A self-signed certificate for localhost and 127.0.0.1 that holds for a day. */
export const selfSigned = (now: number): Certificate => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const name = sequence(set(sequence(oid("2.5.4.3"), utf8String("test server on loopback"))))
  const serial = randomBytes(8)
  serial[0] = 1
  const body = sequence(
    // Version 3.
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    name,
    sequence(utcTime(now - day), utcTime(now + day)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(basicConstraints, alternativeNames))
  )
  const certificate = sequence(body, ecdsaWithSha256, bitString(sign("sha256", body, privateKey)))
  return {
    certificate: pem(certificate),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString()
  }
}

/** It is its own authority. */
const basicConstraints = sequence(oid("2.5.29.19"), yes, octets(sequence(yes)))

const alternativeNames = sequence(
  oid("2.5.29.17"),
  octets(sequence(tagged(0x82, Buffer.from("localhost", "ascii")), tagged(0x87, Buffer.from([127, 0, 0, 1]))))
)

const pem = (der: Buffer): string => {
  const lines = der.toString("base64").match(/.{1,64}/gu) ?? []
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n")
}
