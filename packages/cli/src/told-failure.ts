// What the library answers when it does not do what was asked, as this program's own kinds of failure.
import { isRejection, type Malformed, type Rejection } from "@lcqm/core"
import { type DidNotHold, type Failure, malformedIn, refusedBy } from "./failure.ts"

/** An error of the library: its name, its sentence, and its own fields. */
interface Tagged {
  readonly _tag: string
  readonly message: string
}

// What a person at the command line does about a rejection, where the library cannot know of one.
const remedies: Readonly<Record<string, string>> = {
  RoleRequired:
    "Where you vouch for it, give the role: --roles SchemeOffice, or LCQM_ROLES=SchemeOffice. All other roles follow from events.",
  HistoryMovedOn: "Look at it again (lcqm school show) and give the revision then seen."
}

// Commands of the library that have words of their own here.
const words: Readonly<Record<string, string>> = {
  DraftCriteriaSet: "lcqm criteria draft",
  OpenConsultation: "lcqm criteria consult",
  ReceiveComment: "lcqm criteria comment",
  LinkGuidance: "lcqm criteria guidance link",
  WithdrawGuidance: "lcqm criteria guidance withdraw",
  WithdrawCriteriaSet: "lcqm criteria withdraw",
  PublishCriteriaSet: "lcqm criteria publish",
  PublishRuleSet: "lcqm ruleset publish",
  LaunchCohort: "lcqm cohort launch",
  EnrolSchool: "lcqm enrol"
}

const inWords = (remedy: string): string =>
  remedy.replaceAll(/\((\w+)\)/g, (all, command: string) => (command in words ? `(${words[command]})` : all))

const whichStore =
  "Which store is meant is said by --store URL or LCQM_STORE; without either it is sqlite:lcqm.db."

const whichKeyRing =
  "Which key ring is meant is said by --keys FILE and --master-key FILE, or LCQM_KEYS and LCQM_MASTER_KEY_FILE."

const remedyOf = (failure: Tagged): string => {
  if (["NoKeyRing", "TextWouldStayPlain"].includes(failure._tag)) return whichKeyRing
  // A store that may come back is the right one.
  return failure._tag === "StoreUnavailable" && Reflect.get(failure, "retryable") === false ? whichStore : ""
}

// The fields of an error as JSON can hold them.
const detailsOf = (failure: Tagged): Readonly<Record<string, unknown>> => {
  const own = Object.entries(failure).filter(([name]) => name !== "_tag" && name !== "message")
  const held: unknown = JSON.parse(JSON.stringify(Object.fromEntries(own)))
  return typeof held === "object" && held !== null ? { ...held } : {}
}

const isMalformed = (failure: Tagged): failure is Malformed => failure._tag === "Malformed"

/** A failure that is an error of the store, or another that did not hold. */
export const didNotHold = (failure: Tagged): DidNotHold => ({
  kind: "did not hold",
  tag: failure._tag,
  message: failure.message,
  remedy: remedyOf(failure),
  details: detailsOf(failure)
})

/** Tells a failure of the library; `source` is where the input that it may be about came from. */
export const toldFailure =
  (source: string) =>
  (failure: Tagged | Malformed | Rejection): Failure => {
    if (isMalformed(failure)) return malformedIn(source)(failure)
    if (!isRejection(failure)) return didNotHold(failure)
    const told = refusedBy(failure)
    return { ...told, remedy: remedies[failure._tag] ?? inWords(told.remedy) }
  }
