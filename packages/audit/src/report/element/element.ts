// What a report is made of: elements as plain data. In a file they are written as text, in the page they become nodes;
// either way a text is a text, so nothing that stands in an event ever becomes markup.

/** An element of a page, or a text. */
export type Content = Element | string | ReadonlyArray<Content>

/** An element. An attribute that is `undefined` or false is left out; `true` stands alone. */
export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>
  readonly content: ReadonlyArray<Content>
}

// Elements that a report may hold. No script, no style, no frame, no link to a place elsewhere.
const permitted: ReadonlySet<string> = new Set(
  (
    "a article aside b bdi button caption code dd details div dl dt em fieldset footer figcaption figure form h1 h2 h3 h4 " +
    "header input label legend li main nav ol output p pre section small span strong summary table tbody td textarea " +
    "tfoot th thead time tr ul svg g rect line circle path text title"
  ).split(" ")
)

/** Makes an element. Throws for a tag that no report may hold: that is a mistake in the program. */
export const element = (
  tag: string,
  attributes: Element["attributes"] = {},
  ...content: ReadonlyArray<Content>
): Element => {
  if (!permitted.has(tag)) throw new TypeError(`no report may hold <${tag}>`)
  for (const name of Object.keys(attributes)) {
    if (!/^[a-zA-Z][a-zA-Z0-9-]*$/.test(name) || /^(?:on|style$|href$|src$)/i.test(name)) {
      throw new TypeError(`no report may hold the attribute ${name}`)
    }
  }
  return { tag, attributes, content }
}

/** Whether content is an element. */
export const isElement = (content: Content): content is Element =>
  typeof content === "object" && "tag" in content
