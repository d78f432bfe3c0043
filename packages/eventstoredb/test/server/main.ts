#!/usr/bin/env node
// The server on a port of this machine, for anybody to try things on. It keeps nothing when it ends.
import { parseArgs } from "node:util"
import { type RunningCluster, type RunningServer, startCluster, startServer } from "./index.ts"

const help = `A test server that speaks EventStoreDB's streams protocol, on loopback. It holds everything in memory
and forgets it when it ends; it is for trying things out and for tests, and for nothing else.

Usage: npm run esdb:server -- [options]

  --port <number>   the port to listen on; 0 for a free one (default: 2113)
  --nodes <number>  a cluster of so many nodes, on this and the following ports (default: 1)
  --tls             TLS, with a certificate made at start
  --user <name:password>
                    asks for this name and password; needs --tls, because the client sends none without
  --help            this text

It prints the connection string, and ends on SIGINT or SIGTERM.
`

class WrongUsage extends Error {}

const naturalOf = (name: string, text: string, most: number): number => {
  if (!/^\d{1,5}$/u.test(text) || Number(text) > most)
    throw new WrongUsage(`--${name} is a whole number from 0 to ${most}, not "${text}".`)
  return Number(text)
}

const optionsOf = (args: ReadonlyArray<string>) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "2113" },
        nodes: { type: "string", default: "1" },
        tls: { type: "boolean", default: false },
        user: { type: "string" },
        help: { type: "boolean", default: false }
      }
    }).values
  } catch (cause) {
    throw new WrongUsage(cause instanceof Error ? cause.message : String(cause))
  }
}

const start = async (args: ReadonlyArray<string>): Promise<RunningServer | RunningCluster | undefined> => {
  const { port, nodes, tls, user, help: asksForHelp } = optionsOf(args)
  if (asksForHelp) return undefined
  const [, username, password] = user === undefined ? [] : (/^([^:]+):(.+)$/u.exec(user) ?? [])
  if (user !== undefined && (username === undefined || password === undefined))
    throw new WrongUsage("--user is a name and a password with a colon between.")
  if (user !== undefined && !tls) throw new WrongUsage("--user needs --tls.")
  const options = {
    port: naturalOf("port", port, 65_535),
    tls,
    ...(username === undefined || password === undefined ? {} : { credentials: { username, password } })
  }
  const count = naturalOf("nodes", nodes, 9)
  if (count === 0) throw new WrongUsage("--nodes is at least 1.")
  const roles = Array.from({ length: count }, (_, index) => (index === 0 ? "leader" : "follower"))
  return count === 1 ? startServer(options) : startCluster({ ...options, roles })
}

/** A signal to npm ends the shell between the two, which does not pass it on: then its place as a parent is taken. */
const whenOrphaned = (end: () => void): void => {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, 250)
}

const run = async (): Promise<void> => {
  const server = await start(process.argv.slice(2))
  if (server === undefined) return void process.stdout.write(help)
  const end = () => void server.stop().then(() => process.exit(0))
  process.on("SIGINT", end)
  process.on("SIGTERM", end)
  if (process.env["npm_lifecycle_event"] !== undefined) whenOrphaned(end)
  process.stdout.write(`${server.connectionString}\n`)
}

run().catch((failure: unknown) => {
  const said = failure instanceof Error ? failure.message : String(failure)
  process.stderr.write(`${said}\n${failure instanceof WrongUsage ? "--help says more.\n" : ""}`)
  process.exitCode = failure instanceof WrongUsage ? 2 : 1
})
