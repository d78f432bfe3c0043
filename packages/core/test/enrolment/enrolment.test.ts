// A school's enrolment as stories, from joining to an agreed award. One file runs them all: loading the domain
// takes longer than telling every story of it.
import { describe } from "vitest"
import { expectAllTold } from "../event-store/slices.ts"
import "./joining.stories.ts"
import "./champion.stories.ts"
import "./evidence.stories.ts"
import "./self-assessment.stories.ts"
import "./visit.stories.ts"
import "./judgement.stories.ts"
import "./agreement.stories.ts"
import "./further-work.stories.ts"
import "./register.stories.ts"
import "./journey.stories.ts"

describe("the stories of an enrolment", () => expectAllTold("enrolment"))
