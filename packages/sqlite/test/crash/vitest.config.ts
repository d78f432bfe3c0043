// `vitest run --config packages/sqlite/test/crash/vitest.config.ts`, after a build.
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { conditions: ["@lcqm/source"] },
  ssr: { resolve: { conditions: ["@lcqm/source"] } },
  test: { root: fileURLToPath(new URL(".", import.meta.url)), include: ["**/*.crash.ts"] }
})
