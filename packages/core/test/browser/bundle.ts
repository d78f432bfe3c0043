// Bundles a script for a browser as an embedder would, from the packages' sources, and tells whether anything in it
// asked for a module that only Node has. Vite itself would put an empty module there and say nothing.
import { isBuiltin } from "node:module"
import { fileURLToPath } from "node:url"
import { build, defaultClientConditions } from "vite"

/** A bundled script, and who asked for a module of Node's. */
export interface Bundled {
  readonly code: string
  /** As `node:crypto, asked for by …/ledger/src/node.ts`. */
  readonly nodeModules: ReadonlyArray<string>
}

/** Bundles a script of this folder into one module without imports. */
export const bundled = async (script: string): Promise<Bundled> => {
  const nodeModules: Array<string> = []
  const built = await build({
    configFile: false,
    logLevel: "error",
    root: fileURLToPath(new URL(".", import.meta.url)),
    resolve: { conditions: ["@lcqm/source", ...defaultClientConditions] },
    plugins: [
      {
        name: "note-modules-of-node",
        enforce: "pre",
        resolveId: (asked, by) => {
          if (isBuiltin(asked)) nodeModules.push(`${asked}, asked for by ${by ?? "the script"}`)
        }
      }
    ],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: fileURLToPath(new URL(script, import.meta.url)), formats: ["es"] }
    }
  })
  const chunks = [built].flat().flatMap((each) => ("output" in each ? each.output : []))
  const [chunk] = chunks
  if (chunk?.type !== "chunk" || chunks.length !== 1) throw new Error(`${script} made ${chunks.length} files`)
  return { code: chunk.code, nodeModules: [...nodeModules, ...chunk.imports] }
}
