// Networks as stories: formed by schools that choose what to work on together, and followed over time.
import { describe } from "vitest"
import { expectAllTold } from "../event-store/slices.ts"

await import("./forming.stories.ts")
await import("./membership.stories.ts")
await import("./work.stories.ts")
await import("./directory.stories.ts")
await import("./views.stories.ts")

describe("the stories of networks", () => {
  expectAllTold("network")
})
