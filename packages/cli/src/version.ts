// The version `lcqm --version` prints: that of the package, read where npm put it.
import { readFileSync } from "node:fs"

/** As `0.1.0`. */
export const version = (): string => {
  const file: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))
  const found = typeof file === "object" && file !== null ? Reflect.get(file, "version") : undefined
  return typeof found === "string" ? found : "unknown"
}
