// Plain or TLS, and what a client has to be told to connect.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type * as Grpc from "@grpc/grpc-js"
import type { ServerOptions } from "./options.ts"
import { grpc } from "./protocol/definitions.ts"
import { selfSigned } from "./tls/self-signed.ts"

export interface Transport {
  readonly credentials: Grpc.ServerCredentials
  readonly connectionString: (nodes: ReadonlyArray<{ readonly port: number }>) => string
  /** Where the certificate is that a client is to trust. */
  readonly certificateFile: string | undefined
  readonly close: () => void
}

export const transportOf = (options: Pick<ServerOptions, "tls" | "credentials">): Transport =>
  options.tls === true ? secure(options.credentials) : plain

const hosts = (nodes: ReadonlyArray<{ readonly port: number }>): string =>
  nodes.map(({ port }) => `127.0.0.1:${port}`).join(",")

const plain: Transport = {
  credentials: grpc.ServerCredentials.createInsecure(),
  connectionString: (nodes) => `esdb://${hosts(nodes)}?tls=false`,
  certificateFile: undefined,
  close: () => {}
}

const secure = (credentials: ServerOptions["credentials"]): Transport => {
  const { certificate, key } = selfSigned(Date.now())
  const folder = mkdtempSync(join(tmpdir(), "esdb-server-"))
  const certificateFile = join(folder, "certificate.pem")
  writeFileSync(certificateFile, certificate)
  const user =
    credentials === undefined
      ? ""
      : `${encodeURIComponent(credentials.username)}:${encodeURIComponent(credentials.password)}@`
  const pair = { private_key: Buffer.from(key), cert_chain: Buffer.from(certificate) }
  return {
    credentials: grpc.ServerCredentials.createSsl(null, [pair], false),
    connectionString: (nodes) => `esdb://${user}${hosts(nodes)}?tlsCAFile=${certificateFile}`,
    certificateFile,
    close: () => rmSync(folder, { recursive: true, force: true })
  }
}
