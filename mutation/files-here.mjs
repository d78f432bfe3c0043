// Which files there are: what git knows and what is new, as it lies here now and not as it was committed last.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder of the whole project. */
export const top = fileURLToPath(new URL("..", import.meta.url))

/** The files here, or those of them that are named so. */
export const filesHere = (...globs) => {
  const listed = spawnSync(
    "git",
    [
      "ls-files",
      "-z",
      "--cached",
      "--others",
      "--exclude-standard",
      ...globs.map((glob) => `:(glob)${glob}`)
    ],
    { cwd: top, encoding: "utf8", maxBuffer: 100_000_000 }
  )
  return listed.stdout.split("\0").filter((name) => name !== "" && existsSync(join(top, name)))
}
