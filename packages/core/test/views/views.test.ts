// What the views tell, as stories. One file runs them all: loading the domain takes longer than telling every story.
await import("./board.stories.ts")
await import("./evidence.stories.ts")
await import("./assessors.stories.ts")
await import("./areas.stories.ts")
await import("./facts.stories.ts")
await import("./from-states.properties.ts")

export {}
