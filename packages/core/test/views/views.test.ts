// What the views tell, as stories. One file runs them all: loading the domain takes longer than telling every story.
import "./board.stories.ts"
import "./evidence.stories.ts"
import "./assessors.stories.ts"
import "./areas.stories.ts"
import "./facts.stories.ts"
import "./from-states.properties.ts"
