#!/usr/bin/env node
// The entry npm links at install, before anything is built: it only finds the built command or says how to build it.
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const built = new URL("../dist/main.js", import.meta.url)
if (existsSync(fileURLToPath(built))) {
  await import(built.href)
} else {
  process.stderr.write(
    "lcqm is not built yet. Run `npm run build` at the top of the repository, then try again.\n"
  )
  process.exitCode = 2
}
