// The socket side of a node: a listener whose connections can be cut at any moment, as when a process is killed or a
// cable pulled, which the gRPC library's own listener does not offer.
import { createServer, type Server as Listener, type Socket } from "node:net"
import type * as Grpc from "@grpc/grpc-js"
import { grpc } from "./protocol/definitions.ts"

export interface Listening {
  readonly port: number
  readonly cutConnections: () => void
  /** Stops listening. `killed` cuts the connections; `shut-down` ends each call as cancelled first. */
  readonly close: (how: "killed" | "shut-down") => Promise<void>
}

/** The engine accepts messages up to what it can log. */
const maxMessageBytes = 17 * 1024 * 1024

/** Listens on loopback with the services added to a server. */
export const listen = async (
  port: number,
  credentials: Grpc.ServerCredentials,
  addServices: (server: Grpc.Server) => void
): Promise<Listening> => {
  const server = new grpc.Server({ "grpc.max_receive_message_length": maxMessageBytes })
  addServices(server)
  const injector = server.createConnectionInjector(credentials)
  const sockets = new Set<Socket>()
  const listener = createServer((socket) => {
    sockets.add(socket)
    // A connection that breaks is what clients and faults do; nobody else is to hear of it.
    socket.on("error", () => {})
    socket.on("close", () => sockets.delete(socket))
    socket.setNoDelay(true)
    injector.injectConnection(socket)
  })
  const cutConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  await started(listener, port)
  return {
    port: portOf(listener),
    cutConnections,
    close: async (how) => {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
      if (how === "killed") cutConnections()
      else await ended(sockets, () => server.forceShutdown())
      server.forceShutdown()
      await closed
    }
  }
}

const started = (listener: Listener, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    listener.once("error", reject)
    listener.listen(port, "127.0.0.1", () => resolve())
  })

const portOf = (listener: Listener): number => {
  const address = listener.address()
  return typeof address === "object" && address !== null ? address.port : 0
}

/** Waits for the sockets to close after `start`, for a moment; then closes what is left. */
const ended = async (sockets: ReadonlySet<Socket>, start: () => void): Promise<void> => {
  start()
  for (let turn = 0; turn < 50 && sockets.size > 0; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 2))
  for (const socket of sockets) socket.destroy()
}
