// A rejection is the rules' "no": a value in the scheme's words, which says what would make the command
// acceptable. It is no malfunction and is never thrown.

/** A command the rules refuse. Nothing was written. */
export interface Rejection<Tag extends string = string> {
  readonly _tag: Tag
  readonly kind: "rejection"
  readonly message: string
  /** What would make the command acceptable. */
  readonly remedy: string
  /** The facts it rests on. */
  readonly details: Readonly<Record<string, unknown>>
}

/** Makes the rejections of one kind. */
export type RejectionOf<Tag extends string, Details> = {
  (details: Details): Rejection<Tag>
  readonly tag: Tag
}

/**
 * Declares a rejection: its name, and what is said for its details (the message, then the remedy).
 */
export const rejection = <const Tag extends string, Details extends Readonly<Record<string, unknown>>>(
  tag: Tag,
  say: (details: Details) => readonly [message: string, remedy: string]
): RejectionOf<Tag, Details> =>
  Object.assign(
    (details: Details): Rejection<Tag> => {
      const [message, remedy] = say(details)
      return { _tag: tag, kind: "rejection", message, remedy, details }
    },
    { tag }
  )

/** Whether a failure is a rejection by the rules. */
export const isRejection = (failure: unknown): failure is Rejection =>
  typeof failure === "object" && failure !== null && Reflect.get(failure, "kind") === "rejection"
