// Reading a connection string, before a client sees it: the official client would print a wrong one, with its
// password, where anyone may read it.
import { Redacted, Result } from "effect"

/** A connection string that was found good. */
export interface ConnectionString {
  /** What names the server in errors: scheme and hosts, without credentials and settings. */
  readonly name: string
  readonly hosts: ReadonlyArray<string>
  /** The prefix setting, where the string has one. */
  readonly prefix: string | undefined
  /** In the official form, with another setting for the keep-alive, and for another host where one is given. */
  readonly withKeepAlive: (milliseconds: number, host?: string) => Redacted.Redacted
  /** The same text without the credentials. */
  readonly withoutSecrets: (text: string) => string
  readonly keepAlive: number
}

// Settings of the official client. `tlsVerifyCert` has no effect there, and `throwOnAppendFailure` is not ours to give.
const known = new Set([
  "connectionname",
  "defaultdeadline",
  "discoveryinterval",
  "gossiptimeout",
  "keepaliveinterval",
  "keepalivetimeout",
  "maxdiscoverattempts",
  "nodepreference",
  "prefix",
  "tls",
  "tlscafile",
  "usercertfile",
  "userkeyfile"
])
const whole = new Set([
  "defaultdeadline",
  "discoveryinterval",
  "gossiptimeout",
  "keepaliveinterval",
  "keepalivetimeout",
  "maxdiscoverattempts"
])
const preferences = new Set(["leader", "follower", "readonlyreplica", "random"])

const form = /^(esdb|kurrentdb)(\+discover)?:\/\/(?:([^:@/?#]+):([^@/?#]+)@)?([^@/?#]+)\/?(?:\?([^#]*))?$/u
const hostForm = /^[A-Za-z0-9._-]+(?::\d{1,5})?$/u
const prefixForm = /^[A-Za-z][A-Za-z0-9_]{0,39}$/u

const flat = (key: string): string => key.toLowerCase().replaceAll(/[_-]/gu, "")

const problemOf = (key: string, value: string): string | undefined => {
  if (key === "tlsverifycert")
    return "tlsVerifyCert has no effect here: give the authority's file as tlsCAFile"
  if (key === "throwonappendfailure") return "throwOnAppendFailure is not a setting here"
  if (!known.has(key)) return "it has a setting that is not known"
  if (value === "") return `its setting ${key} is empty`
  if (whole.has(key) && !/^-?\d+$/u.test(value)) return `its setting ${key} is not a whole number`
  if (key === "tls" && !/^(true|false)$/u.test(value)) return "its setting tls is neither true nor false"
  if (key === "nodepreference" && !preferences.has(flat(value))) return "its nodePreference is not known"
  if (key === "prefix" && !prefixForm.test(value)) return `its prefix is not ${prefixInWords}`
  return undefined
}

/** What a prefix may be, in words. */
export const prefixInWords = "a letter and then letters, digits and underscores, at most 40"

/** Whether a text can be the prefix of a store's streams. */
export const isPrefix = (text: string): boolean => prefixForm.test(text)

const isEncoded = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Reads a connection string; what is wrong with it is told without quoting it. */
export const readConnectionString = (secret: Redacted.Redacted): Result.Result<ConnectionString, string> => {
  const found = form.exec(Redacted.value(secret).trim())
  if (found === null) {
    return Result.fail(
      "the connection string is not of the form esdb://user:password@host:port?setting=value (a user and a password with : / ? # @ in them are percent-encoded)"
    )
  }
  const [, scheme = "", discover = "", user, password, hostList = "", query = ""] = found
  const hosts = hostList.split(",")
  if (!hosts.every((host) => hostForm.test(host))) {
    return Result.fail("the connection string's hosts are not of the form host:port,host:port")
  }
  if (!isEncoded(`${user ?? ""}${password ?? ""}${query}`)) {
    return Result.fail("the connection string is not percent-encoded where it has a %")
  }
  const settings = query === "" ? [] : query.split("&").map((pair) => pair.split("="))
  let [keepAlive, prefix] = [10_000, undefined as string | undefined]
  const passed: Array<string> = []
  for (const [key = "", value = "", ...more] of settings) {
    const problem = more.length > 0 ? "a setting of it has two =" : problemOf(flat(key), value)
    if (problem !== undefined) return Result.fail(`the connection string cannot be used: ${problem}`)
    if (flat(key) === "prefix") prefix = value
    else if (flat(key) === "keepaliveinterval") keepAlive = Number(value)
    else passed.push(`${key}=${value}`)
  }
  const credentials = user === undefined ? "" : `${user}:${password}@`
  const secrets = [user, password]
    .flatMap((text) => (text === undefined ? [] : [text, decodeURIComponent(text)]))
    .filter((text) => text.length > 2)
  return Result.succeed({
    name: `${scheme}${discover}://${hostList}`,
    hosts,
    prefix,
    keepAlive,
    withKeepAlive: (milliseconds, host) =>
      Redacted.make(
        `esdb${host === undefined ? discover : ""}://${credentials}${host ?? hostList}?${[...passed, `keepAliveInterval=${milliseconds}`].join("&")}`
      ),
    withoutSecrets: (text) => secrets.reduce((left, each) => left.replaceAll(each, "…"), text)
  })
}
