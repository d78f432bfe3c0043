/// <reference types="node" />
// The page's script and style, from where the package's build puts them. The one part of a report that needs Node.
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { PagePart, PageParts } from "./document.ts"

// The same from `src` and from `dist`.
const part = (name: string): PagePart => {
  const text = readFileSync(new URL(`../../page/built/${name}`, import.meta.url), "utf8")
  return { text, sha256: createHash("sha256").update(text).digest("base64") }
}

/**
 * Reads the built page. Throws the system's error where the package was not built.
 * @example
 * ```ts
 * import { pageParts } from "@lcqm/audit/report"
 * pageParts().style.sha256.length // => 44
 * ```
 */
export const pageParts = (): Required<PageParts> => ({ script: part("script.js"), style: part("style.css") })
