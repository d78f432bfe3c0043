// Starts the service on this machine: PORT (default 8080), and a file for its store, LCQM_FILE (default lcqm.db).
import { serve } from "@hono/node-server"
import { openLcqm } from "@lcqm/core"
import { sqliteStore } from "@lcqm/sqlite"
import { serviceOver } from "./service.ts"
import { stubAuthentication } from "./stub-authentication.ts"

const lcqm = openLcqm({ store: sqliteStore(process.env["LCQM_FILE"] ?? "lcqm.db") })

// Everybody who knows these tokens is these people: for trying it out on one's own machine, and for nothing else.
const authenticate = stubAuthentication({
  "office-token": { person: "p-office01", roles: ["SchemeOffice"] },
  "champion-token": { person: "p-champion1", roles: [] }
})

const server = serve(
  {
    fetch: serviceOver({ lcqm, authenticate, today: () => new Date().toISOString().slice(0, 10) }).fetch,
    hostname: "127.0.0.1",
    port: Number(process.env["PORT"] ?? "8080")
  },
  ({ address, port }) => console.log(`Listening on http://${address}:${port}`)
)

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => void lcqm.close())
  })
}
