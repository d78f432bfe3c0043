// An award file with a sealed text in it, and what its maker tells of it: what the tests of a report with opened texts
// are made of.
import { EventStore, KeyRing, Lcqm, type LcqmCommand } from "@lcqm/core"
import { makeMemoryKeyRing } from "@lcqm/memory"
import { byOffice, people } from "@lcqm/testing/given-when-then"
import { Effect, Layer } from "effect"
import type { AwardFile } from "@lcqm/audit"
import type { ReportTexts } from "@lcqm/audit/report"
import { historyIn } from "./reports.ts"
import { historyOf, sealedFile, storeAt } from "../stores.ts"

/** The file of an award that was revoked for a reason about the Champion, and the reason as its maker reads it. */
export const revokedWith = async (
  text: string
): Promise<{ readonly file: AwardFile; readonly texts: ReportTexts }> => {
  const store = storeAt("agreed")
  const beside = Layer.merge(Layer.succeed(EventStore, store), Layer.succeed(KeyRing, makeMemoryKeyRing()))
  const lcqm = Effect.runSync(Effect.provide(Lcqm, Layer.provide(Lcqm.layer, beside)))
  const asked = byOffice("RevokeAward", { reason: { about: [people.champion], text } })
  const seen = historyOf(store).events.length - 1
  const command: LcqmCommand = { ...asked, id: "revoked-1", occurredOn: "2018-03-01", seen }
  await Effect.runPromise(lcqm.execute(command))
  const file = await sealedFile(store)
  const told = await Effect.runPromise(lcqm.readTexts(asked.actor, historyIn(file).events))
  return { file, texts: { on: "2026-09-01", told } }
}
