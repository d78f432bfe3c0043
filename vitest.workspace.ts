// The test configuration of the whole house: one vitest project a package, resolving the packages'
// sources through the "@lcqm/source" condition, so that tests need no build.
import { existsSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const top = fileURLToPath(new URL(".", import.meta.url))

const projects = ["packages", "examples"].flatMap((folder) =>
  readdirSync(`${top}${folder}`)
    .filter((name) => existsSync(`${top}${folder}/${name}/test`))
    .map((name) => ({
      extends: true as const,
      root: `${top}${folder}/${name}`,
      test: { name, include: ["test/**/*.test.ts"] }
    }))
)

export default defineConfig({
  resolve: { conditions: ["@lcqm/source"] },
  ssr: { resolve: { conditions: ["@lcqm/source"] } },
  test: { projects, testTimeout: 60_000 }
})
