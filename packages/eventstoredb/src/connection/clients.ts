// The clients of one store: one that appends and one that reads, each made when it is first needed and made anew where
// it has gone bad. Two, because a client whose appends were broken off must be let go at once, and reads go on.
import { Redacted } from "effect"
import type { ConnectionString } from "../engine/connection-string.ts"
import type { ConnectClient, EngineClient } from "../engine/engine-client.ts"
import { isOfConnection, type Trouble } from "../engine/trouble.ts"

/** A client, and how many of its calls are under way. */
export interface Held {
  readonly client: EngineClient
  running: number
}

/** The clients of a store. Making one throws where the client cannot be made, as where a file of keys is missing. */
export class Clients {
  readonly #address: ConnectionString
  readonly #connect: ConnectClient
  readonly #all = new Set<EngineClient>()
  #writer: Held | undefined
  #reader: Held | undefined
  #leader: string | undefined

  constructor(address: ConnectionString, connect: ConnectClient) {
    this.#address = address
    this.#connect = connect
  }

  #make(host: string | undefined, offset: number): EngineClient {
    const { keepAlive } = this.#address
    // Clients of equal settings share one connection, and with it the hundred calls it carries.
    const own = keepAlive < 0 ? keepAlive : keepAlive + offset
    const client = this.#connect(Redacted.value(this.#address.withKeepAlive(own, host)))
    this.#all.add(client)
    return client
  }

  #dispose(client: EngineClient): void {
    if (this.#all.delete(client)) client.dispose().catch(() => {})
  }

  /** The client that appends; to the leader, where a node has named it. */
  get writer(): Held {
    return (this.#writer ??= { client: this.#make(this.#leader, 0), running: 0 })
  }

  get reader(): Held {
    return (this.#reader ??= { client: this.#make(undefined, 1), running: 0 })
  }

  /**
   * An append over the writer has failed. Where that broke off all its appends, the client is let go before anything
   * else is heard of it: what it was waiting for is forgotten, and an answer that came now would throw.
   */
  failed(writer: Held, error: unknown, trouble: Trouble): void {
    if (!isOfConnection(error)) return
    const leader = trouble._tag === "NotLeader" ? trouble.leader : undefined
    this.#leader = leader && `${leader.host}:${leader.port}`
    this.retire(writer)
    this.#dispose(writer.client)
  }

  /** The client takes no more calls, and is let go when those under way have ended. */
  retire(held: Held): void {
    if (this.#writer === held) this.#writer = undefined
    if (this.#reader === held) this.#reader = undefined
    this.#letGo(held)
  }

  /** One of the client's calls has ended. */
  release(held: Held): void {
    held.running -= 1
    this.#letGo(held)
  }

  #letGo(held: Held): void {
    const isUsed = held === this.#writer || held === this.#reader || held.running > 0
    if (!isUsed) this.#dispose(held.client)
  }

  /** Ends everything that runs over any of them. */
  disposeAll(): void {
    for (const client of this.#all) this.#dispose(client)
    this.#writer = undefined
    this.#reader = undefined
  }
}
