// Every failure as problem details (RFC 9457): which status a typed failure has, and what of it a client is told.
import { isRejection, type Problem } from "@lcqm/core"

/** A failure of the engine: a value with a tag and a sentence. */
export interface Tagged {
  readonly _tag: string
  readonly message: string
}

/** A failure as it is answered. */
export interface ProblemDetails {
  /** A tag URI (RFC 4151) that names the kind of problem; it leads nowhere. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** What would make it succeed, where that is known. */
  readonly remedy?: string
  /** The facts it rests on, where the rules refused. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** What is wrong with the input, one by one. */
  readonly problems?: ReadonlyArray<Problem>
}

/** Failures after which the same request may succeed. */
const passing: ReadonlySet<string> = new Set(["TooMuchContention", "OutcomeUnknown"])

/** Rejections that have a status of their own; what else the rules refuse is a conflict with how things stand. */
const rejected: Readonly<Record<string, number>> = { RoleRequired: 403, CommandIdReused: 422 }

const statusOf = (failure: Tagged): number => {
  if (isRejection(failure)) return rejected[failure._tag] ?? 409
  if (failure._tag === "Malformed") return 400
  if (failure._tag === "EventTooLarge") return 413
  const mayPass = passing.has(failure._tag) || Reflect.get(failure, "retryable") === true
  return mayPass ? 503 : 500
}

/** Problem details of a kind. */
export const problem = (
  status: number,
  title: string,
  detail: string,
  more: Pick<ProblemDetails, "remedy" | "facts" | "problems"> = {}
): ProblemDetails => ({ type: `tag:lcqm.example,2026:${title}`, title, status, detail, ...more })

/**
 * A failure of the engine as problem details. What is wrong inside the service is not told to its clients.
 * @example
 * ```ts
 * import { NotEnrolled } from "@lcqm/core"
 * import { problemOf } from "@lcqm/embed-in-http"
 * const { status, title } = problemOf(NotEnrolled({ school: "900001" }))
 * status // => 409
 * title // => "NotEnrolled"
 * ```
 */
export const problemOf = (failure: Tagged): ProblemDetails => {
  const { _tag, message } = failure
  const status = statusOf(failure)
  if (isRejection(failure)) {
    return problem(status, _tag, message, { remedy: failure.remedy, facts: failure.details })
  }
  const problems: unknown = Reflect.get(failure, "problems")
  if (status === 400) {
    return problem(status, _tag, message, { problems: problems as ReadonlyArray<Problem> })
  }
  if (status === 503) {
    return problem(status, _tag, "The service cannot answer now.", {
      remedy: "Send the same request again, with the same Idempotency-Key."
    })
  }
  return status === 413
    ? problem(status, _tag, message)
    : problem(500, "Failed", "The service has failed; nothing more is told of it here.")
}
