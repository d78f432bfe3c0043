// Builds the report's page: one script without imports and one style, which a report carries in full. Runs after the
// packages are built. `--if-stale` leaves them alone where nothing they are made of is newer.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { readdir } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { build, defaultClientConditions } from "vite"

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const built = here("./built/")

const isStale = async () => {
  try {
    const since = statSync(`${built}script.js`).mtimeMs
    const sources = ["./script", "../src", "../../core/src", "../../ledger/src"].map(here)
    for (const folder of sources) {
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() && statSync(`${entry.parentPath}/${entry.name}`).mtimeMs > since) return true
      }
    }
    return ["./style.css", "./build.mjs"].some((file) => statSync(here(file)).mtimeMs > since)
  } catch {
    return true
  }
}

if (!process.argv.includes("--if-stale") || (await isStale())) {
  const result = await build({
    configFile: false,
    logLevel: "error",
    root: here("."),
    resolve: { conditions: ["@lcqm/source", ...defaultClientConditions] },
    build: {
      write: false,
      minify: true,
      target: "es2022",
      lib: { entry: here("./script/main.ts"), formats: ["es"] }
    }
  })
  const [chunk, ...others] = [result].flat().flatMap(({ output }) => output)
  if (chunk?.type !== "chunk" || others.length > 0 || chunk.imports.length > 0) {
    throw new Error("the page's script is not one file without imports")
  }
  // Inside a page the script ends at the first of these, wherever it stands.
  const script = chunk.code.replaceAll(/<(?=\/script|!--|script)/gi, "\\x3C").trim()
  mkdirSync(built, { recursive: true })
  writeFileSync(`${built}script.js`, script)
  writeFileSync(`${built}style.css`, readFileSync(here("./style.css"), "utf8").trim())
}
