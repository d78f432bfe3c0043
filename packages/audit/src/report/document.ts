// The file around a report: a strict content security policy, the page's script and style by their hashes, and the
// data as base64, which no reader of HTML can take for markup.
import type { Content } from "./element/element.ts"
import { escape, toHtml } from "./element/to-html.ts"

/** A part of the page as it was built, and its SHA-256 in base64, by which the policy permits it. */
export interface PagePart {
  readonly text: string
  readonly sha256: string
}

/** The page's script and style. */
export interface PageParts {
  /** Left out where a document needs none. */
  readonly script?: PagePart
  readonly style: PagePart
}

/** What a document is made of. */
export interface DocumentParts {
  readonly title: string
  readonly page: PageParts
  /** Data for the script: base64, each under the id of its element. */
  readonly embedded?: ReadonlyArray<{ readonly id: string; readonly text: string }>
  readonly body: Content
}

// Nothing may be loaded, sent or framed; only the script and the style of this very page run.
const policyOf = ({ script, style }: PageParts): string =>
  [
    "default-src 'none'",
    `script-src ${script === undefined ? "'none'" : `'sha256-${script.sha256}'`}`,
    `style-src 'sha256-${style.sha256}'`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ")

/** The document as HTML. */
export const documentOf = ({ body, embedded = [], page, title }: DocumentParts): string =>
  [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escape(policyOf(page))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escape(title)}</title>`,
    `<style>${page.style.text}</style>`,
    "</head>",
    "<body>",
    toHtml(body),
    ...embedded.map(
      ({ id, text }) => `<script type="text/plain" id="${escape(id)}">${escape(text)}</script>`
    ),
    ...(page.script === undefined ? [] : [`<script type="module">${page.script.text}</script>`]),
    "</body>",
    "</html>",
    ""
  ].join("\n")
