// Consultation as stories: a draft is put out for comment between two dates, and what is said is answered or not.
import { describe, expect, it } from "vitest"
import { given, scheme } from "@lcqm/testing/given-when-then"
import { criteriaFold, unansweredIn } from "../../src/index.ts"
import { draft, hashOf, onVersion, second, version, words } from "./version-commands.ts"

const drafted = given({}, { today: "2016-12-31" }).having(draft())
const dates = { from: "2016-04-01", until: "2016-06-30" }
const openConsultation = onVersion("OpenConsultation", dates)
const consulted = drafted.having(openConsultation)
const said = words("Say what a good display is.")
const comment = (id: string, on: object = {}) => ({
  ...onVersion("ReceiveComment", { comment: id, said, ...on }),
  occurredOn: "2016-05-10"
})
const answer = (id: string) =>
  onVersion("AnswerComment", { comment: id, outcome: "draft changed", answer: words("It does now.") })
const publishOn = (publishedOn: string) =>
  onVersion("PublishDraft", { publishedOn, inForceFrom: "2017-09-01" })

const stateOf = (story: typeof drafted) =>
  criteriaFold.fold(criteriaFold.initial, story.eventsOf(`criteria-${scheme}-${version}`))

describe("a consultation", () => {
  it("is opened on a draft, from a day until a day", () => {
    given(drafted)
      .when(openConsultation)
      .then([{ type: "ConsultationOpened.v1", data: dates }])
    given().when(openConsultation).thenRejected("NotDrafted", { version }).remediedBy(draft())
  })

  it("is given other dates by opening it again, and none by the same ones", () => {
    const longer = { from: "2016-04-01", until: "2016-09" }
    given(consulted).when(openConsultation).thenNothing()
    given(consulted)
      .when(onVersion("OpenConsultation", longer))
      .then([{ type: "ConsultationOpened.v1", data: longer }])
  })

  it("does not end before it begins", () => {
    given(drafted)
      .when(onVersion("OpenConsultation", { from: "2016-04-02", until: "2016-04-01" }))
      .thenRejected("ConsultationEndsBeforeItBegins", { from: "2016-04-02", until: "2016-04-01" })
      .remediedBySending(onVersion("OpenConsultation", { from: "2016-04-02", until: "2016-04" }))
  })

  it("may be left out", () => {
    given(drafted).when(publishOn("2016-04-01")).thenAccepted()
  })

  it("is over before the draft is published, or is let end sooner", () => {
    given(consulted)
      .when(publishOn("2016-06-29"))
      .thenRejected("ConsultationNotOver", { publishedOn: "2016-06-29", until: "2016-06-30" })
      .remediedBySending(publishOn("2016-06-30"))
    given(consulted)
      .when(publishOn("2016-06-29"))
      .thenRejected("ConsultationNotOver")
      .remediedBy(onVersion("OpenConsultation", { from: "2016-04-01", until: "2016-06-29" }))
  })
})

describe("a comment", () => {
  it("says what it is on and from what kind of body it is, where that is known", () => {
    const on = { theme: "families", criterion: "families.events", from: "mathematics centre" } as const
    given(consulted)
      .when(comment("c-1", on))
      .then([{ type: "CommentReceived.v1", data: { comment: "c-1", ...on, said } }])
    given(consulted)
      .when(comment("c-2"))
      .then([{ type: "CommentReceived.v1", data: { comment: "c-2", said } }])
  })

  it("is on a theme or a criterion of the draft", () => {
    given(consulted)
      .when(comment("c-1", { criterion: "families.play" }))
      .thenRejected("NotInTheSet", { what: "criterion", id: "families.play", version })
      .remediedBySending(comment("c-1"))
    given(consulted)
      .when(comment("c-1", { theme: "play" }))
      .thenRejected("NotInTheSet", { what: "theme", id: "play", version })
  })

  it("has an id of its own", () => {
    given(consulted)
      .having(comment("c-1"))
      .when(comment("c-1", { theme: "families" }))
      .thenRejected("CommentIdTaken", { comment: "c-1" })
      .remediedBySending(comment("c-2", { theme: "families" }))
  })

  it("comes while the draft is out for comment", () => {
    given(drafted)
      .when(comment("c-1"))
      .thenRejected("NoConsultation", { version })
      .remediedBy(openConsultation)
    for (const occurredOn of ["2016-03-31", "2016-07-01"]) {
      given(consulted)
        .when({ ...comment("c-1"), occurredOn })
        .thenRejected("CommentOutsideConsultation", { occurredOn, ...dates })
        .remediedBy(onVersion("OpenConsultation", { from: "2016-03-31", until: "2016-07-01" }))
    }
    for (const occurredOn of ["2016-04-01", "2016-06-30", "2016", "--06"]) {
      given(consulted)
        .when({ ...comment("c-1"), occurredOn })
        .thenAccepted()
    }
  })

  it("is not received any more once the version is published", () => {
    given(consulted)
      .having(publishOn("2016-06-30"))
      .when(comment("c-1"))
      .thenRejected("AlreadyPublished", { version })
  })
})

describe("an answer", () => {
  const commented = consulted.having(comment("c-1"), comment("c-2"))

  it("says what came of the comment", () => {
    const story = given(commented)
      .when(answer("c-1"))
      .then([
        {
          type: "CommentAnswered.v1",
          data: { comment: "c-1", outcome: "draft changed", answer: words("It does now.") }
        }
      ])
    expect(stateOf(story).comments.get("c-1")?.answered).toEqual({
      on: "2016-12-31",
      outcome: "draft changed"
    })
    expect(unansweredIn(stateOf(story))).toBe(1)
  })

  it("is to a comment that was received, and given once", () => {
    given(consulted)
      .when(answer("c-1"))
      .thenRejected("CommentUnknown", { comment: "c-1", version })
      .remediedBy(comment("c-1"))
    given(commented)
      .having(answer("c-1"))
      .when(answer("c-1"))
      .thenRejected("CommentIsAnswered", { comment: "c-1", outcome: "draft changed", on: "2016-12-31" })
      .remediedBySending(answer("c-2"))
  })

  it("is not dated before the comment", () => {
    given(commented)
      .when({ ...answer("c-1"), occurredOn: "2016-05-09" })
      .thenRejected("DatesOutOfOrder", { follows: "comment c-1", on: "2016-05-10" })
      .remediedBySending({ ...answer("c-1"), occurredOn: "2016-05" })
  })

  it("holds no publication up, which says how many are not answered, and may come later", () => {
    const published = (unanswered: object) => ({
      type: "CriteriaSetPublished.v1" as const,
      data: { hash: hashOf(second), publishedOn: "2016-09-01", inForceFrom: "2017-09-01", ...unanswered }
    })
    given(commented)
      .having(answer("c-1"))
      .when(publishOn("2016-09-01"))
      .then([published({ unanswered: 1 })])
      .when(answer("c-2"))
      .thenAccepted()
    given(commented)
      .having(answer("c-1"), answer("c-2"))
      .when(publishOn("2016-09-01"))
      .then([published({})])
  })
})
