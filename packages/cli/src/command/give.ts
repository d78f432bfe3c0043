// One command, given by flags: who, when and under which id are the same for all of them.
import type { CommandAccepted, LcqmCommand, LcqmOperations } from "@lcqm/core"
import { CommandId, instantOf, PartialDate, SchemeId } from "@lcqm/core"
import { Clock, Effect, Schema } from "effect"
import type { Given } from "../carry-out.ts"
import type { Failure } from "../failure.ts"
import { actingFlags, actorOf } from "../given/acting.ts"
import { Json } from "../given/flags.ts"
import { keyRingGiven, keysFlags } from "../given/kept-apart.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { recordedCommand, recordedText } from "./recorded.ts"

/** The flags of every command that is given so. */
export const givingFlags = {
  ...storeFlag,
  ...actingFlags,
  ...keysFlags,
  scheme: SchemeId,
  on: Schema.optionalKey(PartialDate),
  id: Schema.optionalKey(CommandId),
  json: Json
}

type GivingFlags = Schema.Struct<typeof givingFlags>["Type"]

/** A command but for who gives it, when and under which id. */
export type Asked = LcqmCommand extends infer Command
  ? Command extends LcqmCommand
    ? Omit<Command, "actor" | "id" | "occurredOn">
    : never
  : never

/** Today's date (UTC), as Lcqm has it. */
export const today = Effect.map(Clock.currentTimeMillis, (now) => instantOf(now).slice(0, 10))

/** Gives the command and tells what became of it; `andThen` is what a person is told in addition. */
export const give = (
  given: Given,
  flags: GivingFlags,
  asked: Asked,
  streams: Streams,
  andThen: (accepted: CommandAccepted) => string = () => ""
): Effect.Effect<void, Failure> =>
  Effect.gen(function* () {
    const actor = yield* actorOf(flags)
    const id = flags.id ?? crypto.randomUUID()
    const occurredOn = flags.on ?? (yield* today)
    const command = { ...asked, id, actor, occurredOn } as LcqmCommand
    const beside = yield* keyRingGiven(given, flags)
    const execute = (lcqm: LcqmOperations) => lcqm.execute(command)
    const accepted = yield* overLcqm(storeGiven(given, flags.store), "writing", execute, beside)
    const recorded = recordedCommand(command, accepted)
    const text = `${recordedText(recorded)}\n${andThen(accepted)}`
    yield* Effect.promise(() => streams.out(flags.json === true ? jsonLine(recorded) : text))
  })
