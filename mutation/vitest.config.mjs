// The tests of one suite, against the packages' sources. No projects: Stryker's runner wants one plain configuration.
// `all.test.mjs`, which run.mjs writes, holds them all: a file of its own would load the whole library once more for
// every mutant.
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const top = fileURLToPath(new URL("..", import.meta.url))

export default defineConfig({
  root: top,
  resolve: { conditions: ["@lcqm/source"] },
  ssr: { resolve: { conditions: ["@lcqm/source"] } },
  test: {
    include: ["mutation/all.test.mjs"],
    setupFiles: [fileURLToPath(new URL("without-shrinking.mjs", import.meta.url))],
    testTimeout: 120_000,
    // A mutant that loops for ever is stopped by Stryker; one that is merely slow must not look killed.
    hookTimeout: 120_000
  }
})
