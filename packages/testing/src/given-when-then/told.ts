// Which events, rejections and commands the stories of one process have told, so that a test suite can ask
// whether any is without a story.

/** What stories have told so far: only what a story expected, and got. */
export interface Told {
  /** The commands that stories were about, by name. */
  readonly commands: ReadonlySet<string>
  /** The event types that stories expected and got. */
  readonly events: ReadonlySet<string>
  /** The rejections that stories expected and got, by tag. */
  readonly rejections: ReadonlySet<string>
}

/** The same, being written. */
export interface Telling {
  readonly commands: Set<string>
  readonly events: Set<string>
  readonly rejections: Set<string>
}

/** Nothing has been told. */
export const nothingTold = (): Telling => ({ commands: new Set(), events: new Set(), rejections: new Set() })
