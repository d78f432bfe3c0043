// Drafting as stories: a draft is revised as a whole or theme by theme, and what does not change is not drafted again.
import { describe, expect, it } from "vitest"
import { given, scheme, theOffice } from "@lcqm/testing/given-when-then"
import { criteriaFold, criteriaSetOf, mostThemes, type Theme } from "../../src/index.ts"
import { draft, hashOf, onVersion, second, themeAt, version } from "./version-commands.ts"

const [leadership, families] = [themeAt(0), themeAt(1)]
const drafted = given().having(draft())
const heading = {
  scheme,
  version,
  id: second.id,
  title: second.title,
  notice: "illustrative, not the LCQM criteria"
}
const criterion = (id: string) => ({ id, title: `About ${id}`, weight: 1, essential: false })
const theme = (id: string, ...criteria: ReadonlyArray<string>): Theme => ({
  id,
  title: `Theme ${id}`,
  criteria: criteria.map(criterion)
})
const reworded = { ...families, title: "Families and the community" }
const publish = onVersion("PublishDraft", { publishedOn: "2017-01-10", inForceFrom: "2017-04-01" })

const setOf = (story: typeof drafted) =>
  criteriaSetOf(criteriaFold.fold(criteriaFold.initial, story.eventsOf(`criteria-${scheme}-${version}`)))

describe("drafting a version", () => {
  it("is an event for its heading and one for each theme", () => {
    given()
      .when(draft())
      .then([
        { type: "CriteriaSetDrafted.v1", data: heading },
        { type: "ThemeDrafted.v1", data: { theme: leadership } },
        { type: "ThemeDrafted.v1", data: { theme: families } }
      ])
  })

  it("drafts the top tips after the themes, where there are any", () => {
    const tips = [{ id: "praise", tip: "Praise effort.", source: "The scheme's top tips" }]
    const story = given()
      .having(draft())
      .when(draft({ ...second, tips }))
      .then([{ type: "TipsDrafted.v1", data: { tips } }])
    expect(setOf(story)).toEqual({ ...second, tips })
    story.when(draft()).then([{ type: "TipsDrafted.v1", data: { tips: [] } }])
  })

  it("again as a whole drafts only what differs, and nothing where nothing does", () => {
    given(drafted).when(draft()).thenNothing()
    given(drafted)
      .when(draft({ ...second, themes: [leadership, reworded] }))
      .then([{ type: "ThemeDrafted.v1", data: { theme: reworded } }])
    given(drafted)
      .when(draft({ ...second, title: "Another title" }))
      .then([{ type: "CriteriaSetDrafted.v1", data: { ...heading, title: "Another title" } }])
  })

  it.each([
    ["of another id", { ...second, id: "another" }, { ...heading, id: "another" }],
    ["with another notice", { ...second, notice: "Another." }, { ...heading, notice: "Another." }]
  ])("again %s drafts its heading", (_, set, data) => {
    given(drafted)
      .when(draft(set))
      .then([{ type: "CriteriaSetDrafted.v1", data }])
  })

  it("again without one of its themes drops that one, and leaves those after it where they stand", () => {
    const play = theme("play", "play.one")
    const story = given()
      .having(draft({ ...second, themes: [leadership, families, play] }))
      .when(draft({ ...second, themes: [families, play] }))
      .then([{ type: "ThemeDropped.v1", data: { theme: "leadership" } }])
    expect(setOf(story).themes).toEqual([families, play])
  })

  it("again in another order drops and drafts the themes from the first that moves", () => {
    const story = given(drafted)
      .when(draft({ ...second, themes: [families, leadership] }))
      .then([
        { type: "ThemeDropped.v1", data: { theme: "leadership" } },
        { type: "ThemeDropped.v1", data: { theme: "families" } },
        { type: "ThemeDrafted.v1", data: { theme: families } },
        { type: "ThemeDrafted.v1", data: { theme: leadership } }
      ])
    expect(setOf(story).themes).toEqual([families, leadership])
  })

  it("may give a criterion to another theme, when it is drafted as a whole", () => {
    const moved = [
      { ...leadership, criteria: [...leadership.criteria, ...families.criteria] },
      theme("new", "new.one")
    ]
    const story = given(drafted)
      .when(draft({ ...second, themes: moved }))
      .thenAccepted()
    expect(setOf(story).themes).toEqual(moved)
  })
})

describe("a theme of a draft", () => {
  it("is revised where it stands, or added as the last", () => {
    const story = given(drafted)
      .when(onVersion("DraftTheme", { theme: { ...leadership, title: "Leading" } }))
      .then([{ type: "ThemeDrafted.v1", data: { theme: { ...leadership, title: "Leading" } } }])
      .when(onVersion("DraftTheme", { theme: theme("play", "play.one") }))
      .then([{ type: "ThemeDrafted.v1", data: { theme: theme("play", "play.one") } }])
    expect(setOf(story).themes.map(({ title }) => title)).toEqual(["Leading", families.title, "Theme play"])
  })

  it("is not drafted again where it says the same", () => {
    given(drafted)
      .when(onVersion("DraftTheme", { theme: families }))
      .thenNothing()
  })

  it("has criteria whose ids stand nowhere else", () => {
    given(drafted)
      .when(onVersion("DraftTheme", { theme: theme("play", "families.events") }))
      .thenRejected("CriterionIdTaken", { criterion: "families.events", theme: "families" })
      .remediedBy(onVersion("DropTheme", { theme: "families" }))
    given(drafted)
      .when(onVersion("DraftTheme", { theme: theme("play", "play.one", "play.one") }))
      .thenRejected("CriterionIdTaken", { criterion: "play.one", theme: "play" })
      .remediedBySending(onVersion("DraftTheme", { theme: theme("play", "play.one", "play.two") }))
  })

  it("is dropped, but for the last", () => {
    given(drafted)
      .when(onVersion("DropTheme", { theme: "families" }))
      .then([{ type: "ThemeDropped.v1", data: { theme: "families" } }])
      .when(onVersion("DropTheme", { theme: "leadership" }))
      .thenRejected("LastTheme", { theme: "leadership", version })
      .remediedBy(onVersion("DraftTheme", { theme: families }))
    given(drafted)
      .when(onVersion("DropTheme", { theme: "play" }))
      .thenRejected("NotInTheSet", { what: "theme", id: "play", version })
      .remediedBySending(onVersion("DropTheme", { theme: "families" }))
  })

  it("is one of a hundred at most", () => {
    const themes = Array.from({ length: mostThemes }, (_, n) => theme(`t${n}`, `t${n}.one`))
    given()
      .having(draft({ ...second, themes }))
      .when(onVersion("DraftTheme", { theme: theme("more", "more.one") }))
      .thenRejected("TooManyThemes", { version, most: mostThemes })
      .remediedBy(onVersion("DropTheme", { theme: "t7" }))
    given()
      .having(draft({ ...second, themes }))
      .when(onVersion("DraftTheme", { theme: theme("t7", "t7.two") }))
      .thenAccepted()
  })

  it("is one of a version that is drafted, and not published", () => {
    const drafting = onVersion("DraftTheme", { theme: reworded })
    const dropping = onVersion("DropTheme", { theme: "families" })
    for (const command of [drafting, dropping]) {
      given().when(command).thenRejected("NotDrafted", { version }).remediedBy(draft())
      given(drafted)
        .having(publish)
        .when(command)
        .thenRejected("AlreadyPublished", { what: "criteria set", version })
    }
    given(drafted)
      .having(publish)
      .when(draft({ ...second, themes: [leadership] }))
      .thenRejected("AlreadyPublished", { version })
      .remediedBySending(draft({ ...second, version: "small.3" }))
  })
})

describe("publishing a draft", () => {
  it("publishes it as it was revised, with its hash", () => {
    given(drafted)
      .having(onVersion("DraftTheme", { theme: reworded }))
      .when(publish)
      .then([
        {
          type: "CriteriaSetPublished.v1",
          data: {
            hash: hashOf({ ...second, themes: [leadership, reworded] }),
            publishedOn: "2017-01-10",
            inForceFrom: "2017-04-01"
          }
        }
      ])
  })

  it("is of a version that is drafted, once", () => {
    given().when(publish).thenRejected("NotDrafted", { version }).remediedBy(draft())
    // As an as-at may find it, which leaves events out.
    given({ [`criteria-${scheme}-${version}`]: [{ type: "CriteriaSetDrafted.v1", data: heading }] })
      .when(publish)
      .thenRejected("NotDrafted", { version })
      .remediedBy(draft())
    given(drafted).having(publish).when(publish).thenRejected("AlreadyPublished", { version })
  })

  it("from a file drafts what differs from the draft, and publishes it at once", () => {
    const criteriaSet = { ...second, themes: [leadership, reworded] }
    given(drafted)
      .when({
        type: "PublishCriteriaSet",
        actor: theOffice,
        data: { scheme, criteriaSet, publishedOn: "2017-01-10", inForceFrom: "2017-04-01" }
      })
      .then([
        { type: "ThemeDrafted.v1", data: { theme: reworded } },
        {
          type: "CriteriaSetPublished.v1",
          data: { hash: hashOf(criteriaSet), publishedOn: "2017-01-10", inForceFrom: "2017-04-01" }
        }
      ])
  })
})

describe("the notice of a publication", () => {
  const published = (dates: { publishedOn: string; inForceFrom?: string; leastNotice?: number }) =>
    onVersion("PublishDraft", dates)

  it("is two months where nothing is said", () => {
    const [event] = given(drafted)
      .having(published({ publishedOn: "2017-01-10" }))
      .eventsOf(`criteria-${scheme}-${version}`)
      .slice(-1)
    expect(event?.data).toMatchObject({ inForceFrom: "2017-03-10" })
  })

  it("is as short as is asked for, unless a least notice is promised", () => {
    const short = { publishedOn: "2017-01-10", inForceFrom: "2017-01-15" }
    given(drafted).when(published(short)).thenAccepted()
    given(drafted)
      .when(published({ ...short, leastNotice: 28 }))
      .thenRejected("NoticeTooShort", {
        publishedOn: "2017-01-10",
        inForceFrom: "2017-01-15",
        leastNotice: 28
      })
      .remediedBySending(published({ publishedOn: "2017-01-10", inForceFrom: "2017-02-07", leastNotice: 28 }))
  })

  it("is held to only where it is certainly less", () => {
    given(drafted)
      .when(published({ publishedOn: "2017-01-31", inForceFrom: "2017-02", leastNotice: 28 }))
      .thenAccepted()
    given(drafted)
      .when(published({ publishedOn: "--01", inForceFrom: "2017-02-01", leastNotice: 28 }))
      .thenAccepted()
    given(drafted)
      .when(published({ publishedOn: "2017-02", inForceFrom: "2017-02-28", leastNotice: 28 }))
      .thenRejected("NoticeTooShort")
  })
})
