// The one place that opens a store from its URL. A scheme that comes later is one more entry here; each adapter is
// loaded only where its scheme is named.
import type { EventStore, StoreFailure } from "@lcqm/core"
import type { SqliteStore } from "@lcqm/sqlite"
import { Effect, type Layer, type Scope } from "effect"
import { type BadInput, badInput, commandLine } from "./failure.ts"

/** A store: opened by its first use, closed by its scope. */
export type StoreLayer = Layer.Layer<EventStore, StoreFailure>

/**
 * What a store is opened for. Reading makes nothing where nothing is. A copy is not waited for event by event until
 * it is on the disk: what is lost with the power is its end, and copying again goes on from there.
 */
export type Access = "reading" | "writing" | "copying into"

/** Where a URL was given, for what is wrong with it: a flag or a variable. */
export interface StoreUrl {
  readonly url: string
  readonly givenBy: string
}

/** A store that is a file, opened to be read for as long as the scope lasts: it can be backed up, and looks itself over. */
export type StoreFile = Effect.Effect<SqliteStore, StoreFailure, Scope.Scope>

interface Scheme {
  /** What a URL of the scheme looks like. */
  readonly form: string
  /** Whether what stands behind the scheme can be one. */
  readonly isRest: (rest: string) => boolean
  readonly open: (rest: string, access: Access) => Promise<StoreLayer>
  /** The store as a file; left out where it is none. */
  readonly file?: (rest: string) => Promise<StoreFile>
}

// A server or a cluster: the URL is its connection string.
const eventStoreDb = (scheme: string): Scheme => ({
  form: `${scheme}://HOST:PORT`,
  isRest: (rest) => rest.startsWith("//"),
  open: async (rest) => {
    const { eventStoreDbStore } = await import("@lcqm/eventstoredb")
    return eventStoreDbStore(`${scheme}:${rest}`)
  }
})

const schemes: Readonly<Record<string, Scheme>> = {
  memory: {
    form: "memory:",
    isRest: (rest) => rest === "",
    open: async () => {
      const { memoryStore } = await import("@lcqm/memory")
      return memoryStore()
    }
  },
  sqlite: {
    form: "sqlite:PATH",
    isRest: (rest) => rest !== "" && !rest.includes("\0"),
    open: async (path, access) => {
      const { sqliteStore } = await import("@lcqm/sqlite")
      return sqliteStore(path, {
        readOnly: access === "reading",
        durability: access === "copying into" ? "normal" : "full"
      })
    },
    file: async (path) => {
      const { openSqliteStore } = await import("@lcqm/sqlite")
      const { codecOf, lcqmCatalogue } = await import("@lcqm/core")
      const { nodeHasher } = await import("@lcqm/ledger/node")
      return openSqliteStore(codecOf(lcqmCatalogue, nodeHasher), path, { readOnly: true })
    }
  },
  esdb: eventStoreDb("esdb"),
  "esdb+discover": eventStoreDb("esdb+discover"),
  kurrentdb: eventStoreDb("kurrentdb"),
  "kurrentdb+discover": eventStoreDb("kurrentdb+discover")
}

// What stands between // and @ may be a password, which no error repeats.
const withoutCredentials = (url: string): string => url.replace(/\/\/.*@/s, "//…@")

const named = ({ givenBy, url }: StoreUrl): Effect.Effect<readonly [Scheme, string], BadInput> => {
  const [, name = "", rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(url) ?? []
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined
  if (scheme?.isRest(rest) === true) return Effect.succeed([scheme, rest])
  const forms = (scheme === undefined ? Object.values(schemes) : [scheme]).map(({ form }) => form)
  const expected = `the URL of a store: ${forms.join(" or ")}`
  return Effect.fail(
    badInput("URL of a store", commandLine, {
      path: givenBy,
      expected,
      got: JSON.stringify(withoutCredentials(url))
    })
  )
}

/** The store a URL names. */
export const storeOfUrl = (url: StoreUrl, access: Access): Effect.Effect<StoreLayer, BadInput> =>
  Effect.flatMap(named(url), ([{ open }, rest]) => Effect.promise(() => open(rest, access)))

/** The file of the store a URL names; undefined where the store is none. */
export const fileOfUrl = (url: StoreUrl): Effect.Effect<StoreFile | undefined, BadInput> =>
  Effect.flatMap(named(url), ([{ file }, rest]) =>
    file === undefined ? Effect.succeed(undefined) : Effect.promise(() => file(rest))
  )

/** The file of the store a URL names; refused where the store is none. */
export const onlyFileOfUrl = (url: StoreUrl, meant: string): Effect.Effect<StoreFile, BadInput> =>
  Effect.flatMap(fileOfUrl(url), (file) => {
    if (file !== undefined) return Effect.succeed(file)
    const expected = "a store that is a file, as sqlite:PATH; export or copy any other"
    const got = JSON.stringify(withoutCredentials(url.url))
    return Effect.fail(badInput(meant, commandLine, { path: url.givenBy, expected, got }))
  })
