// What takes minutes: `npm run test:crash` and `npm run test:soak`, after a build. Not part of `npm test`.
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { conditions: ["@lcqm/source"] },
  ssr: { resolve: { conditions: ["@lcqm/source"] } },
  test: { root: fileURLToPath(new URL(".", import.meta.url)), include: ["**/*.soak.ts"] }
})
