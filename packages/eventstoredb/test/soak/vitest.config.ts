// What takes minutes: `npm run soak -w packages/eventstoredb`. Not part of `npm test`.
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { conditions: ["@lcqm/source"] },
  ssr: { resolve: { conditions: ["@lcqm/source"] } },
  test: {
    root: fileURLToPath(new URL(".", import.meta.url)),
    include: ["**/*.soak.ts"],
    testTimeout: 3_600_000,
    fileParallelism: false
  }
})
