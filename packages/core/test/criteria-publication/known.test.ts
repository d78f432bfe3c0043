// What is known of a version of a criteria set where an as-at leaves events out, and before there is any.
import { given, scheme, smallWorld } from "@lcqm/testing/given-when-then"
import { expect, it } from "vitest"
import { criteriaFold } from "../../src/index.ts"
import { draft, onVersion, themeAt, version, words } from "./version-commands.ts"

const { id: theme } = themeAt(0)
const guidance = { guidance: "g-1", title: "Homework", link: "https://guidance.example/homework" }
const events = given(smallWorld.at("ready"))
  .having(
    draft(),
    onVersion("OpenConsultation", { from: "2016-11", until: "2017-01-20" }),
    onVersion("ReceiveComment", { comment: "c-1", theme, from: "network", said: words("Sample: say more.") }),
    onVersion("AnswerComment", { comment: "c-1", outcome: "draft stays", answer: words("Sample: it does.") }),
    onVersion("LinkGuidance", guidance),
    onVersion("WithdrawGuidance", { guidance: "g-1", reason: words("Sample: it has gone.") })
  )
  .eventsOf(`criteria-${scheme}-${version}`)
const without = (...types: ReadonlyArray<string>) =>
  criteriaFold.fold(
    criteriaFold.initial,
    events.filter(({ type }) => !types.includes(type))
  )

it("a version is known by no name, and has no theme, before it is drafted", () => {
  expect(criteriaFold.initial).toMatchObject({
    drafted: false,
    id: "",
    version: "",
    title: "",
    themes: [],
    tips: []
  })
})

it("an answer makes no comment that was not received, and a withdrawal no guidance that was not linked", () => {
  const whole = without()
  expect([...whole.comments.values()]).toMatchObject([{ theme, answered: { outcome: "draft stays" } }])
  expect([...whole.guidance.values()]).toMatchObject([{ title: "Homework", withdrawn: true }])
  const part = without("CommentReceived.v1", "GuidanceLinked.v1")
  expect([part.comments.size, part.guidance.size]).toEqual([0, 0])
})
