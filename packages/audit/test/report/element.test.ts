// Whatever stands in an event, it is text in a report: in the file as in the page.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { element } from "../../src/report/element/element.ts"
import { visible } from "../../src/report/element/plain-text.ts"
import { toHtml } from "../../src/report/element/to-html.ts"

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("</script>", "<!--", '"><img src=x onerror=alert(1)>', "&lt;", "'", "\u202E")
)

describe("an element", () => {
  it("holds text as text, whatever the text is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = toHtml(element("p", { title: text }, text))
        const inside = html.slice(3, -4)
        expect(html.startsWith("<p")).toBe(true)
        expect(inside.replace(/^title="[^"]*">/, "")).not.toMatch(/[<>"']/)
        const back = inside
          .replace(/^title="[^"]*">/, "")
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&#39;", "'")
          .replaceAll("&amp;", "&")
        expect(back).toBe(text)
      })
    )
  })

  it.each([["script"], ["style"], ["iframe"], ["SCRIPT"], ["link"], ["object"], ["base"]])(
    "is never <%s>",
    (tag) => {
      expect(() => element(tag)).toThrow(TypeError)
    }
  )

  it.each([["onclick"], ["onLoad"], ["style"], ["href"], ["src"], ['x"y'], [""]])(
    "never has the attribute %j",
    (name) => {
      expect(() => element("p", { [name]: "x" })).toThrow(TypeError)
    }
  )
})

describe("text made visible", () => {
  it("shows every control character, direction mark and invisible character by its code point", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visible(text)).not.toMatch(
          /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/
        )
      })
    )
    expect(visible("a\u202Eb\n\tc")).toBe("a[U+202E]b\n\tc")
  })
})
