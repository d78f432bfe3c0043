// A school's enrolment as stories, from joining to an agreed award. One file runs them all: loading the domain
// takes longer than telling every story of it.
import { describe } from "vitest"
import { expectAllTold } from "../event-store/slices.ts"

await import("./enrolling.stories.ts")
await import("./leaving.stories.ts")
await import("./champion.stories.ts")
await import("./evidence.stories.ts")
await import("./self-assessment.stories.ts")
await import("./evidence-window.stories.ts")
await import("./visit.stories.ts")
await import("./taking-over.stories.ts")
await import("./networks.stories.ts")
await import("./chronology.stories.ts")
await import("./in-order.stories.ts")
await import("./undone.stories.ts")
await import("./judgement.stories.ts")
await import("./proposing.stories.ts")
await import("./limiters.stories.ts")
await import("./agreement.stories.ts")
await import("./further-work.stories.ts")
await import("./afterwards/second-judgement.stories.ts")
await import("./afterwards/appeal.stories.ts")
await import("./afterwards/review.stories.ts")
await import("./afterwards/renewal.stories.ts")
await import("./afterwards/school.stories.ts")
await import("./afterwards/state.stories.ts")
await import("./standing.stories.ts")
await import("./state.stories.ts")
await import("./left-out.stories.ts")
await import("./register.stories.ts")
await import("./journey.stories.ts")
await import("./holders.stories.ts")

describe("the stories of an enrolment", () => {
  expectAllTold("enrolment")
})
