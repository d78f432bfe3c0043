// Elements as nodes of the page. Texts become text nodes: nothing is parsed as markup here either.
import { type Content, isElement } from "../../src/report/element/element.ts"

const svgTags: ReadonlySet<string> = new Set(["svg", "g", "rect", "line", "circle", "path", "text", "title"])

/** Content as nodes. */
export const toDom = (content: Content): ReadonlyArray<Node> => {
  if (typeof content === "string") return [document.createTextNode(content)]
  if (!isElement(content)) return content.flatMap(toDom)
  const node = svgTags.has(content.tag)
    ? document.createElementNS("http://www.w3.org/2000/svg", content.tag)
    : document.createElement(content.tag)
  for (const [name, value] of Object.entries(content.attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : String(value))
  }
  node.append(...content.content.flatMap(toDom))
  return [node]
}

/** Shows content in the place of what an element of the page holds. */
export const show = (id: string, content: Content): void => {
  document.getElementById(id)?.replaceChildren(...toDom(content))
}

/** An element of the page that must be there. */
export const the = <E extends HTMLElement>(id: string, kind: new () => E): E => {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`the page has no ${kind.name} ${id}`)
}
