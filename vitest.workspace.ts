// The test configuration of the whole house: one vitest project a package, resolving the packages' sources
// through the "@lcqm/source" condition, so that tests need no build. `--mode conformance` runs the tests against
// other people's vectors instead, which lie outside the project; `--mode soak` those that take minutes.
import { existsSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { configDefaults, defineConfig } from "vitest/config"

const top = fileURLToPath(new URL(".", import.meta.url))
const conformance = "test/conformance/**/*.test.ts"
const soak = "test/**/*.soak.ts"

export default defineConfig(({ mode }) => ({
  resolve: { conditions: ["@lcqm/source"] },
  ssr: { resolve: { conditions: ["@lcqm/source"] } },
  test: {
    maxWorkers: "100%",
    projects: ["packages", "examples"].flatMap((folder) =>
      readdirSync(`${top}${folder}`)
        .filter((name) => existsSync(`${top}${folder}/${name}/test`))
        .map((name) => ({
          extends: true as const,
          root: `${top}${folder}/${name}`,
          test: {
            name,
            testTimeout: 60_000,
            include: [mode === "conformance" ? conformance : mode === "soak" ? soak : "test/**/*.test.ts"],
            exclude: [...configDefaults.exclude, ...(mode === "conformance" ? [] : [conformance])]
          }
        }))
    )
  }
}))
