// A verdict on a badge for a person: the word first, then what it says of whom, then what is wrong or was not looked at.
import type { BadgeVerdict } from "@lcqm/audit"
import { printable } from "../telling/printable.ts"

type Json = Readonly<Record<string, unknown>>

const within = (value: unknown, ...path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>(
    (held, key) => (typeof held === "object" && held !== null ? Reflect.get(held, key) : undefined),
    value
  )

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

const saysOf = (credential: Json): ReadonlyArray<string> => {
  const issuer = text(within(credential, "issuer", "id")) ?? text(credential["issuer"])
  const name = text(within(credential, "issuer", "name"))
  const achievement =
    text(within(credential, "credentialSubject", "achievement", "name")) ?? text(credential["name"])
  const until = text(credential["validUntil"])
  const list = text(within(credential, "credentialStatus", "statusListCredential"))
  return [
    ...(achievement === undefined ? [] : [`  ${achievement}`]),
    `  to ${text(within(credential, "credentialSubject", "id")) ?? "nobody named"}`,
    `  by ${[name, issuer].filter((each) => each !== undefined).join(", ") || "nobody named"}`,
    `  from ${text(credential["validFrom"]) ?? "no day named"}${until === undefined ? "" : ` until ${until}`}`,
    ...(list === undefined
      ? []
      : [`  place ${String(within(credential, "credentialStatus", "statusListIndex"))} of ${list}`])
  ]
}

const meaning: Readonly<Record<BadgeVerdict["verdict"], string>> = {
  valid: "valid: signed by the key, in force, as the standard asks, and not revoked where it says it can be",
  refused: "refused",
  "not verified": "not verified: nothing wrong was found, and not everything could be looked at"
}

/** The verdict on the badge in a file. */
export const badgeText = ({
  credential,
  file,
  findings,
  verdict
}: BadgeVerdict & { readonly file: string }): string =>
  [
    `${file}: ${meaning[verdict]}`,
    ...findings.map(({ kind, path, reason }) => `  ${kind}${path === "" ? "" : `, at ${path}`}: ${reason}`),
    ...(credential === undefined ? [] : saysOf(credential))
  ]
    .map((line) => `${printable(line)}\n`)
    .join("")
