// Elements as HTML text, for the file. The only place where markup is written.
import { type Content, type Element, isElement } from "./element.ts"

const escaped: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** A text as it stands in HTML, in content and in a quoted attribute alike. */
export const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (each) => escaped[each] ?? "")

const empty: ReadonlySet<string> = new Set(["input"])

const attributesOf = ({ attributes }: Element): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
    .join("")

/** Content as HTML. */
export const toHtml = (content: Content): string => {
  if (typeof content === "string") return escape(content)
  if (!isElement(content)) return content.map(toHtml).join("")
  const start = `<${content.tag}${attributesOf(content)}>`
  return empty.has(content.tag) ? start : `${start}${content.content.map(toHtml).join("")}</${content.tag}>`
}
